package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Hands files in as a clerk of the bureau does. */
public final class Feeds {
    /** The business date the tests run on. */
    public static final String TODAY = "2019-03-04";

    private Feeds() {}

    /** Hands a file in and waits for its outcome; returns the batch. */
    public static JsonPath take(String source, String csv) {
        return take(source, csv, Charset.forName("GB18030"));
    }

    static JsonPath take(String source, String csv, Charset charset) {
        return take(source, Map.of(), csv.getBytes(charset));
    }

    /** @param parameters of the address, beside the date */
    static JsonPath take(String source, Map<String, String> parameters, byte[] file) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("asOf", TODAY);
        return finished(handIn(source, all, file).statusCode(202).extract().header("Location"));
    }

    static ValidatableResponse handIn(String source, Map<String, String> parameters, byte[] body) {
        return handIn(source, parameters, body, Tokens.clerk());
    }

    static ValidatableResponse handIn(String source, String asOf, byte[] body) {
        return handIn(source, asOf, body, Tokens.clerk());
    }

    static ValidatableResponse handIn(String source, String asOf, byte[] body, String token) {
        return handIn(source, Map.of("asOf", asOf), body, token);
    }

    private static ValidatableResponse handIn(
            String source, Map<String, String> parameters, byte[] body, String token) {
        var request = given().contentType("application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .queryParams(parameters)
                .body(body);
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.post("/api/v1/feeds/" + source + "/batches").then();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonPath finished(String location) {
        String path = location.substring(location.indexOf("/api"));
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.clerk())
                                .get(path)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        batch -> !"RECEIVED".equals(batch.getString("state")));
    }
}
