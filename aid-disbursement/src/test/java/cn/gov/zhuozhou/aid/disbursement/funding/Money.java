package cn.gov.zhuozhou.aid.disbursement.funding;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What tests do with funds over REST. Each test has sources of its own, for all share one database. */
final class Money {
    private Money() {}

    /** A new source. */
    static String source(String kind) {
        String code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        post(
                        Tokens.administrator(),
                        "fund-sources",
                        Map.of("code", code, "kind", kind, "nameZh", "测试", "nameEn", "test"))
                .then()
                .statusCode(201);
        return code;
    }

    static Response enterIncome(String token, String source, String programme, long fen, LocalDate on) {
        return post(
                token,
                "fund-incomes",
                Map.of(
                        "source",
                        source,
                        "programme",
                        programme,
                        "year",
                        on.getYear(),
                        "documentNo",
                        "冀财教〔" + on.getYear() + "〕"
                                + UUID.randomUUID().toString().substring(0, 4) + "号",
                        "receivedOn",
                        on.toString(),
                        "amountFen",
                        fen));
    }

    /** Entered by one and confirmed by another. */
    static JsonPath income(String source, String programme, long fen, LocalDate on) {
        JsonPath entered = enterIncome(Tokens.clerk(), source, programme, fen, on)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return decide(Tokens.reviewer(), "fund-incomes", entered, true)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Response decide(String token, String acts, JsonPath act, boolean confirmed) {
        return changed(token, acts, act, "decision", Map.of("confirmed", confirmed, "reason", "核对无误"));
    }

    static Response reverse(String token, String acts, JsonPath act) {
        return changed(token, acts, act, "reversal", Map.of("reason", "登记有误"));
    }

    static Response post(String token, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/" + path);
    }

    static Response get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1/" + path);
    }

    private static Response changed(String token, String acts, JsonPath act, String what, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + act.getLong("revision") + "\"")
                .body(body)
                .post("/api/v1/" + acts + "/" + act.getString("id") + "/" + what);
    }
}
