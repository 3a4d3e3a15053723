package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RegistryTest
class RegistryAuthorisationTest {
    private static final String NO_ROLE =
            Tokens.of("nobody").roles().org(Tokens.BUREAU).token();
    private static final String ELSEWHERE = Tokens.clerk("school:9900000002");

    @Inject
    FeedFacts facts;

    @Test
    void pupilsAreShownWithinTheJurisdictionOnly() {
        var pupil = pupilWithEvidence();
        for (String path : List.of("/api/v1/students/" + pupil.id(), "/api/v1/students/" + pupil.id() + "/evidence")) {
            status(path, Tokens.viewer(), 200);
            status(path, Tokens.clerk("school:" + County.SCHOOL), 200);
            status(path, Tokens.clerk("town:" + County.TOWN), 200);
            status(path, ELSEWHERE, 404);
            status(path, NO_ROLE, 403);
            status(path, null, 401);
        }
        given().auth()
                .oauth2(ELSEWHERE)
                .queryParam("name", pupil.pupil().name())
                .get("/api/v1/students")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void numbersAreMaskedAndDisclosedOnlyWithAReason() {
        var pupil = pupilWithEvidence();
        String shown = given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/v1/students/" + pupil.id())
                .then()
                .extract()
                .asString();
        assertThat(shown)
                .doesNotContain(pupil.pupil().identity())
                .contains(pupil.pupil().identity().substring(14));
        String path = "/api/v1/students/" + pupil.id() + "/identity-disclosures";
        post(path, Map.of("reason", "核对"), Tokens.clerk(), 200)
                .body("identityNumber", equalTo(pupil.pupil().identity()));
        post(path, Map.of("reason", " "), Tokens.clerk(), 400);
        post(path, Map.of("reason", "核对"), Tokens.viewer(), 403);
        post(path, Map.of("reason", "核对"), ELSEWHERE, 404);
        post(path, Map.of("reason", "核对"), null, 401);
    }

    @Test
    void lookingUpNumbersIsForTheBureau() {
        var pupil = pupilWithEvidence();
        Map<String, ?> request =
                Map.of("numbers", List.of(pupil.pupil().number(), People.adult(), "x"), "reason", "测试");
        post("/api/v1/students/lookups", request, Tokens.viewer(), 200)
                .body("studentIds", equalTo(java.util.Arrays.asList(pupil.id().toString(), null, null)));
        post("/api/v1/students/lookups", request, Tokens.reviewer(), 403);
        post("/api/v1/students/lookups", request, ELSEWHERE, 404);
        post("/api/v1/students/lookups", request, null, 401);
    }

    @Test
    void schoolsAreShownWithinTheJurisdictionOnly() {
        Feeds.take("schools", County.schools());
        String path = "/api/v1/schools/" + County.SCHOOL;
        status(path, Tokens.viewer(), 200);
        status(path, ELSEWHERE, 404);
        status(path, NO_ROLE, 403);
        status(path, null, 401);
        given().auth()
                .oauth2(ELSEWHERE)
                .get("/api/v1/schools")
                .then()
                .body("items.schoolCode", not(hasItem(County.SCHOOL)));
    }

    @Test
    void feedsAreForTheBureau() {
        byte[] schools = Feeds.utf8(County.schools());
        Feeds.handIn("schools", Feeds.TODAY, schools, Tokens.viewer()).statusCode(403);
        Feeds.handIn("schools", Feeds.TODAY, schools, ELSEWHERE).statusCode(404);
        Feeds.handIn("schools", Feeds.TODAY, schools, null).statusCode(401);
        var batch = Feeds.take("schools", County.schools());
        String path = "/api/v1/feeds/batches/" + batch.getString("batchId");
        for (String one : List.of(path, path + "/rows", "/api/v1/feeds/batches")) {
            status(one, Tokens.auditor(), 200);
            status(one, ELSEWHERE, 404);
            status(one, NO_ROLE, 403);
            status(one, null, 401);
        }
        status(path + "/refused.xlsx", Tokens.clerk(), 200);
        status(path + "/refused.xlsx", Tokens.auditor(), 403);
        status(path + "/refused.xlsx", ELSEWHERE, 404);
        status(path + "/refused.xlsx", null, 401);
    }

    private record Known(UUID id, County.Pupil pupil) {}

    private Known pupilWithEvidence() {
        var county = new County();
        var pupil = county.pupil();
        county.family("N9" + pupil.identity().substring(6), pupil);
        Feeds.take("schools", County.schools());
        Feeds.take("enrolment", county.enrolment());
        Feeds.take("civil-affairs-dibao", county.dibao());
        return new Known(facts.id(pupil), pupil);
    }

    private static void status(String path, String token, int status) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        var response = request.get(path).then().statusCode(status);
        if (status >= 400) {
            response.contentType(containsString("application/problem+json"));
        }
    }

    private static io.restassured.response.ValidatableResponse post(
            String path, Map<String, ?> body, String token, int status) {
        var request = given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body);
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.post(path).then().statusCode(status);
    }
}
