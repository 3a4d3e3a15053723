package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class ReviewTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    private Semester semester;
    private String school;
    private UUID pupil;

    @BeforeEach
    void aPupilWithNewEvidence() {
        semester = semesters.next();
        school = county.school();
        pupil = county.pupil(school);
        county.evidence(pupil, "DIBAO_R");
    }

    @Test
    void anApprovedAdditionWaitsForItsNotice() {
        // Given
        semesters.open(semester);

        // When
        var answer = Acts.review(Tokens.reviewer(), find(), "APPROVED");

        // Then
        answer.then().statusCode(200).header("ETag", "\"2\"");
        assertThat(answer.jsonPath().getString("state")).isEqualTo("REVIEWED");
        assertThat(answer.jsonPath().getBoolean("identified")).isFalse();
    }

    @Test
    void aConfirmedReevaluationTakesEffectAtOnce() {
        // Given
        UUID vocational = county.pupil(school, "SECONDARY_VOCATIONAL");
        county.identifiedBefore(vocational, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(vocational, "DIBAO_R");
        semesters.open(semester);
        JsonPath proposed = Acts.find(Tokens.viewer(), semester.code(), school, vocational);

        // When
        var answer = Acts.review(Tokens.reviewer(), proposed, "APPROVED");

        // Then
        assertThat(answer.jsonPath().getString("state")).isEqualTo("EFFECTIVE");
        assertThat(answer.jsonPath().getBoolean("identified")).isTrue();
    }

    @Test
    void whoeverOpenedTheSemesterReviewsNothingOfIt() {
        // Given
        semesters.open(semester);
        String both = Tokens.of("clerk").roles("aid-clerk", "aid-reviewer").token();

        // When
        var answer = Acts.review(both, find(), "APPROVED");

        // Then
        answer.then().statusCode(422);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:aid:problem:same-person");
    }

    @Test
    void whoeverBroughtInTheEvidenceDoesNotReviewIt() {
        // Given
        UUID batch = UUID.randomUUID();
        UUID other = county.pupil(school);
        county.evidence(other, "DIBAO_R", batch);
        String uploader = Tokens.of("uploader").roles("aid-reviewer").token();
        batchOf(batch, uploader);
        semesters.open(semester);

        // When
        var answer = Acts.review(uploader, Acts.find(uploader, semester.code(), school, other), "APPROVED");

        // Then
        answer.then().statusCode(422);
    }

    @Test
    void aReviewOfAnOldVersionIsRefused() {
        // Given
        semesters.open(semester);
        JsonPath seen = find();
        county.evidence(pupil, "REG_POOR");
        county.evaluate(pupil);

        // When
        var answer = Acts.review(Tokens.reviewer(), seen, "APPROVED");

        // Then
        answer.then().statusCode(412);
    }

    @Test
    void aReviewWithoutTheVersionSeenIsRefused() {
        // Given
        semesters.open(semester);

        // When
        var answer = Acts.as(Tokens.reviewer())
                .body(Map.of("decision", "APPROVED", "opinion", "已核实"))
                .post("/api/v1/identifications/{id}/reviews", find().getString("id"));

        // Then
        answer.then().statusCode(428);
    }

    @Test
    void whatIsReviewedAlreadyIsNotReviewedAgain() {
        // Given
        semesters.open(semester);
        Acts.review(Tokens.reviewer(), find(), "APPROVED").then().statusCode(200);

        // When
        var answer = Acts.review(Tokens.reviewer(), find(), "RETURNED");

        // Then
        answer.then().statusCode(409);
    }

    @Test
    void aReturnedProposalCanBePutForwardAgain() {
        // Given
        semesters.open(semester);
        Acts.review(Tokens.reviewer(), find(), "RETURNED").then().statusCode(200);
        JsonPath returned = find();

        // When
        var answer = Acts.as(Tokens.clerk())
                .header("If-Match", returned.getString("version"))
                .body(Map.of("reason", "补充了证明"))
                .post("/api/v1/identifications/{id}/proposals", returned.getString("id"));

        // Then
        answer.then().statusCode(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void manyAreReviewedInOneRequestWithinTheJurisdiction() {
        // Given
        String elsewhere = county.school();
        UUID outside = county.pupil(elsewhere);
        county.evidence(outside, "DIBAO_R");
        UUID second = county.pupil(school);
        county.evidence(second, "TEKUN_R");
        semesters.open(semester);

        // When
        var answer = Acts.as(Tokens.reviewer("school:" + school))
                .body(Map.of("semester", semester.code(), "decision", "APPROVED", "opinion", "已核实"))
                .post("/api/v1/identifications/reviews");

        // Then
        answer.then().statusCode(200);
        assertThat(answer.jsonPath().getInt("reviewed")).isEqualTo(2);
        assertThat(answer.jsonPath().getInt("byResult.ADDED")).isEqualTo(2);
        assertThat(find().getString("state")).isEqualTo("REVIEWED");
        assertThat(Acts.find(Tokens.viewer(), semester.code(), elsewhere, outside)
                        .getString("state"))
                .isEqualTo("PROPOSED");
    }

    @Test
    void rulingsAndReviewsCannotBeChangedAfterwards() {
        // Given
        semesters.open(semester);

        // When
        var attempt = catchThrowable(() ->
                database.update("update ruling set result = 'NONE' where student_id = :pupil", Map.of("pupil", pupil)));

        // Then
        assertThat(attempt).isNotNull();
    }

    @Test
    void aReviewStandsInTheTrailWithItsOpinion() {
        // Given
        semesters.open(semester);
        String id = find().getString("id");

        // When
        Acts.review(Tokens.reviewer(), find(), "RETURNED").then().statusCode(200);

        // Then
        assertThat(database.list(
                        "select action || ' ' || actor_name || ' ' || reason from trail where subject_id = :id",
                        Map.of("id", id),
                        row -> row.getString(1)))
                .containsExactly("identification.returned reviewer 已核实");
    }

    private JsonPath find() {
        return Acts.find(Tokens.viewer(), semester.code(), school, pupil);
    }

    private void batchOf(UUID batch, String token) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        Map<String, Object> values = new HashMap<>();
        values.put("id", batch);
        values.put("by", JsonPath.from(payload).getString("sub"));
        database.update("""
                insert into feed_batch (id, source, kind, as_of, state, created_by, created_name, created_at)
                values (:id, 'civil-affairs-dibao', 'FILE', '2019-03-01', 'DONE', :by, '某人', now())
                """, values);
    }
}
