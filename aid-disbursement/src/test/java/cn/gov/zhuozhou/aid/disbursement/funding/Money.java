package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.Rest;
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
        Rest.post(
                        Tokens.administrator(),
                        "fund-sources",
                        Map.of("code", code, "kind", kind, "nameZh", "测试", "nameEn", "test"))
                .then()
                .statusCode(201);
        return code;
    }

    static Response enterIncome(String token, String source, String programme, long fen, LocalDate on) {
        return Rest.post(
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
        return Rest.decide(Tokens.reviewer(), "fund-incomes", entered, true)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
