package cn.gov.zhuozhou.aid.registry.feed;

import static cn.gov.zhuozhou.aid.registry.identification.Acts.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A batch that should never have come is taken back by two people. */
@RegistryTest
class WithdrawalTest {
    @Inject
    FeedFacts facts;

    @Inject
    Merges merges;

    @Test
    @DisplayName(
            "S69: a withdrawn file leaves the register of before, its pupils are evaluated again, and it may come again")
    void aWithdrawnFileIsUndoneAndMayComeAgain() {
        // Given
        var county = new County();
        var pupil = county.pupil();
        Feeds.take("enrolment", county.enrolment());
        String empty = county.dibao();
        county.family("N1" + pupil.identity().substring(6), pupil);
        Feeds.take("civil-affairs-dibao", county.dibao());
        String wrong = Feeds.take("civil-affairs-dibao", empty).getString("batchId");
        assertThat(facts.of(county)).isEmpty();

        // When
        JsonPath done = withdraw(wrong);

        // Then
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("touched")).isPositive();
        assertThat(batch(wrong).getString("state")).isEqualTo("WITHDRAWN");
        assertThat(facts.of(county)).containsExactly("evidence 0 DIBAO_R EXACT");
        assertThat(Feeds.take("civil-affairs-dibao", empty).getString("state")).isEqualTo("DONE");
        assertThat(facts.of(county)).isEmpty();
        propose(Tokens.clerk(), wrong).then().statusCode(409);
    }

    @Test
    void onlyTheNewestBatchOfASourceIsWithdrawnAndTheLaterOnesAreNamed() {
        // Given
        var county = new County();
        county.family("N1" + UUID.randomUUID(), county.pupil());
        String older = Feeds.take("civil-affairs-dibao", county.dibao()).getString("batchId");
        String newer = Feeds.take("civil-affairs-dibao", county.dibao()).getString("batchId");

        // When
        Response refused = propose(Tokens.clerk(), older);

        // Then
        refused.then()
                .statusCode(409)
                .body("type", containsString("later-batches"))
                .body("detail", containsString(newer));
        withdraw(newer);
        assertThat(withdraw(older).getString("state")).isEqualTo("DONE");
    }

    @Test
    @DisplayName("Decisions made meanwhile stay decisions on their content")
    void aDecisionMadeOnAWithdrawnFileIsNotAskedForAgain() {
        // Given
        var county = new County();
        var pupil = county.pupil();
        Feeds.take("enrolment", county.enrolment());
        county.head("N3" + pupil.identity().substring(6), pupil);
        String file = Feeds.take("civil-affairs-dibao", county.dibao()).getString("batchId");
        merges.decide(facts.openCase(facts.id(pupil)), true);
        assertThat(facts.of(county))
                .containsExactly("evidence 0 DIBAO_R DECIDED", "case 0 HOUSEHOLD_HEAD_ONLY CONFIRMED");

        // When
        withdraw(file);
        List<String> withdrawn = facts.of(county);
        Feeds.take("civil-affairs-dibao", county.dibao());

        // Then
        assertThat(withdrawn).isEmpty();
        assertThat(facts.of(county))
                .containsExactly("evidence 0 DIBAO_R DECIDED", "case 0 HOUSEHOLD_HEAD_ONLY CONFIRMED");
    }

    @Test
    void aPupilOnlyAWithdrawnFileToldOfIsGoneAndComesBackAsTheSame() {
        // Given
        var county = new County();
        var pupil = county.pupil();
        String file = Feeds.take("enrolment", county.enrolment()).getString("batchId");
        UUID id = facts.id(pupil);

        // When
        withdraw(file);

        // Then
        as(Tokens.viewer())
                .queryParam("name", pupil.name())
                .get("/api/v1/students")
                .then()
                .body("items.studentId.findAll { it == '" + id + "' }", equalTo(List.of()));
        Feeds.take("enrolment", county.enrolment());
        assertThat(facts.id(pupil)).isEqualTo(id);
        as(Tokens.viewer())
                .queryParam("name", pupil.name())
                .get("/api/v1/students")
                .then()
                .body("items.find { it.studentId == '" + id + "' }.enrolmentState", equalTo("IN_SCHOOL"));
    }

    @Test
    void theSecondPersonMayRefuseAndNobodyDecidesTwice() {
        // Given
        var county = new County();
        county.family("N1" + UUID.randomUUID(), county.pupil());
        String file = Feeds.take("civil-affairs-dibao", county.dibao()).getString("batchId");
        String withdrawal = proposed(Tokens.clerk(), file);

        // When
        decide(Tokens.reviewer(), withdrawal, "REFUSED").then().statusCode(200).body("state", equalTo("REFUSED"));

        // Then
        decide(Tokens.reviewer(), withdrawal, "CONFIRMED").then().statusCode(409);
        assertThat(batch(file).getString("state")).isEqualTo("DONE");
        propose(Tokens.clerk(), file).then().statusCode(201);
    }

    @Test
    void rolesJurisdictionAndFourEyesAreKept() {
        // Given
        var county = new County();
        county.family("N1" + UUID.randomUUID(), county.pupil());
        String file = Feeds.take("civil-affairs-dibao", county.dibao()).getString("batchId");

        // Then
        propose(Tokens.reviewer(), file).then().statusCode(403);
        propose(Tokens.clerk("school:9900000001"), file).then().statusCode(404);
        propose(Tokens.clerk(), UUID.randomUUID().toString()).then().statusCode(404);
        String withdrawal = proposed(Tokens.clerk(), file);
        propose(Tokens.clerk(), file).then().statusCode(409);
        decide(Tokens.clerk(), withdrawal, "CONFIRMED").then().statusCode(403);
        as(Tokens.reviewer())
                .body(Map.of("decision", "CONFIRMED", "opinion", "核实"))
                .post("/api/v1/feeds/withdrawals/{id}/decisions", withdrawal)
                .then()
                .statusCode(428);
        given().get("/api/v1/feeds/withdrawals/{id}", withdrawal).then().statusCode(401);
        as(Tokens.viewer("school:9900000001"))
                .get("/api/v1/feeds/withdrawals/{id}", withdrawal)
                .then()
                .statusCode(404);
        as(Tokens.viewer())
                .queryParam("state", "PROPOSED")
                .queryParam("limit", 500)
                .get("/api/v1/feeds/withdrawals")
                .then()
                .body("items.find { it.withdrawalId == '" + withdrawal + "' }.reason", equalTo("交错了文件"));
    }

    static JsonPath withdraw(String batch) {
        String withdrawal = proposed(Tokens.clerk(), batch);
        decide(Tokens.reviewer(), withdrawal, "CONFIRMED").then().statusCode(202);
        return finished(withdrawal);
    }

    static JsonPath finished(String withdrawal) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> as(Tokens.viewer())
                                .get("/api/v1/feeds/withdrawals/{id}", withdrawal)
                                .jsonPath(),
                        found -> !"CONFIRMED".equals(found.getString("state")));
    }

    static String proposed(String token, String batch) {
        return propose(token, batch).then().statusCode(201).extract().jsonPath().getString("withdrawalId");
    }

    static Response propose(String token, String batch) {
        return as(token)
                .header("Accept-Language", "en")
                .body(Map.of("reason", "交错了文件"))
                .post("/api/v1/feeds/batches/{id}/withdrawals", batch);
    }

    static Response decide(String token, String withdrawal, String decision) {
        return as(token)
                .header("If-Match", "\"1\"")
                .body(Map.of("decision", decision, "opinion", "核实"))
                .post("/api/v1/feeds/withdrawals/{id}/decisions", withdrawal);
    }

    private static JsonPath batch(String id) {
        return as(Tokens.viewer()).get("/api/v1/feeds/batches/{id}", id).jsonPath();
    }
}
