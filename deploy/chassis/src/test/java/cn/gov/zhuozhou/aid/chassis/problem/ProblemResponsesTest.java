package cn.gov.zhuozhou.aid.chassis.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@ChassisTest
class ProblemResponsesTest {
    @Test
    void withoutATokenItIs401() {
        problem(given().get("/api/v1/trail").then(), 401, "not-authenticated").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void withABrokenTokenItIs401() {
        problem(given().auth().oauth2("not.a.token").get("/api/v1/trail").then(), 401, "not-authenticated");
    }

    @Test
    void withAnExpiredTokenItIs401() {
        String expired = Tokens.of("auditor").roles("aid-auditor").expired().token();

        problem(given().auth().oauth2(expired).get("/api/v1/trail").then(), 401, "not-authenticated");
    }

    @Test
    void withTheWrongRoleItIs403() {
        problem(given().auth().oauth2(Tokens.viewer()).get("/api/v1/trail").then(), 403, "role-not-allowed");
    }

    @Test
    void outsideTheJurisdictionItIs404() {
        problem(
                given().auth()
                        .oauth2(Tokens.auditor("school:1"))
                        .get("/api/v1/trail")
                        .then(),
                404,
                "not-found");
    }

    @Test
    void aPathNobodyServesIs404() {
        problem(given().auth().oauth2(Tokens.viewer()).get("/api/v1/nothing").then(), 404, "not-found");
    }

    @Test
    void titlesAreChineseUnlessEnglishIsAskedFor() {
        given().get("/api/v1/trail").then().body("title", equalTo("未登录或令牌无效"));
        given().header("Accept-Language", "en-GB,en;q=0.8")
                .get("/api/v1/trail")
                .then()
                .body("title", equalTo("No valid token was presented"));
    }

    @Test
    void brokenJsonIs400() {
        problem(post("{\"name\":"), 400, "malformed-request");
    }

    @Test
    void aFieldNobodyKnowsIs400AndNamed() {
        problem(post("{\"name\":\"a\",\"colour\":\"red\"}"), 400, "malformed-request")
                .body("detail", containsString("colour"));
    }

    @Test
    void aMissingFieldIs400AndListed() {
        problem(post("{\"name\":\" \",\"size\":1}"), 400, "invalid-fields").body("errors[0].field", equalTo("name"));
    }

    @Test
    void theUnexpectedTellsNothingOfItsCause() {
        problem(given().get("/api/v1/things/broken").then(), 500, "unexpected")
                .body(not(containsString("999999")))
                .body("instance", startsWith("urn:uuid:"));
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(Tokens.clerk())
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/things")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("status", equalTo(status))
                .body("type", equalTo("urn:aid:problem:" + code));
    }
}
