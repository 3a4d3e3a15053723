package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Policy sets of tests, led from draft to force by those who may. */
public final class PolicyPlay {
    /** A set, and the entity tag it has. */
    public record Approved(String version, String tag) {}

    private PolicyPlay() {}

    /** A set that begins in a semester of the test's own, otherwise than the one shipped in what is changed. */
    public static String inForce(String semester, String changes) {
        Approved set = approved(semester, changes);
        as(Tokens.administrator())
                .header("If-Match", set.tag())
                .post("/api/v1/policies/{version}/entry-into-force", set.version())
                .then()
                .statusCode(200);
        return set.version();
    }

    public static Approved approved(String semester, String changes) {
        Response draft =
                as(Tokens.administrator()).body("""
                        {"basedOn": "2019-spring.2", "effectiveFrom": "%s", "nameZh": "草案", "nameEn": "Draft"}
                        """.formatted(semester)).post("/api/v1/policies");
        String version = draft.jsonPath().getString("version");
        Response changed = as(Tokens.administrator())
                .header("If-Match", draft.header("ETag"))
                .body(changes)
                .patch("/api/v1/policies/{version}/rows", version);
        Response approved = as(Tokens.reviewer())
                .header("If-Match", changed.header("ETag"))
                .body("{\"reason\": \"已核对\"}")
                .post("/api/v1/policies/{version}/approval", version);
        approved.then().statusCode(200);
        return new Approved(version, approved.header("ETag"));
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }
}
