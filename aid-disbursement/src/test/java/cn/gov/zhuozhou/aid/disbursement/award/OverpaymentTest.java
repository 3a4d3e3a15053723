package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.Payments.Payable;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting;
import cn.gov.zhuozhou.aid.disbursement.recovery.Overpayments;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryPlay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money frozen or paid beyond what is granted is asked back, as much as that and no more; nothing is payable twice (A01). */
@DisbursementTest
class OverpaymentTest {
    private static final String BOTH_ROLES =
            Tokens.of("both").roles("aid-clerk", "aid-reviewer").token();

    @Inject
    AwardsOf awards;

    @Inject
    Payments payments;

    @Inject
    Overpayments overpayments;

    @Inject
    RecoveryPlay recoveries;

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    private final RegistryPupil pupil = new RegistryPupil();

    @Test
    void anAwardStoppedBeforeAnythingWasFrozenAsksNothingBack() {
        // Given
        approved(pupil);

        // When
        stop();

        // Then
        assertThat(items().getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FROZEN", "SENT", "RETURNED", "SETTLED"})
    void anAwardStoppedAfterMoneyWasFrozenOrPaidAsksItBack(String line) {
        // Given
        String award = approved(pupil);
        payments.line(award, 1, 50000, line);

        // When
        stop();

        // Then
        JsonPath item = onlyItem();
        assertThat(item.getString("awardId")).isEqualTo(award);
        assertThat(item.getLong("amountFen")).isEqualTo(50000);
        assertThat(item.getString("state")).isEqualTo("OPEN");
        assertThat(item.getList("reasons.code")).isEqualTo(List.of("NOT_IDENTIFIED"));
    }

    @Test
    void anAwardLoweredAfterPaymentAsksTheDifferenceBack() {
        // Given
        pupil.is("stage", "SENIOR_HIGH").ruled("fourCategory", false);
        payments.line(approved(pupil), 1, 150000, "SETTLED");

        // When
        awards.receive(pupil.ruled("level", "ORDINARY").rulingMessage());

        // Then
        assertThat(onlyItem().getLong("amountFen")).isEqualTo(100000);
    }

    @Test
    void anAwardRaisedAfterPaymentHasTheDifferenceToPayAsItsNextInstalment() {
        // Given
        pupil.is("stage", "SENIOR_HIGH").ruled("fourCategory", false).ruled("level", "ORDINARY");
        String award = approved(pupil);
        payments.line(award, 1, 50000, "SETTLED");
        assertThat(payments.payable(award)).isEmpty();

        // When
        awards.receive(pupil.ruled("level", "SEVERE").rulingMessage());
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);

        // Then
        assertThat(payments.payable(award)).containsExactly(new Payable(2, 100000));
        assertThat(items().getList("items")).isEmpty();
    }

    @Test
    void aDraftedLineIsNotDraftedAgain() {
        // Given
        String award = approved(pupil);

        // When
        UUID line = payments.line(award, 1, 50000, "DRAFT");

        // Then
        assertThat(payments.payable(award)).isEmpty();
        payments.becomes(line, "VOID");
        assertThat(payments.payable(award)).containsExactly(new Payable(1, 50000));
    }

    @Test
    void whatTheBankGaveBackIsNotOwedAnyMore() {
        // Given
        String award = approved(pupil);
        UUID line = payments.line(award, 1, 50000, "RETURNED");
        stop();

        // When
        payments.becomes(line, "WRITTEN_BACK");
        QuarkusTransaction.requiringNew()
                .run(() -> overpayments.follow(List.of(UUID.fromString(award)), DecideAwards.SYSTEM));

        // Then
        assertThat(onlyItem().getString("state")).isEqualTo("LAPSED");
        assertThat(onlyItem().getLong("openFen")).isZero();
    }

    @Test
    void whatIsGrantedAgainIsNeitherOwedNorPaidTwice() {
        // Given
        payments.line(approved(pupil), 1, 50000, "SETTLED");
        stop();

        // When
        awards.receive(pupil.ruled("ADDED", "EFFECTIVE", true).rulingMessage());
        String again = live();
        awards.approve(awards.one(again), Tokens.reviewer()).then().statusCode(200);

        // Then
        assertThat(onlyItem().getString("state")).isEqualTo("LAPSED");
        assertThat(payments.payable(again)).isEmpty();
    }

    @Test
    void aRecoveryForAFalseStatementHasItsItems() {
        // Given
        payments.line(approved(pupil), 1, 50000, "SETTLED");
        UUID recovery = UUID.randomUUID();

        // When
        awards.receive(pupil.recoveryMessage(recovery, "2019-spring", "2019-spring"));

        // Then
        assertThat(onlyItem().getList("reasons.code")).isEqualTo(List.of("FALSE_STATEMENT"));
        JsonPath asked = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/recoveries/" + recovery)
                .jsonPath();
        assertThat(asked.getList("awards.receivedFen")).isEqualTo(List.of(50000));
        assertThat(asked.getList("awards.openFen")).isEqualTo(List.of(50000));
    }

    @Test
    void itIsRepaidInPartsAndNeverBeyondWhatIsOwed() {
        // Given
        owed();

        // When
        Response part = repay(20000);
        Response tooMuch = repay(30001);
        Response rest = repay(30000);

        // Then
        part.then().statusCode(200).body("item.state", equalTo("OPEN")).body("item.openFen", equalTo(30000));
        tooMuch.then().statusCode(422).body("type", equalTo("urn:aid:problem:more-than-owed"));
        rest.then().statusCode(200).body("item.state", equalTo("REPAID")).body("item.openFen", equalTo(0));
        assertThat(repay(1).statusCode()).isEqualTo(422);
        assertThat(rest.jsonPath().getList("steps.event")).isEqualTo(List.of("RAISED", "REPAID", "REPAID"));
    }

    @Test
    void whatWasRepaidCanBePaidWhereItIsGrantedAgain() {
        // Given
        owed();
        repay(50000).then().statusCode(200);

        // When
        awards.receive(pupil.ruled("ADDED", "EFFECTIVE", true).rulingMessage());
        String again = live();
        awards.approve(awards.one(again), Tokens.reviewer()).then().statusCode(200);

        // Then
        assertThat(payments.payable(again)).containsExactly(new Payable(1, 50000));
    }

    @Test
    void itIsWrittenOffByAnotherPersonThanAskedForIt() {
        // Given
        owed();
        ask("write-off", "{\"reason\": \"家庭无力偿还\"}", BOTH_ROLES).then().statusCode(200);

        // When
        Response own = decide(true, BOTH_ROLES);
        Response other = decide(true, Tokens.reviewer());

        // Then
        own.then().statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
        other.then().statusCode(200).body("item.state", equalTo("WRITTEN_OFF")).body("item.openFen", equalTo(0));
        awards.receive(pupil.is("grade", 4).pupilMessage());
        assertThat(items().getList("items")).hasSize(1);
    }

    @Test
    void aRefusedWriteOffLeavesItOwed() {
        // Given
        owed();
        ask("write-off", "{\"reason\": \"家庭无力偿还\"}", Tokens.clerk()).then().statusCode(200);

        // When
        Response refused = decide(false, Tokens.reviewer());

        // Then
        refused.then().statusCode(200).body("item.state", equalTo("OPEN")).body("item.openFen", equalTo(50000));
    }

    @Test
    void aReasonMayNotHoldANumberOfAPerson() {
        // Given
        owed();

        // When
        Response answer = ask("write-off", "{\"reason\": \"电话13800138000\"}", Tokens.clerk());

        // Then
        answer.then().statusCode(400);
        assertThat(answer.asString()).doesNotContain("13800138000");
    }

    @Test
    @DisplayName("A08: it is set against later aid only where the data say so, and that award tells of it")
    void itIsSetAgainstLaterAidOnlyWhereTheDataSaySo() {
        // Given
        owed();
        JsonPath granted = grantedLater();
        String against = granted.getString("id");
        String body = "{\"amountFen\": 20000, \"awardId\": \"" + against + "\"}";

        // When
        QuarkusTransaction.requiringNew().run(() -> recoveries.offsetsAllowed(false));
        Response before = ask("offsets", body, Tokens.reviewer());
        QuarkusTransaction.requiringNew().run(() -> recoveries.offsetsAllowed(true));
        Response after = ask("offsets", body, Tokens.reviewer());

        // Then
        before.then().statusCode(422).body("type", equalTo("urn:aid:problem:offset-not-allowed"));
        after.then().statusCode(200).body("item.state", equalTo("OPEN")).body("item.openFen", equalTo(30000));
        assertThat(payments.payable(against)).containsExactly(new Payable(1, 30000));
        assertThat(awards.one(against).getLong("setOffFen")).isEqualTo(20_000);
        assertThat(awards.one(against).getString("decidedAt")).isEqualTo(granted.getString("decidedAt"));
        assertThat(awards.one(against).getString("history[-1].event")).isEqualTo("SET_OFF");
        assertThat(awards.one(against).getString("history[-1].reasons[0].legalBasis"))
                .isEqualTo("某文件");
        assertThat(Contract.own("AwardChanged").faults(awards.events(pupil).getLast()))
                .isEmpty();
        assertThat(JsonPath.from(awards.events(pupil).getLast()).getLong("setOffFen"))
                .isEqualTo(20_000);
        assertThat(JsonPath.from(awards.events(pupil).getLast()).getLong("revision"))
                .isEqualTo(granted.getLong("revision") + 1);
    }

    @Test
    @DisplayName("A08: an award tells what was given back of it, in money or set off, also after it ended")
    void whatIsGivenBackIsTold() {
        // Given
        owed();
        String paid = awards.list(pupil).getString("items[0].id");
        String against = grantedLater().getString("id");
        QuarkusTransaction.requiringNew().run(() -> recoveries.offsetsAllowed(true));
        ask("offsets", "{\"amountFen\": 20000, \"awardId\": \"" + against + "\"}", Tokens.reviewer())
                .then()
                .statusCode(200);

        // When
        repay(10_000).then().statusCode(200);

        // Then
        assertThat(awards.one(paid).getString("state")).isEqualTo("STOPPED");
        assertThat(awards.one(paid).getLong("givenBackFen")).isEqualTo(30_000);
        assertThat(awards.one(against).getLong("givenBackFen")).isZero();
        JsonPath told = JsonPath.from(awards.events(pupil).getLast());
        assertThat(told.getString("awardId")).isEqualTo(paid);
        assertThat(told.getLong("givenBackFen")).isEqualTo(30_000);
        assertThat(Contract.own("AwardChanged").faults(awards.events(pupil).getLast()))
                .isEmpty();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.update(
                                "update award set given_back_fen = 1 where id = :award",
                                Map.of("award", UUID.fromString(paid)))))
                .hasStackTraceContaining("does not say what was given back");
    }

    @Test
    @DisplayName("A08, S28: who was paid what was left after a set-off has all of it")
    void whatIsSetOffIsNotMissing() {
        // Given
        owed();
        String against = grantedLater().getString("id");
        QuarkusTransaction.requiringNew().run(() -> recoveries.offsetsAllowed(true));
        ask("offsets", "{\"amountFen\": 20000, \"awardId\": \"" + against + "\"}", Tokens.reviewer())
                .then()
                .statusCode(200);

        // When
        String before = outcome();
        payments.line(against, 1, 30000, "SETTLED");

        // Then
        assertThat(before).isEqualTo("APPROVED");
        assertThat(outcome()).isEqualTo("PAID");
    }

    /** An approved award of autumn, and money for it. */
    private JsonPath grantedLater() {
        awards.receive(pupil.inSemester("2019-autumn")
                .ruled("ADDED", "EFFECTIVE", true)
                .rulingMessage());
        JsonPath later = awards.one(awards.list(pupil, "2019-autumn").getString("items[0].id"));
        awards.approve(later, Tokens.reviewer()).then().statusCode(200);
        funds(later);
        return awards.one(later.getString("id"));
    }

    private String outcome() {
        return given().auth()
                .oauth2(Tokens.clerk("school:" + pupil.school()))
                .get("/api/v1/coverage/pupils?semester=2019-autumn")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.studentId == '" + pupil.id + "' }.outcome");
    }

    @Test
    void anAwardThatDoesNotSayWhatWasSetOffIsRefusedByTheDatabase() {
        // Given
        owed();
        String award = awards.list(pupil).getString("items[0].id");

        // Then
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.update(
                                "update award set set_off_fen = 1 where id = :award",
                                Map.of("award", UUID.fromString(award)))))
                .hasStackTraceContaining("does not say what was set off");
    }

    @Test
    void whoWasThereOnTheCensusDayKeepsWhatHeWasPaidWhenHeLeaves() {
        // Given
        String award = paidInASemesterWithACensusDay();

        // When
        awards.receive(pupil.is("enrolmentState", "TRANSFERRED").pupilMessage());

        // Then
        assertThat(awards.one(award).getString("state")).isEqualTo("STOPPED");
        assertThat(items().getList("items")).isEmpty();
    }

    @Test
    void whoseRecordWasASecondOneOfAnotherPupilKeepsNothing() {
        // Given
        paidInASemesterWithACensusDay();

        // When
        awards.receive(pupil.is("enrolmentState", "LEFT")
                .is("mergedInto", UUID.randomUUID())
                .pupilMessage());

        // Then
        assertThat(onlyItem().getLong("amountFen")).isEqualTo(50000);
    }

    private String paidInASemesterWithACensusDay() {
        database.update("""
                insert into census_day (id, semester, day, document, set_by, set_by_name, set_at)
                values (uuidv7(), '2020-spring', '2019-01-10', '某文件', 'admin', '管理员', now())
                """, Map.of());
        awards.receive(pupil.pupilMessage(), pupil.inSemester("2020-spring").rulingMessage());
        String award = awards.list(pupil, "2020-spring").getString("items[0].id");
        awards.approve(awards.one(award), Tokens.reviewer()).then().statusCode(200);
        payments.line(award, 1, 50000, "SETTLED");
        return award;
    }

    @Test
    void theDatabaseRefusesToAskMoreBackThanWasOverpaid() {
        // Given
        owed();
        String award = onlyItem().getString("awardId");

        // Then
        assertThatThrownBy(() -> database.update("""
                        insert into recovery_item (id, award_id, amount_fen, reasons, raised_at)
                        values (uuidv7(), :award, 1, '[]', now())
                        """, Map.of("award", UUID.fromString(award))))
                .hasStackTraceContaining("was not overpaid by 1");
        assertThatThrownBy(() -> database.update(
                        """
                        insert into recovery_item_step (item_id, seq, event, from_state, to_state, amount_fen, open_fen,
                                                        actor, actor_name, at)
                        values (:item, 2, 'REPAID', 'OPEN', 'OPEN', 10000, 45000, 'x', 'x', now())
                        """, Map.of("item", UUID.fromString(onlyItem().getString("id")))))
                .hasStackTraceContaining("does not follow the one before it");
        assertThatThrownBy(() -> database.update("delete from recovery_item", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheBureausClerkSettlesAndOthersDoNotSeeIt() {
        // Given
        owed();
        String url = "/api/v1/recovery-items/" + onlyItem().getString("id");
        String body = "{\"amountFen\": 1, \"receipt\": \"R1\"}";

        // Then
        assertThat(ask("repayments", body, Tokens.viewer()).statusCode()).isEqualTo(403);
        assertThat(ask("repayments", body, Tokens.clerk("school:" + pupil.school()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(url, Tokens.clerk("school:other"))).isEqualTo(404);
        assertThat(get(url, Tokens.clerk("school:" + pupil.school()))).isEqualTo(200);
        assertThat(get(url, Tokens.viewer())).isEqualTo(403);
        assertThat(given().get(url).statusCode()).isEqualTo(401);
    }

    /** Each source has enough for an award. */
    private void funds(JsonPath award) {
        QuarkusTransaction.requiringNew()
                .run(() -> List.of("CENTRE", "PROVINCE", "CITY", "COUNTY")
                        .forEach(source -> ledger.post(
                                Posting.of(
                                                Posting.Kind.APPROPRIATION,
                                                UUID.randomUUID(),
                                                null,
                                                LocalDate.of(2019, 3, 1))
                                        .move(
                                                Account.BANK,
                                                Account.available(source, award.getString("programme")),
                                                50000)
                                        .done(),
                                DecideAwards.SYSTEM)));
    }

    private static int get(String url, String token) {
        return given().auth().oauth2(token).get(url).statusCode();
    }

    private String approved(RegistryPupil someone) {
        awards.known(someone);
        awards.approve(awards.only(someone), Tokens.reviewer()).then().statusCode(200);
        return awards.only(someone).getString("id");
    }

    /** 500 yuan were paid and are not granted any more. */
    private void owed() {
        payments.line(approved(pupil), 1, 50000, "SETTLED");
        stop();
    }

    private void stop() {
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());
    }

    private String live() {
        return awards.list(pupil).getString("items.find { it.state != 'STOPPED' }.id");
    }

    private JsonPath items() {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/recovery-items?student=" + pupil.id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath onlyItem() {
        JsonPath items = items();
        assertThat(items.getList("items")).hasSize(1);
        return items.setRootPath("items[0]");
    }

    private Response repay(long fen) {
        return ask("repayments", "{\"amountFen\": " + fen + ", \"receipt\": \"R1\"}", Tokens.clerk());
    }

    private Response decide(boolean granted, String token) {
        return ask("write-off/decision", "{\"granted\": " + granted + ", \"reason\": \"集体研究决定\"}", token);
    }

    private Response ask(String what, String body, String token) {
        JsonPath item = onlyItem();
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + item.getLong("revision") + "\"")
                .body(body)
                .post("/api/v1/recovery-items/" + item.getString("id") + "/" + what);
    }
}
