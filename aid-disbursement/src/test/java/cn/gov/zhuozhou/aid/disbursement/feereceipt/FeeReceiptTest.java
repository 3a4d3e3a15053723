package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.KnownPupil;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts of fees and what is given back on them. */
@DisbursementTest
class FeeReceiptTest {
    private static final String REFUND = """
            insert into fee_refund (id, receipt_id, kind, amount_fen, refunded_on, reason, recorded_by, recorded_by_name, recorded_at)
            values (uuidv7(), '%s', '%s', %d, '%s', 'x', 'x', 'x', now())
            """;

    @Inject
    Database database;

    private KnownPupil pupil;
    private String officer;

    @BeforeEach
    void aSchool() {
        pupil = KnownPupil.in(database, "SENIOR_HIGH");
        officer = Tokens.clerk("school:" + pupil.school());
    }

    @Test
    void aReceiptIsRecordedOnceAndSeenByWhoAnswersForTheSchool() {
        Response recorded = record(officer, receipt("A-1", 75_000));

        assertThat(recorded.statusCode()).isEqualTo(201);
        String id = recorded.jsonPath().getString("id");
        assertThat(recorded.header("Location")).endsWith("/api/v1/fee-receipts/" + id);
        assertThat(recorded.jsonPath().getLong("leftFen")).isEqualTo(75_000);
        for (String token : List.of(officer, Tokens.clerk("town:" + pupil.town()), Tokens.auditor())) {
            assertThat(Rest.get(token, "fee-receipts?semester=2019-spring&school=" + pupil.school())
                            .jsonPath()
                            .getList("items.id"))
                    .isEqualTo(List.of(id));
        }
        assertThat(Rest.get(officer, "fee-receipts?semester=2018-autumn")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void aNumberIsTheSchoolsOnce() {
        record(officer, receipt("A-1", 75_000));
        KnownPupil neighbour = KnownPupil.in(database, "SENIOR_HIGH");

        Response again = record(officer, receipt("A-1", 1));
        Response elsewhere = record(
                Tokens.clerk("school:" + neighbour.school()),
                with(with(receipt("A-1", 1), "schoolCode", neighbour.school()), "studentId", neighbour.id()));

        refused(again, 409, "receipt-exists");
        assertThat(again.jsonPath().getList("errors.field")).isEqualTo(List.of("number"));
        assertThat(elsewhere.statusCode()).isEqualTo(201);
    }

    @Test
    void aListIsRecordedWholeInItsOrder() {
        Response recorded = recordAll(row("B-2", 75_000), row("B-1", 9_900));

        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(recorded.jsonPath().getList("items.number")).isEqualTo(List.of("B-2", "B-1"));
        assertThat(recorded.jsonPath().getList("items.semester")).isEqualTo(List.of("2019-spring", "2019-spring"));
        assertThat(numbers()).isEqualTo(List.of("B-2", "B-1"));
    }

    @Test
    void ofAListWithAFaultNothingIsRecordedAndEachFaultIsNamed() {
        record(officer, receipt("C-1", 75_000));

        Response twice = recordAll(row("C-2", 1), row("C-1", 1), row("C-2", 1));
        Response strangers = recordAll(row("C-3", 1), with(row("C-4", 1), "studentId", UUID.randomUUID()));

        refused(twice, 409, "receipt-exists");
        assertThat(twice.jsonPath().getList("errors.field"))
                .isEqualTo(List.of("receipts[1].number", "receipts[2].number"));
        refused(strangers, 422, "not-of-the-school");
        assertThat(strangers.jsonPath().getList("errors.field")).isEqualTo(List.of("receipts[1].studentId"));
        assertThat(numbers()).isEqualTo(List.of("C-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "number, 'A 1'",
        "number, ''",
        "amountFen, 0",
        "amountFen, -1",
        "fee, LUNCH",
        "semester, 2019",
        "receivedOn, 2099-01-01"
    })
    void whatCannotBeIsRefused(String field, String value) {
        assertThat(record(officer, with(receipt("A-1", 1), field, value)).statusCode())
                .isEqualTo(400);
        assertThat(numbers()).isEmpty();
    }

    @Test
    void aPartAndTheRestAreGivenBackAndNoMore() {
        String id = recorded(75_000);

        Response part = refund(id, "REFUND", 25_001);
        Response more = refund(id, "REFUND", 50_000);
        Response rest = refund(id, "REFUND", 49_999);

        assertThat(part.jsonPath().getLong("leftFen")).isEqualTo(49_999);
        refused(more, 422, "more-than-taken");
        assertThat(rest.jsonPath().getLong("leftFen")).isZero();
        assertThat(Rest.get(officer, "fee-receipts/" + id + "/refunds")
                        .jsonPath()
                        .getList("items.amountFen"))
                .isEqualTo(List.of(25_001, 49_999));
        assertThat(Rest.get(officer, "fee-receipts/" + id).jsonPath().getLong("refundedFen"))
                .isEqualTo(75_000);
    }

    @Test
    void twoRefundsAtOnceGiveBackNoMoreThanWasTaken() {
        String id = recorded(75_000);

        List<Integer> answers =
                AtOnce.times(2, () -> refund(id, "REFUND", 50_000).statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 422);
        assertThat(Rest.get(officer, "fee-receipts/" + id).jsonPath().getLong("leftFen"))
                .isEqualTo(25_000);
    }

    @Test
    void aReceiptIsVoidAsAWhole() {
        String id = recorded(75_000);

        refused(refund(id, "CANCELLATION", 1), 422, "void-as-a-whole");
        assertThat(refund(id, "CANCELLATION", 75_000).jsonPath().getLong("leftFen"))
                .isZero();
    }

    @Test
    void aReasonHoldsNoNumberOfAPersonAndNothingIsGivenBackBeforeItWasTaken() {
        String id = recorded(75_000);

        assertThat(refund(id, "REFUND", 1, "2019-03-04", "退给 999999201001010016")
                        .statusCode())
                .isEqualTo(400);
        refused(refund(id, "REFUND", 1, "2019-02-28", "退费"), 422, "before-it-was-taken");
        assertThat(refund(id, "REFUND", 1, "2099-01-01", "退费").statusCode()).isEqualTo(400);
    }

    @Test
    void anotherSchoolDoesNotExist() {
        String id = recorded(75_000);
        String other = Tokens.clerk("school:other");

        assertThat(record(other, receipt("Z-1", 1)).statusCode()).isEqualTo(404);
        assertThat(record(Tokens.clerk("village:" + pupil.town() + "/某村"), receipt("Z-1", 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Rest.post(other, "fee-receipts/lists", list(row("Z-1", 1))).statusCode())
                .isEqualTo(404);
        assertThat(Rest.get(other, "fee-receipts/" + id).statusCode()).isEqualTo(404);
        assertThat(Rest.get(other, "fee-receipts/" + id + "/refunds").statusCode())
                .isEqualTo(404);
        assertThat(Rest.post(other, "fee-receipts/" + id + "/refunds", refundOf("REFUND", 1, "2019-03-04", "退费"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Rest.get(other, "fee-receipts").jsonPath().getList("items")).isEmpty();
        assertThat(numbers()).hasSize(1);
    }

    @Test
    void onlyAClerkRecords() {
        String id = recorded(75_000);

        for (String token : List.of(Tokens.reviewer(), Tokens.auditor(), Tokens.viewer(), Tokens.administrator())) {
            assertThat(record(token, receipt("Z-1", 1)).statusCode()).isEqualTo(403);
            assertThat(Rest.post(token, "fee-receipts/lists", list(row("Z-1", 1)))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(Rest.post(token, "fee-receipts/" + id + "/refunds", refundOf("REFUND", 1, "2019-03-04", "退费"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Rest.get(Tokens.viewer(), "fee-receipts").statusCode()).isEqualTo(403);
        for (String path : List.of("fee-receipts", "fee-receipts/" + id, "coverage/collected-then-waived")) {
            assertThat(given().get("/api/v1/" + path).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theDatabaseGivesBackNoMoreThanWasTaken() {
        String id = recorded(75_000);
        database.execute(REFUND.formatted(id, "REFUND", 25_000, "2019-03-04"));

        assertThatThrownBy(() -> database.execute(REFUND.formatted(id, "REFUND", 50_001, "2019-03-04")))
                .hasStackTraceContaining("than was taken");
        assertThatThrownBy(() -> database.execute(REFUND.formatted(id, "REFUND", 1, "2019-02-28")))
                .hasStackTraceContaining("before it was taken");
        assertThatThrownBy(() -> database.execute(REFUND.formatted(id, "CANCELLATION", 50_000, "2019-03-04")))
                .hasStackTraceContaining("as a whole or not at all");
        database.execute(REFUND.formatted(id, "REFUND", 50_000, "2019-03-04"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update fee_receipt set amount_fen = 1",
                "delete from fee_receipt",
                "truncate fee_receipt cascade",
                "update fee_refund set amount_fen = 1",
                "delete from fee_refund"
            })
    void whatIsWrittenDownIsNeitherChangedNorDeleted(String sql) {
        assertThatThrownBy(() -> database.execute(sql)).hasStackTraceContaining("permission denied");
    }

    private String recorded(int fen) {
        return record(officer, receipt("A-1", fen))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> numbers() {
        return Rest.get(officer, "fee-receipts").jsonPath().getList("items.number");
    }

    private static Response record(String token, Map<String, ?> receipt) {
        return Rest.post(token, "fee-receipts", receipt);
    }

    private Response recordAll(Map<?, ?>... rows) {
        return Rest.post(officer, "fee-receipts/lists", list(rows));
    }

    private Map<String, Object> list(Map<?, ?>... rows) {
        return Map.of("schoolCode", pupil.school(), "semester", "2019-spring", "receipts", List.of(rows));
    }

    private Response refund(String id, String kind, int fen) {
        return refund(id, kind, fen, "2019-03-04", "退还学生");
    }

    private Response refund(String id, String kind, int fen, String on, String reason) {
        return Rest.post(officer, "fee-receipts/" + id + "/refunds", refundOf(kind, fen, on, reason));
    }

    private static Map<String, Object> refundOf(String kind, int fen, String on, String reason) {
        return Map.of("kind", kind, "amountFen", fen, "refundedOn", on, "reason", reason);
    }

    private Map<String, Object> receipt(String number, int fen) {
        return with(with(row(number, fen), "schoolCode", pupil.school()), "semester", "2019-spring");
    }

    private Map<String, Object> row(String number, int fen) {
        return Map.of(
                "studentId",
                pupil.id(),
                "fee",
                "TUITION",
                "number",
                number,
                "amountFen",
                fen,
                "receivedOn",
                "2019-03-01");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> other = new HashMap<>(body);
        other.put(field, value);
        return other;
    }

    private static void refused(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:aid:problem:" + kind);
    }
}
