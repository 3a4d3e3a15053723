package cn.gov.zhuozhou.aid.disbursement.university;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Freshman aid from the application to the money in the freshman's account. */
@DisbursementTest
class FreshmanGrantTest {
    private static final String MAKER = Tokens.of("maker").roles("aid-clerk").token();
    private static final String BATCH_CHECKER =
            Tokens.of("checker").roles("aid-reviewer").token();
    private static final String PAYER =
            Tokens.of("payer").roles("aid-clerk", "aid-reviewer", "aid-payer").token();

    @Inject
    Graduates graduates;

    @Inject
    AccountsOf accounts;

    @Inject
    Database database;

    private final String school = "H" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void threePlaces() {
        Graduates.quota(school, 3);
    }

    @Test
    @DisplayName(
            "S145: freshman aid is applied for at school, checked and approved by three people; it is an award then")
    void approved() {
        // Given
        Family graduate = graduates.at(school);
        String id = Graduates.applied(graduate, Graduates.university(true))
                .statusCode(201)
                .extract()
                .path("id");
        Graduates.act(id, "school-check", null, Graduates.CHECKER)
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:proof-missing"));
        Graduates.prove("freshman-grants", id);
        Graduates.act(
                        id,
                        "school-check",
                        null,
                        Tokens.of("clerk").roles("aid-reviewer").token())
                .statusCode(422);
        Graduates.act(id, "school-check", null, Graduates.CHECKER).statusCode(200);
        Graduates.act(id, "approval", null, Graduates.CHECKER).statusCode(422);

        // When
        Graduates.act(id, "approval", null, AccountsOf.REVIEWER).statusCode(200);

        // Then
        JsonPath shown = show(id);
        assertThat(shown.getString("grant.state")).isEqualTo("APPROVED");
        assertThat(shown.getList("events.occasion")).containsExactly("SCHOOL_CHECK", "APPROVE");
        JsonPath award = Rest.get(Tokens.auditor(), "awards/" + shown.getString("grant.awardId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(award.getString("programme")).isEqualTo("HE-04");
        assertThat(award.getString("semester")).isEqualTo("2019-spring");
        assertThat(award.getLong("amountFen")).isEqualTo(50_000);
        assertThat(award.getList("history.actorName")).containsExactly("school-reviewer", "reviewer");
        assertThat(booked(shown.getString("grant.awardId")))
                .containsExactly("HE-04/COMMITTED DEBIT 50000", "HE-04/FUNDING/CENTRE CREDIT 50000");
        assertThat(Graduates.applied(graduate, Graduates.university(true))
                        .statusCode(422)
                        .extract()
                        .<List<String>>path("errors.code"))
                .containsExactly("GRANTED_BEFORE");
    }

    @Test
    @DisplayName(
            "S145: an approved grant is paid by a batch from the lottery fund to a confirmed account, settled in the books, and never again")
    void paid() {
        // Given
        Family graduate = graduates.at(school);
        String grant = graduates.approved(graduate);
        lottery(50_000);
        String early = created("REGULAR");
        assertThat(lines(early)).isEmpty();
        assertThat(Rest.get(MAKER, "payment-batches/" + early + "/left-out")
                        .jsonPath()
                        .getList("items[0].reasons.code"))
                .containsExactly("A10.ACCOUNT_NOT_CONFIRMED");
        accounts.confirmed(graduate.own(AccountsOf.card()));

        // When
        String batch = sent(created("REGULAR"));
        bankSays(batch, "ACSC", "");
        act(batch, "reconciliation", MAKER, null).statusCode(200);
        act(batch, "closure", BATCH_CHECKER, null).statusCode(200);

        // Then
        JsonPath shown = show(grant);
        assertThat(shown.getString("grant.payment")).isEqualTo("SETTLED");
        assertThat(shown.getString("grant.paidOn")).isNotBlank();
        assertThat(booked(batch))
                .contains(
                        "HE-04/AVAILABLE/CENTRE-LOTTERY DEBIT 50000",
                        "HE-04/PAYABLE/CENTRE-LOTTERY DEBIT 50000",
                        "BANK CREDIT 50000");
        assertThat(lines(created("REGULAR"))).isEmpty();
        Graduates.act(grant, "refusal", Map.of("reason", "放弃入学"), AccountsOf.REVIEWER)
                .statusCode(409);
        JsonPath overview = Rest.get(Tokens.viewer("school:" + school), "freshman-grants/overview?year=2019")
                .jsonPath();
        assertThat(overview.getInt("[0].places")).isEqualTo(3);
        assertThat(overview.getInt("[0].approved")).isEqualTo(1);
        assertThat(overview.getInt("[0].paid")).isEqualTo(1);
        assertThat(overview.getLong("[0].paidFen")).isEqualTo(50_000);
    }

    @Test
    @DisplayName(
            "S145: what the bank returns is paid again to a corrected account, of a guardian here; one settled payment in the end")
    void returnedAndPaidAgain() {
        // Given
        Family graduate = graduates.at(school);
        String grant = graduates.approved(graduate);
        lottery(50_000);
        accounts.confirmed(graduate.own(AccountsOf.card()));
        String batch = sent(created("REGULAR"));
        bankSays(batch, "RJCT", "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>销户</AddtlInf></StsRsnInf>");
        assertThat(show(grant).getString("grant.payment")).isEqualTo("RETURNED");
        accounts.confirmedDespite("GUARDIAN_FOR_OLDER_PUPIL", graduate.ofGuardian(AccountsOf.card()));

        // When
        String again = sent(created("REISSUE"));
        bankSays(again, "ACSC", "");

        // Then
        assertThat(show(grant).getString("grant.payment")).isEqualTo("SETTLED");
        for (String one : List.of(again, batch)) {
            act(one, "reconciliation", MAKER, null).statusCode(200);
            act(one, "closure", BATCH_CHECKER, null).statusCode(200);
        }
        assertThat(database.list(
                        "select l.state from payment_line l join award a on a.id = l.award_id where a.student_id = :student order by l.id",
                        Map.of("student", graduate.student()),
                        row -> row.getString(1)))
                .containsExactly("REISSUED", "SETTLED");
    }

    @Test
    @DisplayName("S145: money frozen for a freshman is due by his programme's own day, not by the spring's")
    void dueByItsOwnDay() {
        // Given
        Family graduate = graduates.at(school);
        graduates.approved(graduate);
        lottery(50_000);
        accounts.confirmed(graduate.own(AccountsOf.card()));

        // When
        frozen(created("REGULAR"));

        // Then
        JsonPath unpaid = Rest.get(Tokens.clerk("school:" + school), "payment-lines/unpaid?semester=2019-spring")
                .jsonPath();
        assertThat(unpaid.getList("items.overdueSince")).isEqualTo(List.of("2019-08-31"));
        assertThat(unpaid.getBoolean("items[0].overdue")).isFalse();
    }

    @Test
    @DisplayName("what was approved and not paid is taken back with its commitment; the person may apply again")
    void withdrawn() {
        // Given
        Family graduate = graduates.at(school);
        String grant = graduates.approved(graduate);
        String award = show(grant).getString("grant.awardId");

        // When
        Graduates.act(
                        grant,
                        "refusal",
                        Map.of("reason", "放弃入学"),
                        Tokens.of("principal")
                                .roles("aid-reviewer")
                                .org("school:" + school)
                                .token())
                .statusCode(404);
        Graduates.act(grant, "refusal", Map.of("reason", "放弃入学"), AccountsOf.REVIEWER)
                .statusCode(200);

        // Then
        assertThat(show(grant).getString("grant.awardState")).isEqualTo("STOPPED");
        assertThat(database.list(
                        "select kind from ledger_transaction where subject = :award order by id",
                        Map.of("award", UUID.fromString(award)),
                        row -> row.getString(1)))
                .containsExactly("COMMITMENT", "REVERSAL");
        graduates.approved(graduate);
    }

    @Test
    @DisplayName("S145: the county approves no more than the school's quota; outside the province it is the other rate")
    void theQuotaHolds() throws IOException {
        String outside = Graduates.university(false);
        Graduates.quota(school, 1);
        String first = graduates.checked(graduates.at(school), outside);
        String second = graduates.checked(graduates.at(school), outside);

        Graduates.act(first, "approval", null, AccountsOf.REVIEWER).statusCode(200);

        Graduates.act(second, "approval", null, AccountsOf.REVIEWER)
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:quota-used"));
        Graduates.act(second, "refusal", Map.of("reason", "名额已满"), AccountsOf.REVIEWER)
                .statusCode(200);
        byte[] file = Rest.get(Tokens.clerk("school:" + school), "freshman-grants/list.xlsx?year=2019")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = book.getFirstSheet().read().stream().skip(2).toList();
            assertThat(rows).hasSize(2);
            assertThat(rows.getFirst().getCellAsNumber(4))
                    .hasValueSatisfying(yuan -> assertThat(yuan.intValue()).isEqualTo(1000));
        }
    }

    @Test
    @DisplayName("S145: one person is granted once, under whichever record he applies; the database holds it, too")
    void oncePerPerson() {
        // Given
        Family graduate = graduates.at(school);
        String grant = graduates.approved(graduate);
        Family otherRecord = accounts.sameAs(graduate);
        graduates.identified(otherRecord);
        String other = graduates.checked(graduates.at(school), Graduates.university(true));

        // When, Then
        assertThat(Graduates.applied(otherRecord, Graduates.university(true))
                        .statusCode(422)
                        .extract()
                        .<List<String>>path("errors.code"))
                .containsExactly("GRANTED_BEFORE");
        assertThatThrownBy(() -> database.update(
                        """
                        insert into award (id, version, student_id, identification_id, school_code, school_town, semester, programme,
                          programme_name, form, payer, rate_key, amount_fen, state, because, policy_version, reasons, proposed_by,
                          decided_at, application_id, once_person)
                        select uuidv7(), 0, :other, identification_id, school_code, school_town, '2020-spring', programme, programme_name,
                          form, payer, rate_key, amount_fen, 'PROPOSED', because, policy_version, reasons, 'x', now(),
                          :application, once_person
                        from award where application_id = :grant
                        """,
                        Map.of(
                                "other",
                                otherRecord.student(),
                                "application",
                                UUID.fromString(other),
                                "grant",
                                UUID.fromString(grant))))
                .hasStackTraceContaining("award_once_in_life");
    }

    @Test
    void whoDoesNotGraduateOrIsNotHimselfIsRefused() {
        Family young = accounts.family(Stage.PRIMARY, school);
        Family graduate = graduates.at(school);
        String university = Graduates.university(true);

        assertThat(Graduates.applied(young, university)
                        .statusCode(422)
                        .extract()
                        .<List<String>>path("errors.code"))
                .containsExactly("NO_GRADUATE", "NOT_IDENTIFIED");
        Map<String, Object> application = Graduates.application(graduate, university);
        Map<String, Object> wrong = new HashMap<>(application);
        wrong.put("identityNumber", young.number());
        Rest.post(AccountsOf.CLERK, "freshman-grants", wrong).then().statusCode(422);
        Rest.post(Tokens.clerk("school:other"), "freshman-grants", application)
                .then()
                .statusCode(404);
        Rest.post(Tokens.viewer(), "freshman-grants", application).then().statusCode(403);
        given().get("/api/v1/freshman-grants").then().statusCode(401);
        for (String list : List.of("freshman-grants", "student-loans", "freshman-grants/list.xlsx?year=2019")) {
            Rest.get(Tokens.viewer(), list).then().statusCode(403);
        }
        given().get("/api/v1/student-loans").then().statusCode(401);
    }

    private static JsonPath show(String grant) {
        return Rest.get(Tokens.auditor(), "freshman-grants/" + grant)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Money of the central lottery fund for freshmen. */
    private static void lottery(long fen) {
        JsonPath entered = Rest.post(
                        AccountsOf.CLERK,
                        "fund-incomes",
                        Map.of(
                                "source",
                                "CENTRE-LOTTERY",
                                "programme",
                                "HE-04",
                                "year",
                                2019,
                                "documentNo",
                                "彩票公益金" + UUID.randomUUID(),
                                "receivedOn",
                                "2019-03-04",
                                "amountFen",
                                fen))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Rest.decide(AccountsOf.REVIEWER, "fund-incomes", entered, true).then().statusCode(200);
    }

    private String created(String kind) {
        return Rest.post(
                        MAKER,
                        "payment-batches",
                        Map.of("kind", kind, "programme", "HE-04", "semester", "2019-spring", "schoolCode", school))
                .then()
                .statusCode(201)
                .extract()
                .path("batch.id");
    }

    /** Through all approvals to the bank. */
    private static String sent(String batch) {
        frozen(batch);
        given().auth()
                .oauth2(PAYER)
                .post("/api/v1/payment-batches/" + batch + "/bank-file?layout=pain.001")
                .then()
                .statusCode(200);
        return batch;
    }

    private static void frozen(String batch) {
        act(batch, "submissions", MAKER, null).statusCode(200);
        act(batch, "notice-confirmations", BATCH_CHECKER, null).statusCode(200);
        act(batch, "approvals", BATCH_CHECKER, Map.of("part", "CENTER_SCHOOL")).statusCode(200);
        act(batch, "approvals", BATCH_CHECKER, Map.of("part", "COUNTY")).statusCode(200);
        act(batch, "freeze", BATCH_CHECKER, null).statusCode(200).body("frozenFen", equalTo(50_000));
    }

    /** A return file about the batch's only payment. */
    private static void bankSays(String batch, String status, String reason) {
        String payment = lines(batch).getFirst().get("endToEndId").toString();
        String message = UUID.randomUUID().toString().replace("-", "");
        byte[] report = ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>"
                        + "<GrpHdr><MsgId>" + message + "</MsgId><CreDtTm>2019-03-04T09:00:00</CreDtTm></GrpHdr>"
                        + "<OrgnlGrpInfAndSts><OrgnlMsgId>x</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId>"
                        + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>x</OrgnlPmtInfId><TxInfAndSts>"
                        + "<OrgnlEndToEndId>" + payment + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts>" + reason
                        + "<OrgnlTxRef><Amt><InstdAmt Ccy=\"CNY\">500.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>"
                        + "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>")
                .getBytes(StandardCharsets.UTF_8);
        String taken = given().auth()
                .oauth2(PAYER)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/xml")
                .body(report)
                .post("/api/v1/bank-returns")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().until(() -> Rest.get(MAKER, "bank-returns/" + taken).jsonPath().getInt("waiting") == 0);
    }

    private static List<Map<String, Object>> lines(String batch) {
        return Rest.get(MAKER, "payment-batches/" + batch + "/lines").jsonPath().getList("items");
    }

    private static ValidatableResponse act(String batch, String act, String token, Map<String, ?> body) {
        var request = given().auth()
                .oauth2(token)
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json");
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/payment-batches/" + batch + "/" + act).then();
    }

    /** Lines "account direction fen" of everything booked for an award or a batch. */
    private List<String> booked(String subject) {
        return database.list(
                "select e.account || ' ' || e.direction || ' ' || e.amount_fen from ledger_entry e"
                        + " join ledger_transaction t on t.id = e.transaction_id where t.subject = :subject order by e.id",
                Map.of("subject", UUID.fromString(subject)),
                row -> row.getString(1));
    }
}
