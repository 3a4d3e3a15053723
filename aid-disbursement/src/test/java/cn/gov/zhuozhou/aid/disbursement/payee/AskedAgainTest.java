package cn.gov.zhuozhou.aid.disbursement.payee;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.RegistryStandIn;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Accounts whose holder may not be the right one any more (A10). */
@DisbursementTest
class AskedAgainTest {
    @Inject
    AccountsOf accounts;

    @Test
    @DisplayName("A10: when a guardian ceases to be one, the account he holds is not paid to until he is proven again")
    void guardiansChanged() {
        // Given
        Family family = accounts.family();
        String id = accounts.confirmed(family.ofGuardian(AccountsOf.card()));
        Family sibling = accounts.child(Stage.PRIMARY, family.school(), family.guardian(), family.guardianNumber());
        accounts.confirmed(sibling.own(AccountsOf.card()));

        // When
        accounts.told(family, "IN_SCHOOL", null, 2);
        accounts.told(sibling, "IN_SCHOOL", null, 2);

        // Then
        assertThat(accounts.payable(family)).isEmpty();
        assertThat(accounts.payable(sibling)).hasSize(1);
        assertThat(accounts.show(id).getString("account.askAgain")).isEqualTo("GUARDIANS_CHANGED");
        assertThat(accounts.show(id).getInt("account.status")).isEqualTo(2);
        assertThat(accounts.show(id).getList("events.occasion")).containsExactly("CONFIRM", "ASK_AGAIN");
        given().auth()
                .oauth2(Tokens.clerk("school:" + family.school()))
                .get("/api/v1/payees?askAgain=true&school=" + family.school())
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));

        // When
        RegistryStandIn.knows(
                family.student(),
                family.guardian(),
                family.guardianNumber(),
                Map.of("kind", "NONE", "reason", "STRANGER", "guardiansRevision", 2));

        // Then
        proof(id, family.number(), AccountsOf.CLERK).statusCode(422).body("type", containsString("not-the-holder"));
        proof(id, family.guardianNumber(), AccountsOf.CLERK)
                .statusCode(422)
                .body("errors.code", equalTo(List.of("HOLDER_STRANGER")));
        assertThat(accounts.payable(family)).isEmpty();
    }

    @Test
    @DisplayName(
            "A10: the registry's word that he still is a guardian puts the account in order, until that changes again")
    void provenAgain() {
        // Given
        Family family = accounts.family();
        String id = accounts.confirmed(family.ofGuardian(AccountsOf.card()));
        accounts.told(family, "IN_SCHOOL", null, 2);
        proof(id, family.guardianNumber(), AccountsOf.REVIEWER).statusCode(403);
        proof(id, family.guardianNumber(), Tokens.clerk("school:other")).statusCode(404);
        given().post("/api/v1/payees/" + id + "/proofs").then().statusCode(401);
        proof(id, "123", AccountsOf.CLERK).statusCode(400);

        // When
        RegistryStandIn.knows(
                family.student(),
                family.guardian(),
                family.guardianNumber(),
                Map.of("kind", "GUARDIAN", "relation", "父亲", "legal", true, "guardiansRevision", 2));
        proof(id, family.guardianNumber(), AccountsOf.CLERK).statusCode(200).body("account.status", equalTo(1));

        // Then
        assertThat(accounts.payable(family)).containsExactly(id);
        proof(id, family.guardianNumber(), AccountsOf.CLERK).statusCode(409);
        accounts.told(family, "IN_SCHOOL", null, 2);
        assertThat(accounts.payable(family)).containsExactly(id);
        accounts.told(family, "IN_SCHOOL", null, 3);
        assertThat(accounts.payable(family)).isEmpty();
    }

    @Test
    @DisplayName("A10: an answer that is older than what the registry told since puts nothing in order")
    void anOldAnswerIsNoProof() {
        Family family = accounts.family();
        String id = accounts.confirmed(family.ofGuardian(AccountsOf.card()));
        accounts.told(family, "IN_SCHOOL", null, 3);
        RegistryStandIn.knows(
                family.student(),
                family.guardian(),
                family.guardianNumber(),
                Map.of("kind", "GUARDIAN", "relation", "父亲", "legal", true, "guardiansRevision", 2));

        proof(id, family.guardianNumber(), AccountsOf.CLERK)
                .statusCode(200)
                .body("account.askAgain", equalTo("GUARDIANS_CHANGED"));

        assertThat(accounts.payable(family)).isEmpty();
    }

    @Test
    @DisplayName(
            "A10: a record that is merged, parted or left is asked about again; one still away when proven is not news")
    void mergedPartedAndLeft() {
        // Given
        Family family = accounts.family();
        Family other = accounts.sameAs(family);
        String id = accounts.confirmed(family.own(AccountsOf.card()));

        // When, Then
        accounts.told(family, "LEFT", other.student(), 1);
        assertThat(accounts.show(id).getString("account.askAgain")).isEqualTo("MERGED");
        RegistryStandIn.answersFor(family.student(), other.student());
        proof(id, family.number(), AccountsOf.CLERK)
                .statusCode(422)
                .body("errors.code", equalTo(List.of("PUPIL_MERGED")));
        RegistryStandIn.answersFor(family.student(), family.student());
        accounts.told(family, "IN_SCHOOL", null, 1);
        assertThat(accounts.show(id).getString("account.askAgain")).isEqualTo("MERGE_UNDONE");
        assertThat(accounts.payable(family)).isEmpty();
        proof(id, family.number(), AccountsOf.CLERK).statusCode(200);
        assertThat(accounts.payable(family)).containsExactly(id);
        accounts.told(family, "LEFT", null, 1);
        assertThat(accounts.show(id).getString("account.askAgain")).isEqualTo("LEFT");
        proof(id, family.number(), AccountsOf.CLERK).statusCode(200);
        accounts.told(family, "LEFT", null, 1);
        assertThat(accounts.payable(family)).containsExactly(id);
    }

    @Test
    @DisplayName("A10: what waits for a second person is asked about again before he confirms it")
    void proposalsToo() {
        Family family = accounts.family();
        String id = accounts.prove(
                accounts.proposed(family.ofGuardian(AccountsOf.card())).getString("account.id"));
        accounts.told(family, "IN_SCHOOL", null, 2);

        accounts.act(id, "confirmation", null).statusCode(422).body("type", containsString("ask-again"));

        proof(id, family.guardianNumber(), AccountsOf.CLERK).statusCode(200);
        accounts.act(id, "confirmation", null).statusCode(200);
        assertThat(accounts.payable(family)).containsExactly(id);
    }

    private static ValidatableResponse proof(String id, String number, String token) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(Map.of("holderIdentityNumber", number))
                .post("/api/v1/payees/" + id + "/proofs")
                .then();
    }
}
