package cn.gov.zhuozhou.aid.disbursement;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Requests as tests make them; paths begin below {@code /api/v1/}. */
public final class Rest {
    private Rest() {}

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1/" + path);
    }

    /** Each with an idempotency key of its own. */
    public static Response post(String token, String path, Map<String, ?> body) {
        return asked(token, body).post("/api/v1/" + path);
    }

    public static Response put(String token, String path, Map<String, ?> body) {
        return asked(token, body).put("/api/v1/" + path);
    }

    /** Posts to a part of a thing in the version that was seen. */
    public static Response act(String token, String things, JsonPath seen, String what, Map<String, ?> body) {
        return asked(token, body)
                .header("If-Match", "\"" + seen.getLong("revision") + "\"")
                .post("/api/v1/" + things + "/" + seen.getString("id") + "/" + what);
    }

    /** The second person's word. */
    public static Response decide(String token, String things, JsonPath seen, boolean confirmed) {
        return act(token, things, seen, "decision", Map.of("confirmed", confirmed, "reason", "核对无误"));
    }

    private static RequestSpecification asked(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body);
    }
}
