package cn.gov.zhuozhou.aid.disbursement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dated facts an administrator enters: once each, for the bureau, never twice from the same day. All begin long after the other tests. */
@DisbursementTest
class AdministeredDataTest {
    /** @param kept counts the row of that body */
    record Fact(String path, Map<String, ?> body, String kept) {
        @Override
        public String toString() {
            return path;
        }
    }

    @Inject
    Database database;

    static Stream<Fact> facts() {
        return Stream.of(
                new Fact(
                        "coverage/suspicion-thresholds",
                        Map.of("firstDay", "2091-03-01", "leastPupils", 7, "repeatedPermille", 900, "document", "某文件"),
                        "select count(*) from suspicion_threshold where first_day = '2091-03-01' and least_pupils = 7"),
                new Fact(
                        "fund-terms",
                        Map.of("effectiveFrom", 2091, "unspentYears", 3, "document", "某文件"),
                        "select count(*) from fund_term where effective_from = 2091 and unspent_years = 3"),
                new Fact(
                        "recovery-terms",
                        Map.of("firstDay", "2091-03-01", "offsetAllowed", true, "document", "某文件"),
                        "select count(*) from recovery_term where first_day = '2091-03-01' and offset_allowed"),
                new Fact(
                        "payment-terms/programmes",
                        Map.of(
                                "programme",
                                "HE-04",
                                "firstDay",
                                "2091-03-01",
                                "until",
                                "09-15",
                                "awardDays",
                                20,
                                "document",
                                "某文件"),
                        "select count(*) from payment_term_of_programme where first_day = '2091-03-01' and until = '09-15'"),
                new Fact(
                        "payee-rules",
                        Map.of(
                                "validFrom",
                                "2091-03-01",
                                "guardianStages",
                                List.of("PRIMARY", "JUNIOR"),
                                "pupilsPerCard",
                                4),
                        "select count(*) from payee_rule where valid_from = '2091-03-01' and pupils_per_card = 4"),
                new Fact(
                        "quota-rules",
                        Map.of(
                                "programme",
                                "HS-01",
                                "effectiveFrom",
                                "2091-spring",
                                "permille",
                                150,
                                "stages",
                                List.of("SENIOR_HIGH"),
                                "directCategories",
                                List.of("ORPHAN"),
                                "document",
                                "某文件"),
                        "select count(*) from quota_rule where effective_from = '2091-spring' and permille = 150"),
                new Fact(
                        "graduate-rules",
                        Map.of(
                                "validFrom",
                                "2091-03-01",
                                "stages",
                                List.of("SENIOR_HIGH", "SECONDARY_VOCATIONAL"),
                                "finalGrade",
                                3),
                        "select count(*) from graduate_rule where valid_from = '2091-03-01' and final_grade = 3"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void anAdministratorOfTheBureauEntersIt(Fact fact) {
        // When
        var answer = post(fact, Tokens.administrator());

        // Then
        answer.then().statusCode(201);
        assertThat(kept(fact)).isOne();
        assertThat(post(fact, Tokens.administrator()).statusCode())
                .as("the same day again")
                .isBetween(409, 422);
        assertThat(kept(fact)).isOne();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void nobodyElseDoes(Fact fact) {
        assertThat(post(fact, Tokens.clerk()).statusCode()).isEqualTo(403);
        assertThat(post(fact, Tokens.administrator("school:x")).statusCode()).isEqualTo(404);
        assertThat(given().contentType(ContentType.JSON)
                        .body(fact.body())
                        .post("/api/v1/" + fact.path())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSheetOfTheNationalSystemIsMappedAnewAsItsNextVersion() {
        // Given
        String code = "map-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, ?> mapping = mapping(code);
        Rest.post(Tokens.administrator(), "national-sheet-mappings", mapping)
                .then()
                .statusCode(201)
                .body("version", equalTo(1));

        // When
        var again = Rest.post(Tokens.administrator(), "national-sheet-mappings", mapping);

        // Then
        again.then().statusCode(201).body("version", equalTo(2));
        assertThat(Rest.get(Tokens.auditor(), "national-sheet-mappings")
                        .jsonPath()
                        .getList("findAll { it.mapping.code == '%s' }.version".formatted(code)))
                .isEqualTo(List.of(2, 1));
        assertThat(Rest.post(Tokens.clerk(), "national-sheet-mappings", mapping).statusCode())
                .isEqualTo(403);
        assertThat(Rest.post(Tokens.administrator("school:x"), "national-sheet-mappings", mapping)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReturnLayoutIsEnteredAsItsNextVersion() {
        // Given
        String code = "bank-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, ?> columns = Map.of(
                "END_TO_END_ID", Map.of("titles", List.of("流水号")),
                "RESULT", Map.of("titles", List.of("结果")),
                "AMOUNT", Map.of("titles", List.of("金额")));
        Map<String, ?> layout = Map.of(
                "code", code, "name", "某行回单", "form", "TABLE", "unit", "YUAN", "columns", columns, "codes", "ISO");
        Map<String, ?> added = Map.of("layout", layout, "validFrom", "2091-03-01", "source", "某行接口说明");
        Rest.post(Tokens.administrator(), "bank-layouts/returns", added)
                .then()
                .statusCode(201)
                .body("version", equalTo(1));

        // When
        var again = Rest.post(Tokens.administrator(), "bank-layouts/returns", added);

        // Then
        again.then().statusCode(201).body("version", equalTo(2));
        assertThat(Rest.post(Tokens.clerk(), "bank-layouts/returns", added).statusCode())
                .isEqualTo(403);
        assertThat(Rest.post(Tokens.administrator("school:x"), "bank-layouts/returns", added)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBanksCodeMeansOneThingFromItsDayOn() {
        // Given
        String code = "E" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, ?> meaning = Map.of(
                "scheme",
                "SOME-BANK",
                "code",
                code,
                "outcome",
                "PENDING",
                "validFrom",
                "2091-03-01",
                "source",
                "某行接口说明");

        // When
        Rest.post(Tokens.administrator(), "bank-codes", meaning).then().statusCode(201);

        // Then
        assertThat(database.number(
                        "select count(*) from bank_code where lower(code) = lower(:code) and outcome = 'PENDING'",
                        Map.of("code", code)))
                .isOne();
        assertThat(Rest.post(Tokens.administrator("school:x"), "bank-codes", meaning)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Rest.post(Tokens.administrator(), "bank-codes", meaning).statusCode())
                .as("nothing new")
                .isEqualTo(200);
        var other = new HashMap<String, Object>(meaning);
        other.put("outcome", "SETTLED");
        assertThat(Rest.post(Tokens.administrator(), "bank-codes", other).statusCode())
                .as("another meaning from the same day")
                .isEqualTo(409);
    }

    @Test
    void layoutsAndMappingsEnteredAtOnceAreVersionsOneAfterTheOther() {
        // Given
        String code = "at-once-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, ?> mapping = mapping(code);
        List<Map<String, String>> cells = Stream.of("END_TO_END_ID", "PAYEE_NAME", "ACCOUNT", "AMOUNT")
                .map(field -> Map.of("field", field, "title", field))
                .toList();
        Map<String, ?> layout = Map.of(
                "code", code,
                "name", "某银行",
                "form", "DELIMITED",
                "charset", "GB18030",
                "separator", ",",
                "unit", "YUAN",
                "titles", true,
                "line", cells);

        // When
        List<Integer> mapped = atOnce("national-sheet-mappings", mapping);
        List<Integer> laidOut =
                atOnce("bank-layouts/payments", Map.of("layout", layout, "validFrom", "2091-03-01", "source", "接口说明"));

        // Then
        assertThat(mapped).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(laidOut).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    /** What versions six requests made. */
    private static List<Integer> atOnce(String path, Map<String, ?> body) {
        return AtOnce.times(
                6,
                () -> Rest.post(Tokens.administrator(), path, body)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("version"));
    }

    private static Map<String, ?> mapping(String code) {
        return Map.of(
                "code",
                code,
                "name",
                "全国系统发放表",
                "columns",
                Map.of("NAME", List.of("姓名"), "ACCOUNT", List.of("账号"), "AMOUNT", List.of("金额")),
                "states",
                Map.of(),
                "unit",
                "YUAN",
                "source",
                "系统导出");
    }

    private static Response post(Fact fact, String token) {
        return Rest.post(token, fact.path(), fact.body());
    }

    private long kept(Fact fact) {
        return database.number(fact.kept(), Map.of());
    }
}
