package cn.gov.zhuozhou.aid.disbursement.retention;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** What is done about numbers whose time is over, over REST. */
public final class ErasureRun {
    static final String CLERK = Tokens.clerk();
    static final String REVIEWER = Tokens.reviewer();

    private ErasureRun() {}

    /** A run asked for by one person and confirmed by another. */
    public static JsonPath done() {
        String id = post("runs", Map.of("reason", "到期清除"), CLERK)
                .statusCode(201)
                .extract()
                .path("id");
        return decide(id, Map.of("confirmed", true, "opinion", "同意"), REVIEWER)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse decide(String run, Map<String, Object> body, String token) {
        return post("runs/" + run + "/decision", body, token);
    }

    static ValidatableResponse post(String path, Map<String, Object> body, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/number-retention/" + path)
                .then();
    }
}
