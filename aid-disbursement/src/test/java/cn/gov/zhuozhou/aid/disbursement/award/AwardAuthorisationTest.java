package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisbursementTest
class AwardAuthorisationTest {
    private static final String BULK = "{\"semester\": \"2019-spring\", \"schoolCode\": \"nowhere\"}";

    @Inject
    AwardsOf awards;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programmes",
                "policies",
                "rates?semester=2019-spring",
                "awards?semester=2019-spring",
                "awards/00000000-0000-0000-0000-000000000001",
                "awards/totals?semester=2019-spring",
                "coverage?semester=2019-spring",
                "coverage/completeness?semester=2019-spring",
                "coverage/timeliness?semester=2019-spring",
                "quotas",
                "census-days",
                "quota-rules",
                "ledger/accounts",
                "ledger/entries"
            })
    void withoutATokenNothingIsRead(String path) {
        problem(given().get("/api/v1/" + path), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"awards/approvals", "policies", "awards/00000000-0000-0000-0000-000000000001/approval"})
    void withoutATokenNothingIsChanged(String path) {
        problem(given().contentType(ContentType.JSON).body("{}").post("/api/v1/" + path), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programmes",
                "policies",
                "rates?semester=2019-spring",
                "awards?semester=2019-spring",
                "awards/totals?semester=2019-spring",
                "coverage?semester=2019-spring",
                "ledger/accounts",
                "ledger/entries"
            })
    void aViewerOfTheBureauReads(String path) {
        as(Tokens.viewer()).get("/api/v1/" + path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awards?semester=2019-spring",
                "awards/totals?semester=2019-spring",
                "coverage?semester=2019-spring",
                "ledger/accounts",
                "ledger/entries"
            })
    void anAdministratorReadsNoAwardsAndNoBooks(String path) {
        problem(as(Tokens.administrator()).get("/api/v1/" + path), 403);
    }

    @Test
    void onlyAReviewerApproves() {
        String path = "/api/v1/awards/" + award(awards.known(new RegistryPupil())) + "/approval";

        problem(as(Tokens.clerk()).header("If-Match", "*").post(path), 403);
        problem(as(Tokens.auditor()).header("If-Match", "*").post(path), 403);
        as(Tokens.reviewer()).header("If-Match", "*").post(path).then().statusCode(200);
    }

    @Test
    void onlyAReviewerApprovesInBulk() {
        problem(as(Tokens.clerk()).contentType(ContentType.JSON).body(BULK).post("/api/v1/awards/approvals"), 403);
    }

    @Test
    void onlyClerkOrReviewerReopens() {
        String path = "/api/v1/awards/" + award(awards.known(new RegistryPupil())) + "/reopening";

        problem(
                as(Tokens.viewer())
                        .contentType(ContentType.JSON)
                        .body("{\"reason\": \"复核\"}")
                        .post(path),
                403);
    }

    @Test
    void anAwardOfAnotherSchoolIsNotFound() {
        var pupil = awards.known(new RegistryPupil());
        String path = "/api/v1/awards/" + award(pupil);

        as(Tokens.reviewer("school:" + pupil.school())).get(path).then().statusCode(200);
        as(Tokens.clerk("town:" + pupil.town())).get(path).then().statusCode(200);
        problem(as(Tokens.reviewer("school:other")).get(path), 404);
        problem(as(Tokens.clerk("town:别处镇")).get(path), 404);
        problem(as(Tokens.clerk("village:" + pupil.town() + "/某村")).get(path), 404);
        problem(as(Tokens.reviewer("school:other")).header("If-Match", "*").post(path + "/approval"), 404);
        problem(
                as(Tokens.reviewer("school:other"))
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body("{\"reason\": \"复核\"}")
                        .post(path + "/reopening"),
                404);
    }

    @Test
    void listsTotalsAndCoverageEndAtTheJurisdiction() {
        var pupil = awards.known(new RegistryPupil());
        String own = Tokens.clerk("school:" + pupil.school());
        String other = Tokens.clerk("school:other");

        as(own).get("/api/v1/awards?semester=2019-spring").then().body("items", hasSize(1));
        as(other).get("/api/v1/awards?semester=2019-spring").then().body("items", empty());
        as(own).get("/api/v1/awards/totals?semester=2019-spring")
                .then()
                .body("countyCashFen", equalTo(50000))
                .body("lines", hasSize(1));
        as(other).get("/api/v1/awards/totals?semester=2019-spring").then().body("lines", empty());
        as(own).get("/api/v1/coverage?semester=2019-spring")
                .then()
                .body("schools.identified", equalTo(List.of(1)))
                .body("schools[0].programmes.programme", equalTo(List.of("CMP-03")));
        as(other).get("/api/v1/coverage?semester=2019-spring").then().body("schools", empty());
    }

    @Test
    void theBooksAreTheBureausOnly() {
        problem(as(Tokens.reviewer("school:9900000001")).get("/api/v1/ledger/accounts"), 404);
        problem(as(Tokens.clerk("town:双塔街道")).get("/api/v1/ledger/entries"), 404);
    }

    @Test
    void aSemesterWrittenWronglyIsExplained() {
        problem(as(Tokens.viewer()).get("/api/v1/coverage?semester=2019"), 400);
        problem(as(Tokens.viewer()).get("/api/v1/coverage"), 400);
    }

    private String award(RegistryPupil pupil) {
        return awards.only(pupil).getString("id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static void problem(Response answer, int status) {
        answer.then()
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("status", equalTo(status));
    }
}
