package cn.gov.zhuozhou.aid.accountability;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static cn.gov.zhuozhou.aid.accountability.County.row;
import static cn.gov.zhuozhou.aid.accountability.County.staffList;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For each resource: the right role and jurisdiction, the wrong role, outside the jurisdiction, no token. */
@ServiceTest
class AuthorisationTest {
    private static final String ELSEWHERE = "school:9911111111";

    @Inject
    County county;

    private final String school = newSchool();
    private final String town = newTown();
    private final String own = "school:" + school;
    private UUID pupil;
    private String assignment;
    private String person;

    @BeforeEach
    void anAssignmentAtASchool() {
        county.school(school, town);
        county.staff(row(newStaffNumber(), school, "教师"));
        pupil = county.aidedPupil(school, town);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "PROPOSED"));
        assignment = county.openAssignmentOf(pupil).get("id").toString();
        person = county.openAssignmentOf(pupil).get("personId").toString();
        eventually(() -> assertThat(items("/api/v1/units", Tokens.viewer(own))).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/units", "/people", "/posts", "/assignments", "/assignments/gaps", "/indicators"})
    void listsAnswerToReadersOnly(String path) {
        assertThat(as(Tokens.viewer(own)).get("/api/v1" + path).statusCode()).isEqualTo(200);
        refused(as(Tokens.administrator()).get("/api/v1" + path), 403);
        refused(RestAssured.get("/api/v1" + path), 401);
        refused(as(Tokens.of("portal").roles("aid-viewer").expired().token()).get("/api/v1" + path), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/units", "/people", "/posts", "/assignments"})
    void listsEndAtTheJurisdiction(String path) {
        assertThat(items("/api/v1" + path, Tokens.viewer(own))).hasSize(1);
        assertThat(items("/api/v1" + path, Tokens.viewer("town:" + town))).isNotEmpty();
        assertThat(items("/api/v1" + path, Tokens.viewer(ELSEWHERE))).isEmpty();
        assertThat(items("/api/v1" + path, Tokens.viewer("village:" + town + "/第1村")))
                .isEmpty();
        assertThat(items(
                        "/api/v1" + path,
                        Tokens.of("nobody").roles("aid-viewer").org(null).token()))
                .isEmpty();
    }

    @Test
    void indicatorsEndAtTheJurisdiction() {
        Map<String, Object> coverage = as(Tokens.viewer(ELSEWHERE))
                .get("/api/v1/indicators")
                .then()
                .extract()
                .path("responsiblePersonCoverage");
        assertThat(coverage).containsEntry("aided", 0);
    }

    @Test
    void anAssignmentIsShownInsideTheJurisdiction() {
        String path = "/api/v1/assignments/" + assignment;
        assertThat(as(Tokens.viewer("town:" + town)).get(path).header("ETag")).isEqualTo("\"0\"");
        refused(as(Tokens.administrator()).get(path), 403);
        refused(as(Tokens.viewer(ELSEWHERE)).get(path), 404);
        refused(RestAssured.get(path), 401);
    }

    @Test
    void aCaseFileIsShownInsideTheJurisdiction() {
        String path = "/api/v1/case-files/" + pupil;
        assertThat(as(Tokens.auditor(own)).get(path).statusCode()).isEqualTo(200);
        refused(as(Tokens.administrator()).get(path), 403);
        refused(as(Tokens.viewer(ELSEWHERE)).get(path), 404);
        refused(as(Tokens.viewer()).get("/api/v1/case-files/" + UUID.randomUUID()), 404);
        refused(RestAssured.get(path), 401);
    }

    @Test
    void anAssignmentIsConfirmedByTheReviewerOfTheSchool() {
        String path = "/api/v1/assignments/" + assignment + "/confirmation";
        refused(RestAssured.given().header("If-Match", "\"0\"").post(path), 401);
        refused(changing(Tokens.clerk(own)).post(path), 403);
        refused(changing(Tokens.reviewer(ELSEWHERE)).post(path), 404);
        assertThat(changing(Tokens.reviewer(own)).post(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theProposalsOfASchoolAreConfirmedByItsReviewer() {
        String path = "/api/v1/assignments/confirmations";
        var body = Map.of("schoolCode", school);
        refused(RestAssured.given().contentType(ContentType.JSON).body(body).post(path), 401);
        refused(changing(Tokens.clerk(own)).body(body).post(path), 403);
        refused(changing(Tokens.reviewer(ELSEWHERE)).body(body).post(path), 404);
        assertThat(changing(Tokens.reviewer(own))
                        .body(body)
                        .post(path)
                        .path("confirmed")
                        .equals(1))
                .isTrue();
    }

    @Test
    void anotherPersonIsNamedByTheClerkOfTheSchool() {
        String path = "/api/v1/assignments/" + assignment + "/person";
        var body = Map.of("personId", person, "reason", "原责任人休假");
        refused(RestAssured.given().contentType(ContentType.JSON).body(body).put(path), 401);
        refused(changing(Tokens.reviewer(own)).body(body).put(path), 403);
        refused(changing(Tokens.clerk(ELSEWHERE)).body(body).put(path), 404);
        assertThat(changing(Tokens.clerk(own)).body(body).put(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void staffListsAreTheBureausBusiness() {
        byte[] list = staffList(row(newStaffNumber(), school, "教师")).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        refused(county.upload(list, "2019-03-01", Tokens.reviewer()).extract().response(), 403);
        refused(county.upload(list, "2019-03-01", Tokens.clerk(own)).extract().response(), 404);
        refused(RestAssured.given().body(list).post("/api/v1/feeds/staff/batches?asOf=2019-03-01"), 401);
        String id = county.upload(list, "2019-03-01", Tokens.clerk())
                .statusCode(202)
                .extract()
                .path("batchId");
        for (String path : List.of("/api/v1/feeds/batches/" + id, "/api/v1/feeds/batches/" + id + "/rows")) {
            assertThat(as(Tokens.auditor()).get(path).statusCode()).isEqualTo(200);
            refused(as(Tokens.viewer()).get(path), 403);
            refused(as(Tokens.clerk(own)).get(path), 404);
            refused(RestAssured.get(path), 401);
        }
    }

    private static RequestSpecification changing(String token) {
        return as(token).contentType(ContentType.JSON).header("If-Match", "\"0\"");
    }

    private static List<Object> items(String path, String token) {
        return as(token).get(path).then().statusCode(200).extract().path("items");
    }

    private static void refused(Response response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }
}
