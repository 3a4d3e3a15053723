package cn.gov.zhuozhou.aid.registry.hardship;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do at the desk over REST. */
public final class DeskActs {
    static final String CASES = "/api/v1/match-decisions";

    private DeskActs() {}

    public static RequestSpecification as(String token) {
        RequestSpecification request = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en");
        return token == null ? request : request.auth().oauth2(token);
    }

    public static ValidatableResponse get(String token, String path) {
        return as(token).get(path).then();
    }

    public static ValidatableResponse post(String token, String path, String ifMatch, Map<String, ?> body) {
        RequestSpecification request = as(token).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post(path).then();
    }

    static String tag(String token, UUID id) {
        return get(token, CASES + "/" + id).statusCode(200).extract().header("ETag");
    }

    static ValidatableResponse decide(String token, UUID id, String ifMatch, String decision) {
        String code = "CONFIRMED".equals(decision) ? "HOUSEHOLD_BOOK_SEEN" : "ANOTHER_PERSON";
        return post(
                token,
                CASES,
                ifMatch,
                Map.of("caseId", id, "decision", decision, "reasonCode", code, "reason", "已核对户口簿"));
    }

    static ValidatableResponse review(String token, UUID id, String decision) {
        return post(
                token, CASES + "/" + id + "/reviews", tag(token, id), Map.of("decision", decision, "opinion", "同意"));
    }

    static JsonPath comparison(String token, UUID id) {
        return get(token, CASES + "/" + id + "/comparison")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Map<String, Object> batch(String pattern, String decision, List<Map<String, ?>> cases) {
        Map<String, Object> body = new HashMap<>();
        body.put("pattern", pattern);
        body.put("decision", decision);
        body.put("reasonCode", "CONFIRMED".equals(decision) ? "VARIANT_CHARACTER" : "ANOTHER_PERSON");
        body.put("reason", "异体字");
        body.put("cases", cases);
        return body;
    }
}
