package cn.gov.zhuozhou.aid.disbursement.payee;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.RegistryStandIn;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisbursementTest
class PayeeTest {
    @Inject
    AccountsOf accounts;

    @Inject
    Payees payees;

    @Inject
    Database database;

    @AfterEach
    void theRegistryIsBack() {
        RegistryStandIn.away(false);
    }

    @Test
    void anAccountIsPaidToOnceAnotherPersonHasSeenItsEvidence() {
        // Given
        Family family = accounts.family();
        String card = AccountsOf.card();

        // When
        JsonPath proposed = accounts.proposed(family.ofGuardian(card));
        String id = proposed.getString("account.id");

        // Then
        assertThat(proposed.getString("account.state")).isEqualTo("PROPOSED");
        assertThat(proposed.getString("account.accountNumber")).isEqualTo("**** " + card.substring(15));
        assertThat(accounts.payable(family)).isEmpty();
        accounts.act(id, "confirmation", null).statusCode(422);
        accounts.prove(id);
        accounts.act(
                        id,
                        "confirmation",
                        null,
                        Tokens.of("clerk").roles("aid-reviewer").token())
                .statusCode(422);
        accounts.act(id, "confirmation", null).statusCode(200);
        assertThat(accounts.payable(family)).containsExactly(id);
        assertThat(accounts.show(id).getString("account.validFrom")).isNotBlank();
        assertThat(accounts.show(id).getInt("account.status")).isEqualTo(1);
        accounts.act(id, "confirmation", null).statusCode(409);
    }

    @Test
    @DisplayName("A10: an account of somebody who is neither pupil nor guardian is refused and not kept")
    void strangersAreRefused() {
        Family family = accounts.family();
        Family classmate = accounts.family();

        JsonPath refused = accounts.propose(
                        family.proposal(classmate.guardian(), classmate.guardianNumber(), AccountsOf.card()))
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(refused.getList("errors.code")).containsExactly("HOLDER_STRANGER");
        assertThat(rows(family)).isZero();
    }

    @Test
    void aRefusedAccountIsOverAndTheReasonStays() {
        // Given
        Family family = accounts.family();
        String id = accounts.proposed(family.own(AccountsOf.card())).getString("account.id");
        Map<String, ?> reason = Map.of("reason", "照片不清");
        accounts.act(id, "refusal", reason, Tokens.clerk()).statusCode(403);
        accounts.act(id, "refusal", reason, Tokens.reviewer("school:X1")).statusCode(404);

        // When
        accounts.act(id, "refusal", reason).statusCode(200);

        // Then
        assertThat(accounts.show(id).getString("account.state")).isEqualTo("REFUSED");
        assertThat(accounts.show(id).getList("events.reason")).contains("照片不清");
        accounts.act(id, "confirmation", null).statusCode(409);
    }

    @Test
    @DisplayName("A10: a card of one guardian serves his children; of another family's pupil it is refused")
    void oneCardServesSiblingsOnly() {
        // Given
        Family first = accounts.family();
        String card = AccountsOf.card();
        accounts.confirmed(first.ofGuardian(card));
        Family sibling = accounts.child(Stage.JUNIOR, first.school(), first.guardian(), first.guardianNumber());
        Family other = accounts.family();

        // When, Then
        assertThat(accounts.proposed(sibling.ofGuardian(card)).getList("flags")).isEmpty();
        assertThat(accounts.propose(other.ofGuardian(card))
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getList("errors.code"))
                .containsExactly("CARD_OF_ANOTHER_HOLDER");
    }

