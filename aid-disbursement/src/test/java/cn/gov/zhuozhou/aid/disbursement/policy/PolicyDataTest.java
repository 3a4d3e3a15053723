package cn.gov.zhuozhou.aid.disbursement.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PupilSituation;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DisbursementTest
class PolicyDataTest {
    private static final PupilSituation DAY_PUPIL =
            new PupilSituation(Stage.JUNIOR, 8, false, true, true, Level.SEVERE, Set.of("DIBAO_R"), true);

    @Inject
    PolicySets policies;

    @Test
    void dayPupilsAreGrantedNothingInSpring2019AndHalfTheBoardersRateFromAutumnOn() {
        var spring = AwardDecision.of(
                DAY_PUPIL, policies.in(Semester.parse("2019-spring")).orElseThrow());
        var autumn = AwardDecision.of(
                DAY_PUPIL, policies.in(Semester.parse("2019-autumn")).orElseThrow());

        assertThat(spring.entitlements()).isEmpty();
        assertThat(autumn.to("CMP-04").orElseThrow().amountFen()).isEqualTo(31250);
    }

    @Test
    void aChildOfADisabledPersonHasTheThreeWaiversWithoutBeingOfTheFourCategories() {
        var child = new PupilSituation(
                Stage.SENIOR_HIGH, 11, true, true, true, Level.SEVERE, Set.of("DISABLED_CHILD"), false);

        var decision = AwardDecision.of(
                child, policies.in(Semester.parse("2019-spring")).orElseThrow());

        assertThat(decision.to("HS-02").orElseThrow().amountFen()).isNull();
        assertThat(decision.to("HS-02").orElseThrow().reasons().getFirst().code())
                .isEqualTo("WAIVER_DISABLED_FAMILY");
    }

    @Test
    void beforeTheFirstSetNothingIsGranted() {
        assertThat(policies.in(Semester.parse("2018-autumn"))).isEmpty();
    }

    @Test
    void programmesRatesAndSetsAreRead() {
        read("programmes")
                .then()
                .body("code", hasItems("PRE-01", "CMP-03", "HS-01", "HS-02", "SV-01", "SV-02", "YL-01"));
        read("policies").then().body("version", hasItem("2019-spring.1")).body("state", hasItem("IN_FORCE"));
        read("rates?semester=2019-spring")
                .then()
                .body("find { it.programme == 'CMP-03' && it.key == 'JUNIOR' }.amountFen", equalTo(62500))
                .body("programme", not(hasItem("CMP-04")));
        read("rates?semester=2019-autumn").then().body("programme", hasItem("CMP-04"));
    }

    @Test
    void anAdministratorAddsARateThatBeginsLater() {
        // Given
        String rate = rate("SPECIAL", 90000, "2031-spring");

        // When
        Response added = add(rate, UUID.randomUUID().toString(), Tokens.administrator());

        // Then
        added.then().statusCode(201);
        read("rates?semester=2030-autumn")
                .then()
                .body("find { it.programme == 'CMP-03' && it.key == 'SPECIAL' }.amountFen", equalTo(75000));
        read("rates?semester=2031-autumn")
                .then()
                .body("find { it.programme == 'CMP-03' && it.key == 'SPECIAL' }.amountFen", equalTo(90000));
        assertThat(policies.in(Semester.parse("2031-spring"))
                        .orElseThrow()
                        .rate("CMP-03", "SPECIAL")
                        .orElseThrow()
                        .amountFen())
                .isEqualTo(90000);
        add(rate, UUID.randomUUID().toString(), Tokens.administrator())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:rate-exists"));
    }

    @Test
    void theSameRequestTwiceAddsOneRate() {
        // Given
        String key = UUID.randomUUID().toString();
        String rate = rate("SPECIAL", 95000, "2032-spring");
        String first = add(rate, key, Tokens.administrator()).jsonPath().getString("id");

        // When
        Response again = add(rate, key, Tokens.administrator());

        // Then
        again.then().statusCode(201).body("id", equalTo(first));
    }

    @Test
    void aKeyNoProgrammeHasIsRefused() {
        add(rate("NOBODY", 1, "2031-spring"), UUID.randomUUID().toString(), Tokens.administrator())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:rate-key-unknown"));
    }

    @Test
    void onlyAnAdministratorOfTheBureauAddsRates() {
        String rate = rate("SPECIAL", 99900, "2033-spring");

        add(rate, UUID.randomUUID().toString(), Tokens.clerk()).then().statusCode(403);
        add(rate, UUID.randomUUID().toString(), Tokens.administrator("school:9900000001"))
                .then()
                .statusCode(404);
    }

    private static Response read(String path) {
        return given().auth().oauth2(Tokens.viewer()).get("/api/v1/" + path);
    }

    private static Response add(String rate, String key, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(rate)
                .post("/api/v1/rates");
    }

    private static String rate(String key, long fen, String from) {
        return """
                {"programme": "CMP-03", "key": "%s", "amountFen": %d, "effectiveFrom": "%s", "document": "ZZ-LOCAL"}
                """.formatted(key, fen, from);
    }
}
