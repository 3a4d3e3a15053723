package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DisbursementTest
class QuotaTest {
    private static final String BOTH_ROLES =
            Tokens.of("both").roles("aid-clerk", "aid-reviewer").token();

    @Inject
    AwardsOf awards;

    @Inject
    Database database;

    private final String school = "Q" + UUID.randomUUID().toString().substring(0, 8);
    private final String town = "名额镇" + school;

    @Test
    void withoutAQuotaNobodyWaits() {
        // Given
        var pupil = ordinary();

        // When
        Response answer = approve(pupil);

        // Then
        answer.then().statusCode(200);
    }

    @Test
    void theRuleCountsAFifthOfTheRoll() {
        // Given
        IntStream.range(0, 11).forEach(i -> ordinary());

        // When
        Response answer = propose(null, Tokens.clerk());

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/quotas/" + answer.path("id")))
                .header("ETag", "\"1\"")
                .body("onRoll", equalTo(11))
                .body("places", equalTo(2))
                .body("computedPlaces", equalTo(2))
                .body("state", equalTo("PROPOSED"));
    }

    @Test
    void theWholeCountyIsCountedAtOnce() {
        // Given
        IntStream.range(0, 11).forEach(i -> ordinary());

        // When
        Response answer = count(Tokens.clerk());

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getInt("proposed")).isPositive();
        given().auth()
                .oauth2(Tokens.clerk())
                .get("/api/v1/quotas?semester=2019-autumn&programme=HS-01&school=" + school)
                .then()
                .body("items.places", equalTo(List.of(2)))
                .body("items.state", equalTo(List.of("PROPOSED")));
        assertThat(count(Tokens.reviewer()).statusCode()).isEqualTo(403);
        assertThat(count(Tokens.clerk("school:" + school)).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherNumberKeepsItsReasonAndIsPutInForceByAnotherPerson() {
        // Given
        ordinary();
        JsonPath proposed = propose(3, BOTH_ROLES).jsonPath();
        assertThat(proposed.getInt("computedPlaces")).isZero();
        assertThat(proposed.getString("reason")).isEqualTo("上级追加");

        // When
        Response own = decide(proposed, true, BOTH_ROLES);
        Response other = decide(proposed, true, Tokens.reviewer());

        // Then
        own.then().statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
        other.then().statusCode(200).body("state", equalTo("IN_FORCE")).body("places", equalTo(3));
    }

    @Test
    void whoDoesNotFitWaitsInOrderOfHardshipAndMovesUp() {
        // Given
        var ordinary = ordinary();
        var difficult = senior("DIFFICULT", List.of("SCHOOL_JUDGED"));
        quota(1);

        // When
        Response waits = approve(ordinary);
        Response fits = approve(difficult);

        // Then
        waits.then().statusCode(422).body("type", equalTo("urn:aid:problem:quota-reached"));
        fits.then().statusCode(200);
        awards.receive(difficult.is("enrolmentState", "LEFT").pupilMessage());
        approve(ordinary).then().statusCode(200);
    }

    @Test
    void aSpecialGroupIsNeverRefusedForWantOfRoom() {
        // Given
        approve(ordinary()).then().statusCode(200);
        quota(1);

        // When
        Response answer = approve(senior("SEVERE", List.of("REG_POOR")));

        // Then
        answer.then().statusCode(200);
    }

    @Test
    void aBulkApprovalLeavesOutWhoWaitsAndTheRankingNamesHim() {
        // Given
        var first = senior("DIFFICULT", List.of("SCHOOL_JUDGED"));
        var special = senior("SEVERE", List.of("REG_POOR"));
        var waiting = ordinary();
        JsonPath quota = quota(2);

        // When
        JsonPath run = awards.approveAll(school, Tokens.reviewer());

        // Then
        assertThat(run.getInt("approved")).isEqualTo(2);
        assertThat(run.getInt("quotaReached")).isEqualTo(1);
        assertThat(awards.only(waiting).getString("state")).isEqualTo("PROPOSED");
        assertThat(List.of(awards.only(first), awards.only(special)))
                .allMatch(award -> "APPROVED".equals(award.getString("state")));
        JsonPath ranking = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/quotas/" + quota.getString("id") + "/ranking")
                .jsonPath();
        assertThat(ranking.getList("items.reason.code"))
                .isEqualTo(List.of("QUOTA_TAKEN", "QUOTA_TAKEN", "QUOTA_REACHED"));
        assertThat(ranking.getString("items[2].awardId"))
                .isEqualTo(awards.only(waiting).getString("id"));
    }

    @Test
    void theDatabaseRefusesAnApprovalWithoutRoom() {
        // Given
        var pupil = ordinary();
        quota(0);
        UUID award = UUID.fromString(awards.only(pupil).getString("id"));

        // Then
        assertThatThrownBy(() -> database.update("""
                        update award set state = 'APPROVED', approved_by = 'x', commitment_id = uuidv7() where id = :id
                        """, Map.of("id", award))).hasStackTraceContaining("has no room");
    }

    @Test
    void aLaterQuotaTakesThePlaceOfTheFormer() {
        // Given
        ordinary();
        JsonPath former = quota(0);

        // When
        JsonPath later = quota(1);

        // Then
        assertThat(show(former.getString("id"), Tokens.auditor()).jsonPath().getString("state"))
                .isEqualTo("REPLACED");
        assertThat(later.getString("state")).isEqualTo("IN_FORCE");
        assertThatThrownBy(() -> database.update(
                        "update quota set places = 9 where id = :id",
                        Map.of("id", UUID.fromString(later.getString("id")))))
                .hasStackTraceContaining("never rewritten");
    }

    @Test
    void onlyTheBureauProposesAndOthersDoNotSeeIt() {
        // Given
        ordinary();
        String id = quota(1).getString("id");

        // Then
        assertThat(propose(1, Tokens.viewer()).statusCode()).isEqualTo(403);
        assertThat(propose(1, Tokens.clerk("school:" + school)).statusCode()).isEqualTo(404);
        assertThat(show(id, Tokens.clerk("school:" + school)).statusCode()).isEqualTo(200);
        assertThat(show(id, Tokens.clerk("school:other")).statusCode()).isEqualTo(404);
        assertThat(show(id, Tokens.administrator()).statusCode()).isEqualTo(403);
        assertThat(given().get("/api/v1/quotas/" + id).statusCode()).isEqualTo(401);
    }

    private RegistryPupil ordinary() {
        return senior("ORDINARY", List.of("SCHOOL_JUDGED"));
    }

    private RegistryPupil senior(String level, List<String> categories) {
        return awards.known(new RegistryPupil()
                .is("schoolCode", school)
                .is("schoolTown", town)
                .is("stage", "SENIOR_HIGH")
                .is("grade", 10)
                .ruled("level", level)
                .ruled("categories", categories)
                .ruled("fourCategory", false));
    }

    private Response approve(RegistryPupil pupil) {
        return awards.approve(awards.only(pupil), Tokens.reviewer());
    }

    private JsonPath quota(int places) {
        return decide(propose(places, Tokens.clerk()).jsonPath(), true, Tokens.reviewer())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response propose(Integer places, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"semester\": \"2019-spring\", \"programme\": \"HS-01\", \"schoolCode\": \"" + school
                        + "\", \"places\": " + places + ", \"reason\": \"上级追加\"}")
                .post("/api/v1/quotas");
    }

    private static Response count(String token) {
        return Rest.post(token, "quotas/counts", Map.of("semester", "2019-autumn", "programme", "HS-01"));
    }

    private static Response decide(JsonPath quota, boolean granted, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + quota.getLong("revision") + "\"")
                .body("{\"granted\": " + granted + ", \"reason\": \"已核\"}")
                .post("/api/v1/quotas/" + quota.getString("id") + "/decision");
    }

    private static Response show(String id, String token) {
        return given().auth().oauth2(token).get("/api/v1/quotas/" + id);
    }
}