    @Test
    @DisplayName("A10: the database itself lets no card have two holders")
    void theDatabaseGuardsCards() {
        Family family = accounts.family();
        String id = accounts.confirmed(family.ofGuardian(AccountsOf.card()));

        assertThatThrownBy(() -> database.update("""
                        insert into payee_account (id, student_id, version, state, holder_kind, holder_name, holder_index, bank_code,
                          account_index, account_sealed, account_tail, reason, proposed_by, proposed_name, proposed_at)
                        select uuidv7(), uuidv7(), 1, 'PROPOSED', 'SELF', 'x', uuidv7(), bank_code, account_index, account_sealed,
                          account_tail, 'x', 'x', 'x', now() from payee_account where id = :id
                        """, Map.of("id", UUID.fromString(id))))
                .rootCause()
                .hasMessageContaining("payee_account_one_holder_per_card");
        assertThatThrownBy(() -> database.update(
                        "update payee_account set account_tail = '0000', version = version + 1, account_index = uuidv7() where id = :id",
                        Map.of("id", UUID.fromString(id))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName(
            "A10: a card of more pupils than the rule allows is flagged, pays nothing, and is decided by another person")
    void manyPupilsOnACardAreLookedAt() {
        // Given
        Family first = accounts.family();
        String card = AccountsOf.card();
        accounts.confirmed(first.ofGuardian(card));
        for (int i = 0; i < 3; i++) {
            accounts.proposed(accounts.child(Stage.PRIMARY, first.school(), first.guardian(), first.guardianNumber())
                    .ofGuardian(card));
        }
        Family fifth = accounts.child(Stage.PRIMARY, first.school(), first.guardian(), first.guardianNumber());

        // When
        JsonPath flagged = accounts.proposed(fifth.ofGuardian(card));
        String id = accounts.prove(flagged.getString("account.id"));

        // Then
        assertThat(flagged.getList("flags.code")).containsExactly("CARD_OF_MANY_PUPILS");
        assertThat(accounts.act(id, "confirmation", null)
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getString("type"))
                .isEqualTo("urn:aid:problem:flags-open");
        accounts.act(id, "flags/CARD_OF_MANY_PUPILS/decision", Map.of("decision", "ACCEPTED", "opinion", "五胞胎，已核对户口簿"))
                .statusCode(200);
        accounts.act(id, "confirmation", null).statusCode(200);
        assertThat(accounts.payable(fifth)).containsExactly(id);
    }

    @Test
    @DisplayName("A10: a guardian's account of an older pupil is flagged; upheld, the account ends")
    void olderPupilsHaveTheirOwn() {
        Family family = accounts.family(Stage.SENIOR_HIGH, "S" + UUID.randomUUID());
        JsonPath flagged = accounts.proposed(family.ofGuardian(AccountsOf.card()));
        String id = flagged.getString("account.id");
        assertThat(flagged.getList("flags.code")).containsExactly("GUARDIAN_FOR_OLDER_PUPIL");

        accounts.act(id, "flags/GUARDIAN_FOR_OLDER_PUPIL/decision", Map.of("decision", "REFUSED", "opinion", "应办本人卡"))
                .statusCode(200);

        assertThat(accounts.show(id).getString("account.state")).isEqualTo("REFUSED");
        accounts.confirmed(family.own(AccountsOf.card()));
    }

    @Test
    @DisplayName(
            "A17: a teacher's name stops a guardian's account, also one already in force; a teacher's card is refused")
    void staffAreNoticed() {
        // Given
        Family family = accounts.family();
        String card = AccountsOf.card();
        String id = accounts.confirmed(family.ofGuardian(card));

        // When
        accounts.staffTold(family.guardian(), family.school());

        // Then
        assertThat(accounts.show(id).getList("flags.code")).containsExactly("HOLDER_NAMED_LIKE_STAFF");
        assertThat(accounts.payable(family)).isEmpty();
        accounts.act(
                        id,
                        "flags/HOLDER_NAMED_LIKE_STAFF/decision",
                        Map.of("decision", "ACCEPTED", "opinion", "同名不同人，已核对"))
                .statusCode(200);
        assertThat(accounts.payable(family)).containsExactly(id);
        given().auth()
                .oauth2(AccountsOf.REVIEWER)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(Map.of("accountNumber", card, "reason", "审计发现为班主任的卡"))
                .post("/api/v1/staff-cards")
                .then()
                .statusCode(201);
        assertThat(accounts.payable(family)).isEmpty();
        Family sibling = accounts.child(Stage.PRIMARY, family.school(), family.guardian(), family.guardianNumber());
        assertThat(accounts.propose(sibling.ofGuardian(card))
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getList("errors.code"))
                .containsExactly("CARD_OF_STAFF");
    }

    @Test
    @DisplayName(
            "A17: what a clerk enters for a declared relation is flagged, and a reviewer does not decide about his own")
    void relationsAreDeclared() {
        // Given
        Family family = accounts.family();
        String clerk =
                Tokens.of("clerk-" + UUID.randomUUID()).roles("aid-clerk").token();
        String reviewer =
                Tokens.of("reviewer-" + UUID.randomUUID()).roles("aid-reviewer").token();
        declare(clerk, family);
        declare(reviewer, family);

        // When
        JsonPath flagged = accounts.propose(family.ofGuardian(AccountsOf.card()), clerk)
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = flagged.getString("account.id");

        // Then
        assertThat(flagged.getList("flags.code")).containsExactly("HOLDER_RELATED_TO_OPERATOR");
        var decision = Map.of("decision", "ACCEPTED", "opinion", "已核对");
        assertThat(accounts.act(id, "flags/HOLDER_RELATED_TO_OPERATOR/decision", decision, reviewer)
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getString("type"))
                .isEqualTo("urn:aid:problem:related-person");
        accounts.act(id, "flags/HOLDER_RELATED_TO_OPERATOR/decision", decision).statusCode(200);
    }

    @Test
    void aReturnedPaymentAsksForAnotherAccountAndHistoryStays() {
        // Given
        Family family = accounts.family();
        String former = accounts.confirmed(family.ofGuardian(AccountsOf.card()));
        Family second = accounts.family();
        String other = accounts.confirmed(second.own(AccountsOf.card()));
        String proposed =
                accounts.proposed(accounts.family().own(AccountsOf.card())).getString("account.id");

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> payees.needsUpdate(
                        Map.of(
                                UUID.fromString(former), "账户已销户",
                                UUID.fromString(other), "户名不符",
                                UUID.fromString(proposed), "账户已销户"),
                        Actor.system("bank")));
        QuarkusTransaction.requiringNew()
                .run(() -> payees.needsUpdate(Map.of(UUID.fromString(other), "账户已销户"), Actor.system("bank")));

        // Then
        assertThat(accounts.payable(second)).isEmpty();
        assertThat(accounts.show(other).getString("account.needsUpdate"))
                .as("what was said first")
                .isEqualTo("户名不符");
        assertThat(accounts.show(other).getList("events.occasion")).containsExactly("CONFIRM", "PAYMENT_RETURNED");
        assertThat(accounts.show(proposed).getString("account.needsUpdate")).isNull();
        assertThat(accounts.payable(family)).isEmpty();
        assertThat(accounts.show(former).getInt("account.status")).isEqualTo(2);
        assertThat(accounts.show(former).getString("account.needsUpdate")).isEqualTo("账户已销户");
        String later = accounts.confirmed(family.own(AccountsOf.card()));
        assertThat(accounts.payable(family)).containsExactly(later);
        assertThat(accounts.show(former).getString("account.state")).isEqualTo("REPLACED");
        assertThat(accounts.show(former).getList("events.occasion"))
                .containsExactly("CONFIRM", "PAYMENT_RETURNED", "REPLACE");
    }

    @Test
    void withoutTheRegistryNothingIsKept() {
        Family family = accounts.family();
        RegistryStandIn.away(true);

        accounts.propose(family.own(AccountsOf.card())).statusCode(503);

        assertThat(rows(family)).isZero();
    }

    @Test
    void numbersAreShownForAReasonOnlyAndStandInNoTrail() {
        Family family = accounts.family();
        String card = AccountsOf.card();
        String id = accounts.confirmed(family.own(card));

        String shown = accounts.act(id, "disclosures", Map.of("reason", "核对 " + card))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("accountNumber");

        assertThat(shown).isEqualTo(card);
        accounts.act(id, "disclosures", Map.of()).statusCode(400);
        assertThat(accounts.show(id).prettify()).doesNotContain(card, family.number());
        assertThat(database.number(
                        "select count(*) from trail where concat(subject_id, reason, detail) like :number",
                        Map.of("number", "%" + card + "%")))
                .isZero();
    }

    @Test
    void accountsEndAtTheJurisdiction() {
        Family family = accounts.family();
        String id = accounts.confirmed(family.own(AccountsOf.card()));
        String path = "/api/v1/payees/" + id;

        as(Tokens.reviewer("school:" + family.school())).get(path).then().statusCode(200);
        as(Tokens.reviewer("school:other")).get(path).then().statusCode(404);
        as(Tokens.viewer()).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        accounts.act(id, "closure", Map.of("reason", "x"), Tokens.reviewer("school:other"))
                .statusCode(404);
        accounts.act(id, "closure", Map.of("reason", "x"), Tokens.clerk()).statusCode(403);
        accounts.act(id, "closure", Map.of("reason", "毕业")).statusCode(200);
        assertThat(accounts.payable(family)).isEmpty();
    }

    @Test
    void eachAidedPupilHasAStatus() {
        Family family = accounts.family();
        Family without = accounts.family(Stage.PRIMARY, family.school());
        accounts.confirmed(family.own(AccountsOf.card()));
        identified(family);
        identified(without);

        JsonPath list = as(Tokens.viewer("school:" + family.school()))
                .get("/api/v1/payees/statuses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(list.getInt("items.find { it.studentId == '" + family.student() + "' }.status"))
                .isEqualTo(1);
        assertThat(list.getInt("items.find { it.studentId == '" + without.student() + "' }.status"))
                .isZero();
    }

    private void identified(Family family) {
        database.update("""
                insert into eligibility (identification_id, student_id, semester, revision, result, state, identified, level, categories,
                  four_category, valid_basis, received_at, decided_revision)
                values (uuidv7(), :student, '2019-spring', 1, 'CARRIED', 'EFFECTIVE', true, 'SEVERE', '{}', false, true, now(), 1)
                """, Map.of("student", family.student()));
    }

    private static void declare(String token, Family family) {
        as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(Map.of("identityNumber", family.guardianNumber(), "relation", "兄弟"))
                .post("/api/v1/declared-relations")
                .then()
                .statusCode(201);
    }

    private long rows(Family family) {
        return database.number(
                "select count(*) from payee_account where student_id = :student", Map.of("student", family.student()));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
