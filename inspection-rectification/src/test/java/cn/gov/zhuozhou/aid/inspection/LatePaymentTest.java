package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.inspection.mirror.DueSubjects;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was granted and did not arrive, by the events of aid-disbursement as its contract shows them. It is 30 April 2019. */
@ComponentTest
@DisplayName("A08, S138: short and late payments")
class LatePaymentTest {
    private static final String AUTUMN = "2018-autumn";
    private static final long FEN = 50_000;

    @Inject
    Neighbours neighbours;

    @Inject
    Database database;

    @Inject
    DueSubjects subjects;

    @Test
    void anAwardOfLastAutumnIsALineUntilItsMoneyHasArrivedInFull() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().granted(AUTUMN, FEN);
        awaitLines(pupil, "A08 ASSIGNED");
        UUID line = Ledger.idOf(pupil);
        pupil.bankSaid("PaymentSettled", paid(UUID.randomUUID(), 20_000));
        awaitReason(line, "A08.SHORT.CMP-03.2018-autumn");

        // When
        pupil.bankSaid("PaymentSettled", paid(UUID.randomUUID(), 30_000));

        // Then
        awaitLines(pupil, "A08 CLOSED");
        assertThat(Ledger.show(line).getString("closedBy")).isEqualTo("SYSTEM");
    }

    @Test
    @DisplayName("A08: an award part of which is kept back because the pupil owes is not paid short")
    void whatIsSetOffClosesTheLine() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().granted(AUTUMN, FEN);
        awaitLines(pupil, "A08 ASSIGNED");
        UUID line = Ledger.idOf(pupil);
        pupil.bankSaid("PaymentSettled", paid(UUID.randomUUID(), 30_000));
        awaitReason(line, "A08.SHORT.CMP-03.2018-autumn");

        // When
        pupil.granted(AUTUMN, FEN, 20_000L, 0);

        // Then
        awaitLines(pupil, "A08 CLOSED");
        assertThat(Ledger.show(line).getString("closedBy")).isEqualTo("SYSTEM");
    }

    @Test
    @DisplayName("A08: what was paid, given back and is granted still has to be paid again")
    void whatIsGivenBackReopensTheLine() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().granted(AUTUMN, FEN);
        awaitLines(pupil, "A08 ASSIGNED");
        pupil.bankSaid("PaymentSettled", paid(UUID.randomUUID(), FEN));
        awaitLines(pupil, "A08 CLOSED");

        // When
        pupil.granted(AUTUMN, FEN, 0L, FEN);

        // Then
        awaitLines(pupil, "A08 REOPENED");
    }

    @Test
    void moneyThatCameBackAfterItHadArrivedReopensTheLine() {
        // Given
        UUID payment = UUID.randomUUID();
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().granted(AUTUMN, FEN);
        awaitLines(pupil, "A08 ASSIGNED");
        pupil.bankSaid("PaymentSettled", paid(payment, FEN));
        awaitLines(pupil, "A08 CLOSED");

        // When
        pupil.bankSaid("PaymentReturned", paid(payment, FEN));

        // Then
        awaitLines(pupil, "A08 REOPENED");
    }

    @Test
    void aPaymentToldOfBeforeThePupilAndItsAwardOpensNothing() {
        // Given: it is known before the rest, which comes by other topics
        Pupil pupil = new Pupil(neighbours).bankSaid("PaymentSettled", paid(UUID.randomUUID(), FEN));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.number(
                                "select count(*) from payment where student_id = :pupil", Map.of("pupil", pupil.id))
                        == 1);

        // When
        pupil.granted(AUTUMN, FEN).enrolledAsBoarder();

        // Then
        awaitChecked(pupil, FEN);
        assertThat(Ledger.linesOf(pupil)).isEmpty();
    }

    @Test
    void anotherLimitTakesEffectWithoutAnyFurtherEvent() {
        // Given: spring is due today, and five days more are allowed
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().granted("2019-spring", FEN);
        awaitChecked(pupil, 0);
        assertThat(Ledger.linesOf(pupil)).isEmpty();

        // When
        ValidatableResponse set = set(Tokens.administrator(), "2019-04-30", "03-31");

        // Then
        set.statusCode(201).body("springUntil", equalTo("03-31"));
        awaitLines(pupil, "A08 ASSIGNED");
        set(Tokens.administrator(), "2019-04-30", "03-31")
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:state-conflict"));
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/payment-limits")
                .then()
                .statusCode(200)
                .body("items.firstDay", hasItem("2019-04-30"))
                .body("items.find { it.firstDay == '2019-04-30' }.source", equalTo("测试文件"))
                .body("items.find { it.firstDay == '2000-01-01' }.source", containsString("待资助中心确认"));
    }

    @Test
    void whoseAwardIsKeptBackInFullIsNotMadeDueByAnotherLimit() {
        // Given
        Pupil keptBack = new Pupil(neighbours).enrolledAsBoarder().granted("2019-spring", FEN, FEN, 0);
        Pupil lacking = new Pupil(neighbours).enrolledAsBoarder().granted("2019-spring", FEN, FEN, 1);
        awaitChecked(keptBack, 0);
        awaitChecked(lacking, 0);

        // When
        long[] due = QuarkusTransaction.requiringNew().call(() -> {
            subjects.markUnpaid();
            return new long[] {due(keptBack), due(lacking)};
        });

        // Then
        assertThat(due).containsExactly(0, 1);
    }

    @Test
    void onlyTheBureausAdministratorSetsALimitAndNeverForThePast() {
        // When
        ValidatableResponse past = set(Tokens.administrator(), "2019-04-29", "03-31");
        ValidatableResponse noSuchDay = set(Tokens.administrator(), "2019-06-01", "02-30");
        ValidatableResponse wrongRole = set(Tokens.clerk(), "2019-06-01", "03-31");
        ValidatableResponse noToken = set(null, "2019-06-01", "03-31");

        // Then
        past.statusCode(409).body("type", equalTo("urn:aid:problem:state-conflict"));
        noSuchDay.statusCode(400);
        wrongRole.statusCode(403);
        noToken.statusCode(401);
    }

    private static Map<String, ?> paid(UUID line, long fen) {
        return Map.of("lineId", line, "semester", AUTUMN, "amountFen", fen);
    }

    private long due(Pupil pupil) {
        return database.number("select count(*) from due_subject where subject_id = :pupil", Map.of("pupil", pupil.id));
    }

    private static void awaitReason(UUID line, String code) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Ledger.show(line).getString("reasons[0].code"))
                        .isEqualTo(code));
    }

    /** Pupil, award and this much money are known, and nothing waits for a check any more. */
    private void awaitChecked(Pupil pupil, long paidFen) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.number("""
                        select count(*) from pupil p join award a using (student_id)
                        where p.student_id = :pupil
                          and :paid = (select coalesce(sum(amount_fen), 0) from payment where student_id = :pupil)
                          and not exists (select from due_subject where subject_id = :pupil)
                        """, Map.of("pupil", pupil.id, "paid", paidFen)) == 1);
    }

    private static ValidatableResponse set(String token, String firstDay, String springUntil) {
        var request = given().header("Idempotency-Key", UUID.randomUUID()).contentType(ContentType.JSON);
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.body(Map.of(
                        "firstDay",
                        firstDay,
                        "springUntil",
                        springUntil,
                        "autumnUntil",
                        "11-30",
                        "awardDays",
                        30,
                        "graceDays",
                        5,
                        "document",
                        "测试文件"))
                .post("/api/v1/payment-limits")
                .then();
    }
}
