package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A set put in force in a semester that runs reaches the awards that are there; in a semester of its own. */
@DisbursementTest
class PolicyFollowerTest {
    private static final String SEMESTER = "2040-autumn";

    @Inject
    AwardsOf awards;

    @Test
    void aSetPutInForceIsFollowedByTheAwardsOfItsSemesters() {
        // Given
        RegistryPupil raised = awards.known(new RegistryPupil().ruled("semester", SEMESTER));
        RegistryPupil same = awards.known(
                new RegistryPupil().is("stage", "JUNIOR").is("grade", 8).ruled("semester", SEMESTER));
        String before = award(raised).getString("policyVersion");
        // When
        String version = PolicyPlay.inForce(SEMESTER, """
                        {"upsert": {"rates": [{"programme": "CMP-03", "rateKey": "PRIMARY", "amountFen": 70000,
                          "period": "SEMESTER", "effectiveFrom": "%s", "scope": "COUNTY", "document": "ZZ-LOCAL"}]}}
                        """.formatted(SEMESTER));

        // Then
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(award(raised).getLong("amountFen")).isEqualTo(70000));
        assertThat(award(raised).getString("state")).isEqualTo("PROPOSED");
        assertThat(award(raised).getString("policyVersion")).startsWith(version + "/");
        assertThat(award(same).getLong("amountFen")).isEqualTo(75000);
        assertThat(award(same).getString("policyVersion")).isEqualTo(before);
        assertThat(award(same).getLong("revision")).isEqualTo(1);
    }

    private static JsonPath award(RegistryPupil pupil) {
        String path = "/api/v1/awards?semester=" + SEMESTER + "&student=" + pupil.id;
        String id = given().auth().oauth2(Tokens.auditor()).get(path).jsonPath().getString("items[0].id");
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/awards/" + id)
                .jsonPath();
    }
}
