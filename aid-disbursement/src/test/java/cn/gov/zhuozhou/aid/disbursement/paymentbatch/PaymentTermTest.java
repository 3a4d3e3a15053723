package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the bureau sets about payments: only its administrator does, and each row counts from its day on. */
@DisbursementTest
class PaymentTermTest {
    private static final String ADMINISTRATOR = Tokens.administrator();

    @Test
    @DisplayName("S138: other days and deadlines count from their day on, and the ones before it stay as they were")
    void terms() {
        // Given
        Map<String, Object> later = terms("2031-09-01");
        get("payment-terms/present?on=2031-09-01").body("reissueDays", equalTo(10));

        // When
        post("payment-terms", later, ADMINISTRATOR).statusCode(204);

        // Then
        get("payment-terms/present").body("reissueDays", equalTo(10)).body("firstDay", equalTo("2018-09-01"));
        get("payment-terms/present?on=2031-08-31").body("springUntil", equalTo("04-30"));
        get("payment-terms/present?on=2031-09-01")
                .body("reissueDays", equalTo(7))
                .body("springUntil", equalTo("05-31"));
        post("payment-terms", later, ADMINISTRATOR).statusCode(409);
    }

    @Test
    void termsThatCannotBeAreRefused() {
        post("payment-terms", terms("2018-09-02"), ADMINISTRATOR).statusCode(400);
        post("payment-terms", changed(terms("2032-01-01"), "springUntil", "04-31"), ADMINISTRATOR)
                .statusCode(400);
        post("payment-terms", changed(terms("2032-01-01"), "springUntil", "13-01"), ADMINISTRATOR)
                .statusCode(400);
        post("payment-terms", changed(terms("2032-01-01"), "reissueDays", 0), ADMINISTRATOR)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(containsString("reissueDays")));
        get("payment-terms/present?on=2032-01-01").body("firstDay", not(equalTo("2032-01-01")));
    }

    @Test
    @DisplayName("S145: a programme may have a day of its own, as data")
    void termsOfProgrammes() {
        // When
        post("payment-terms/programmes", programme("XX-99", "09-15"), ADMINISTRATOR)
                .statusCode(400);
        post("payment-terms/programmes", programme("HE-04", "02-29"), ADMINISTRATOR)
                .statusCode(400);
        post("payment-terms/programmes", changed(programme("HE-04", "09-15"), "firstDay", "2019-03-03"), ADMINISTRATOR)
                .statusCode(409);
        post("payment-terms/programmes", programme("HE-04", "09-15"), ADMINISTRATOR)
                .statusCode(201)
                .body("until", equalTo("09-15"));

        // Then
        get("payment-terms/programmes")
                .body("items.findAll { it.programme == 'HE-04' }.until", hasItems("08-31", "09-15"))
                .body("items.find { it.programme == 'HE-04' }.document", containsString("待资助中心确认"));
    }

    @Test
    @DisplayName("other amount bands count from their day on, all of them together")
    void bands() {
        // Given
        Map<String, Object> later = bands("2031-09-01", 0, 10_000_000);

        // When
        post("payment-approval-bands", later, ADMINISTRATOR).statusCode(204);

        // Then
        get("payment-approval-bands/present").body("fromFen", contains(0, 50_000_000));
        get("payment-approval-bands/present?on=2031-08-31").body("fromFen", contains(0, 50_000_000));
        get("payment-approval-bands/present?on=2031-09-01").body("fromFen", contains(0, 10_000_000));
        post("payment-approval-bands", later, ADMINISTRATOR).statusCode(409);
    }

    @Test
    void bandsThatLeaveAmountsWithoutApprovalAreRefused() {
        post("payment-approval-bands", bands("2018-09-02", 0), ADMINISTRATOR).statusCode(400);
        post("payment-approval-bands", bands("2032-01-01", 1), ADMINISTRATOR).statusCode(400);
        post("payment-approval-bands", bands("2032-01-01", 0, 0), ADMINISTRATOR).statusCode(400);
        post("payment-approval-bands", changed(bands("2032-01-01", 0), "bands", List.of()), ADMINISTRATOR)
                .statusCode(400);
        Map<String, Object> withoutCounty = changed(
                bands("2032-01-01", 0), "bands", List.of(Map.of("fromFen", 0, "approvals", List.of("FINANCE"))));
        post("payment-approval-bands", withoutCounty, ADMINISTRATOR).statusCode(400);
    }

    @Test
    @DisplayName(
            "a bank's number in the national payment system belongs to the bank it is set for, and is seen where it was set")
    void lineNumbers() {
        post("payment-banks", bank("591", "591110000016"), ADMINISTRATOR).statusCode(204);

        get("payment-banks")
                .body("find { it.code == '591' }.lineNumber", equalTo("591110000016"))
                .body("find { it.code == '591' }.source", equalTo("某行来函〔2019〕1号"))
                .body("find { it.code == '102' }.source", containsString("待核实"));
        post("payment-banks", changed(bank("591", "591110000016"), "source", " "), ADMINISTRATOR)
                .statusCode(400);
        post("payment-banks", bank("591", "591110000024"), ADMINISTRATOR).statusCode(204);
        get("payment-banks").body("find { it.code == '591' }.lineNumber", equalTo("591110000024"));
        post("payment-banks", bank("591", "103100000026"), ADMINISTRATOR).statusCode(400);
        post("payment-banks", bank("591", "59111"), ADMINISTRATOR).statusCode(400);
    }

    @Test
    void onlyTheBureausAdministratorSetsThem() {
        for (var asked : Map.of(
                        "payment-terms", terms("2033-01-01"),
                        "payment-approval-bands", bands("2033-01-01", 0),
                        "payment-terms/programmes", programme("HE-04", "09-15"),
                        "payment-banks", bank("592", "592110000017"))
                .entrySet()) {
            post(asked.getKey(), asked.getValue(), Tokens.clerk()).statusCode(403);
            post(asked.getKey(), asked.getValue(), Tokens.reviewer()).statusCode(403);
            post(asked.getKey(), asked.getValue(), Tokens.administrator("school:x"))
                    .statusCode(404);
            given().contentType(ContentType.JSON)
                    .body(asked.getValue())
                    .post("/api/v1/" + asked.getKey())
                    .then()
                    .statusCode(401);
        }
        given().get("/api/v1/payment-banks").then().statusCode(401);
        get("payment-banks").body("code", not(hasItem("592")));
    }

    private static Map<String, Object> terms(String firstDay) {
        return Map.of(
                "firstDay",
                firstDay,
                "reissueDays",
                7,
                "bankDays",
                3,
                "springUntil",
                "05-31",
                "autumnUntil",
                "11-30",
                "document",
                "测试〔2031〕1号");
    }

    private static Map<String, Object> programme(String code, String until) {
        return Map.of(
                "programme", code, "firstDay", "2061-01-01", "until", until, "awardDays", 30, "document", "测试〔2061〕1号");
    }

    private static Map<String, Object> bands(String firstDay, long... fromFen) {
        List<Map<String, Object>> bands = LongStream.of(fromFen)
                .<Map<String, Object>>mapToObj(
                        from -> Map.of("fromFen", from, "approvals", List.of("COUNTY", "FINANCE")))
                .toList();
        return Map.of("firstDay", firstDay, "bands", bands, "document", "测试〔2031〕2号");
    }

    private static Map<String, Object> bank(String code, String lineNumber) {
        return Map.of("code", code, "lineNumber", lineNumber, "source", "某行来函〔2019〕1号");
    }

    private static Map<String, Object> changed(Map<String, Object> asked, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(asked);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/v1/" + path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, Object> body, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }
}
