package cn.gov.zhuozhou.aid.disbursement.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A source gives no programme more in a year than its quota, whatever money is there. */
@DisbursementTest
class FundQuotaTest {
    private static final String PROGRAMME = "HS-01";
    private static final String SEMESTER = "2019-spring";
    private static final LocalDate DAY = LocalDate.of(2019, 3, 4);
    private static final Actor BY = Actor.system("test");

    @Inject
    Funds funds;

    @Inject
    Database database;

    private String source;

    @BeforeEach
    void aSource() {
        source = Money.source("COUNTY");
    }

    @Test
    @DisplayName("an appropriation is confirmed up to its source's quota, and not a fen beyond it")
    void appropriations() {
        quota(50_000);
        Money.income(source, PROGRAMME, 30_000, DAY);
        JsonPath beyond = Money.enterIncome(Tokens.clerk(), source, PROGRAMME, 20_001, DAY)
                .jsonPath();
        JsonPath within = Money.enterIncome(Tokens.clerk(), source, PROGRAMME, 20_000, DAY)
                .jsonPath();

        Response refused = Rest.decide(Tokens.reviewer(), "fund-incomes", beyond, true);
        Response confirmed = Rest.decide(Tokens.reviewer(), "fund-incomes", within, true);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:aid:problem:beyond-source-quota");
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo(source);
        assertThat(refused.jsonPath().getString("errors[0].expected")).contains("200.01", "200.00", "0.01");
        assertThat(confirmed.statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a batch takes up to its sources' quotas, and not a fen beyond them; what goes back makes room again")
    void batches() {
        Money.income(source, PROGRAMME, 90_000, DAY);
        quota(50_000);
        UUID first = UUID.randomUUID();
        reserve(first, 30_000);

        var refused = catchThrowableOfType(ProblemException.class, () -> reserve(UUID.randomUUID(), 20_001));

        assertThat(refused.kind()).isEqualTo(FundingProblem.BEYOND_SOURCE_QUOTA);
        assertThat(refused.errors())
                .extracting(error -> error.field() + " " + error.expected().zh())
                .containsExactly(source + " 需 200.01 元，额度余 200.00 元，超 0.01 元");
        reserve(UUID.randomUUID(), 20_000);
        assertThat(catchThrowableOfType(ProblemException.class, () -> reserve(UUID.randomUUID(), 1))
                        .kind())
                .isEqualTo(FundingProblem.BEYOND_SOURCE_QUOTA);
        run(() -> funds.returned(first, 1_000, DAY, BY));
        run(() -> funds.writeBack(first, 600, BY));
        reserve(UUID.randomUUID(), 600);
        assertThat(shown().getLong("items[0].takenFen")).isEqualTo(50_000);
    }

    @Test
    @DisplayName("money paid again in another batch counts once")
    void reissues() {
        Money.income(source, PROGRAMME, 90_000, DAY);
        quota(50_000);
        UUID first = UUID.randomUUID();
        reserve(first, 50_000);
        run(() -> funds.returned(first, 1_000, DAY, BY));

        run(() -> funds.reissue(first, UUID.randomUUID(), 1_000, BY));

        assertThat(shown().getLong("items[0].takenFen")).isEqualTo(50_000);
    }

    @Test
    @DisplayName("the database refuses what went past the check")
    void theDatabaseHoldsIt() {
        quota(50_000);

        assertThatThrownBy(() -> run(() -> database.update(
                        """
                        insert into batch_funds (batch_id, source, programme, semester, reserved_fen, payable_fen)
                        values (:batch, :source, :programme, :semester, 50001, 50001)
                        """,
                        Map.of(
                                "batch",
                                UUID.randomUUID(),
                                "source",
                                source,
                                "programme",
                                PROGRAMME,
                                "semester",
                                SEMESTER))))
                .hasStackTraceContaining("the quota of " + source);
    }

    @Test
    @DisplayName("a source whose quota is used up is passed over for another of its kind")
    void shares() {
        String programme = "SCH-01";
        String other = Money.source("SCHOOL");
        String full = Money.source("SCHOOL");
        Money.income(full, programme, 10_000, DAY);
        Money.income(other, programme, 10_000, DAY);
        inForce(full, programme, 0);
        UUID batch = UUID.randomUUID();

        run(() -> funds.reserve(batch, programme, Semester.parse(SEMESTER), 10_000, BY));

        assertThat(QuarkusTransaction.requiringNew().call(() -> funds.of(batch)))
                .extracting(Funds.BatchFunds::source)
                .containsExactly(other);
    }

    @Test
    @DisplayName("another person puts a quota in force; the one before ends the same moment")
    void twoPeople() {
        String both = Tokens.of("both").roles("aid-clerk", "aid-reviewer").token();
        JsonPath own = propose(both, source, PROGRAMME, 1).jsonPath();
        assertThat(Rest.decide(both, "fund-quotas", own, true).statusCode()).isEqualTo(422);
        assertThat(propose(Tokens.clerk(), source, PROGRAMME, 2).statusCode()).isEqualTo(409);
        Rest.decide(Tokens.reviewer(), "fund-quotas", own, true).then().statusCode(200);

        quota(2);

        assertThat(shown().getList("items.state")).containsExactly("REPLACED", "IN_FORCE");
    }

    @Test
    void itIsTheBureaus() {
        assertThat(Rest.get(Tokens.viewer("school:x"), "fund-quotas").statusCode())
                .isEqualTo(404);
        assertThat(Rest.get(Tokens.of("nobody").token(), "fund-quotas").statusCode())
                .isEqualTo(403);
        assertThat(propose(Tokens.viewer(), source, PROGRAMME, 1).statusCode()).isEqualTo(403);
        assertThat(given().get("/api/v1/fund-quotas").statusCode()).isEqualTo(401);
    }

    private JsonPath shown() {
        return Rest.get(Tokens.auditor(), "fund-quotas?year=2019&source=" + source)
                .jsonPath();
    }

    private void quota(long fen) {
        inForce(source, PROGRAMME, fen);
    }

    private static void inForce(String of, String programme, long fen) {
        JsonPath proposed = propose(Tokens.clerk(), of, programme, fen)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Rest.decide(Tokens.reviewer(), "fund-quotas", proposed, true).then().statusCode(200);
    }

    private static Response propose(String token, String of, String programme, long fen) {
        return Rest.post(
                token,
                "fund-quotas",
                Map.of(
                        "source", of,
                        "programme", programme,
                        "year", 2019,
                        "amountFen", fen,
                        "documentNo", "涿财教〔2019〕" + UUID.randomUUID().toString().substring(0, 4)));
    }

    private void reserve(UUID batch, long fen) {
        run(() -> funds.reserve(batch, PROGRAMME, SEMESTER, Map.of(source, fen), BY));
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
