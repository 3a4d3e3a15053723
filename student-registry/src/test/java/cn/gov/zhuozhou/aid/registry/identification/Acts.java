package cn.gov.zhuozhou.aid.registry.identification;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** What people do over REST. */
public final class Acts {
    private Acts() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Idempotency-Key", UUID.randomUUID());
    }

    /** The identification of a pupil in a semester, as the list of his school gives it. */
    public static JsonPath find(String token, String semester, String school, UUID pupil) {
        JsonPath page = as(token)
                .queryParam("semester", semester)
                .queryParam("school", school)
                .get("/api/v1/identifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.setRootPath("items.find { it.studentId == '" + pupil + "' }");
    }

    public static Response review(String token, JsonPath identification, String decision) {
        return as(token)
                .header("If-Match", "\"" + identification.getLong("version") + "\"")
                .body(Map.of("decision", decision, "opinion", "已核实"))
                .post("/api/v1/identifications/{id}/reviews", identification.getString("id"));
    }
}
