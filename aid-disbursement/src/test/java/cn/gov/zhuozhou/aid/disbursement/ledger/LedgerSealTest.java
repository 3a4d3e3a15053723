package cn.gov.zhuozhou.aid.disbursement.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.DatabaseOwner;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody with all rights over the database changes behind the program's back is found, and put back is not. */
@DisbursementTest
class LedgerSealTest {
    @Inject
    Ledger ledger;

    @Inject
    LedgerSeal seal;

    @Inject
    Database database;

    private final Account fund = Account.available("CENTRE-" + UUID.randomUUID(), "HS-01");
    private UUID posted;

    @BeforeEach
    void somethingIsPostedAndSealed() {
        Posting income = Posting.of(Kind.APPROPRIATION, UUID.randomUUID(), "2019-spring", LocalDate.of(2019, 4, 10))
                .move(Account.BANK, fund, 100_000)
                .done();
        posted = QuarkusTransaction.requiringNew().call(() -> ledger.post(income, Actor.system("test")));
        await().untilAsserted(() -> assertThat(seals(posted)).isOne());
    }

    @Test
    void whatWasNotTouchedIsWhole() {
        JsonPath verdict = verdict();

        assertThat(verdict.getBoolean("whole")).isTrue();
        assertThat(verdict.getLong("sealed")).isPositive();
        assertThat(verdict.getList("otherBalances")).isEmpty();
    }

    @Test
    void aChangedAmountIsFoundAndItsTransactionNamed() {
        asOwner("ledger_entry", "update ledger_entry set amount_fen = 100001 where transaction_id = '%s'");

        JsonPath verdict = verdict();

        asOwner("ledger_entry", "update ledger_entry set amount_fen = 100000 where transaction_id = '%s'");
        assertThat(verdict.getBoolean("whole")).isFalse();
        assertThat(verdict.getString("firstBroken.transactionId")).isEqualTo(posted.toString());
        assertThat(verdict.getList("otherBalances", String.class)).contains(fund.code(), "BANK");
        assertThat(verdict().getBoolean("whole")).isTrue();
    }

    @Test
    void anotherNameUnderATransactionIsFound() {
        asOwner("ledger_transaction", "update ledger_transaction set posted_by = 'other' where id = '%s'");

        JsonPath verdict = verdict();

        asOwner("ledger_transaction", "update ledger_transaction set posted_by = 'system:test' where id = '%s'");
        assertThat(verdict.getString("firstBroken.transactionId")).isEqualTo(posted.toString());
        assertThat(verdict.getList("otherBalances")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aid-auditor, bureau, 200", "aid-auditor, school:1, 404", "aid-clerk, bureau, 403"})
    void theAuditorOfTheBureauLooks(String role, String org, int status) {
        String token = Tokens.of(role + org).roles(role).org(org).token();

        assertThat(given().auth().oauth2(token).get("/api/v1/ledger/seal").statusCode())
                .isEqualTo(status);
        assertThat(given().get("/api/v1/ledger/seal").statusCode()).isEqualTo(401);
    }

    private long seals(UUID transaction) {
        seal.seal();
        return database.number(
                "select count(*) from ledger_seal where transaction_id = :id", Map.of("id", transaction));
    }

    private static JsonPath verdict() {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/ledger/seal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void asOwner(String table, String sql) {
        DatabaseOwner.unguarded(table, sql.formatted(posted));
    }
}
