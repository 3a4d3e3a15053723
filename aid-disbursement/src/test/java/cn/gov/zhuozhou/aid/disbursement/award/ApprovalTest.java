package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@DisbursementTest
class ApprovalTest {
    private static final String BOTH_ROLES =
            Tokens.of("both").roles("aid-clerk", "aid-reviewer").token();

    @Inject
    AwardsOf awards;

    @Test
    void anApprovalBooksTheCommitmentAndLeavesATrail() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        Response answer = awards.approve(awards.only(pupil), Tokens.reviewer());

        // Then
        answer.then().statusCode(200).header("ETag", "\"2\"").body("state", equalTo("APPROVED"));
        String id = answer.jsonPath().getString("id");
        assertThat(awards.booked(id))
                .containsExactly("CMP-03/COMMITTED DEBIT 50000", "CMP-03/FUNDING/COUNTY CREDIT 50000");
        assertThat(awards.strings("select action from trail where subject_id = '" + id + "'"))
                .containsExactly("award.approved");
        assertThat(awards.events(pupil)).hasSize(2);
    }

    @Test
    void aWaiverAtTheSchoolsOwnChargeBooksNothing() {
        // Given
        var pupil = awards.known(new RegistryPupil().is("stage", "SENIOR_HIGH"));
        String waiver = awards.list(pupil).getString("items.find { it.programme == 'HS-02' }.id");

        // When
        Response answer = awards.approve(awards.one(waiver), Tokens.reviewer());

        // Then
        answer.then().statusCode(200);
        assertThat(awards.booked(waiver)).isEmpty();
    }

    @Test
    void whatOthersPayIsRecordedAndBooksNothing() {
        // Given
        var pupil = awards.known(new RegistryPupil()
                .is("stage", "SECONDARY_VOCATIONAL")
                .ruled("semester", "2019-autumn")
                .ruled("categories", List.of("REG_POOR")));
        String yulu = awards.list(pupil, "2019-autumn").getString("items.find { it.programme == 'YL-01' }.id");

        // When
        Response answer = awards.approve(awards.one(yulu), Tokens.reviewer());

        // Then
        answer.then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("form", equalTo("RECORD_ONLY"))
                .body("payer", equalTo("POVERTY_OFFICE"))
                .body("amountFen", equalTo(150000));
        assertThat(awards.booked(yulu)).isEmpty();
        awards.receive(pupil.is("enrolmentState", "LEFT").pupilMessage());
        assertThat(awards.one(yulu).getString("state")).isEqualTo("STOPPED");
    }

    @Test
    void anApprovedAwardIsNotApprovedAgain() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.approve(awards.only(pupil), Tokens.reviewer());

        // When
        Response again = awards.approve(awards.only(pupil), Tokens.reviewer());

        // Then
        again.then().statusCode(409).body("type", equalTo("urn:aid:problem:award-not-proposed"));
    }

    @Test
    void whoeverReopenedAnAwardMayNotApproveIt() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.approve(awards.only(pupil), Tokens.reviewer());
        awards.reopen(awards.only(pupil), BOTH_ROLES).then().statusCode(200).body("state", equalTo("PROPOSED"));

        // When
        Response own = awards.approve(awards.only(pupil), BOTH_ROLES);

        // Then
        own.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aid:problem:same-person"));
        assertThat(awards.booked(awards.only(pupil).getString("id"))).hasSize(4);
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
    }

    @Test
    void anApprovalOfWhatWasNotSeenIsRefused() {
        // Given
        String id = awards.only(awards.known(new RegistryPupil())).getString("id");

        // When
        Response stale = given().auth()
                .oauth2(Tokens.reviewer())
                .header("If-Match", "\"7\"")
                .post("/api/v1/awards/" + id + "/approval");
        Response blind = given().auth().oauth2(Tokens.reviewer()).post("/api/v1/awards/" + id + "/approval");

        // Then
        stale.then().statusCode(412);
        blind.then().statusCode(428);
    }

    @Test
    void manyAreApprovedAtOnceWithinOneSchool() {
        // Given
        var first = awards.known(new RegistryPupil());
        var second = awards.known(new RegistryPupil().is("schoolCode", first.school()));
        var elsewhere = awards.known(new RegistryPupil());

        // When
        JsonPath run = awards.approveAll(first.school(), Tokens.reviewer());

        // Then
        assertThat(run.getInt("approved")).isEqualTo(2);
        assertThat(run.getInt("ownProposals")).isZero();
        assertThat(run.getInt("quotaReached")).isZero();
        assertThat(run.getLong("committedFen")).isEqualTo(100000);
        assertThat(awards.only(second).getString("state")).isEqualTo("APPROVED");
        assertThat(awards.only(elsewhere).getString("state")).isEqualTo("PROPOSED");
        assertThat(awards.approveAll(first.school(), Tokens.reviewer()).getInt("approved"))
                .isZero();
    }

    @Test
    void approvalAndNewsAtTheSameTimeBothTakeEffect() throws Exception {
        // Given
        var pupils = Stream.generate(RegistryPupil::new).limit(60).toList();
        String school = pupils.getFirst().school();
        pupils.forEach(p -> awards.known(p.is("schoolCode", school)));
        var leaving = new ArrayList<ConsumerRecord<String, byte[]>>();
        pupils.reversed()
                .forEach(p -> leaving.add(p.is("enrolmentState", "LEFT").pupilMessage()));

        // When
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var news = both.submit(() -> awards.receive(leaving));
            awards.approveAll(school, Tokens.reviewer());
            news.get();
        }

        // Then
        assertThat(pupils).allSatisfy(p -> {
            var award = awards.only(p);
            assertThat(award.getString("state")).isEqualTo("STOPPED");
            assertThat(awards.booked(award.getString("id")))
                    .satisfiesAnyOf(
                            booked -> assertThat(booked).isEmpty(),
                            booked -> assertThat(booked).hasSize(4));
        });
    }

    @Test
    void ownProposalsAreLeftOutOfABulkApproval() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.approve(awards.only(pupil), Tokens.reviewer());
        awards.reopen(awards.only(pupil), BOTH_ROLES);

        // When
        JsonPath run = awards.approveAll(pupil.school(), BOTH_ROLES);

        // Then
        assertThat(run.getInt("approved")).isZero();
        assertThat(run.getInt("ownProposals")).isEqualTo(1);
    }

    @Test
    void aSchoolsReviewerApprovesOnlyHisSchoolInBulk() {
        // Given
        var own = awards.known(new RegistryPupil());
        var other = awards.known(new RegistryPupil());

        // When
        JsonPath run = awards.approveAll(other.school(), Tokens.reviewer("school:" + own.school()));

        // Then
        assertThat(run.getInt("approved")).isZero();
        assertThat(awards.only(other).getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void anApprovalOfManyIsSeenByWhoAskedForItAndByTheBureauOnly() {
        // Given
        String own =
                Tokens.reviewer("school:" + awards.known(new RegistryPupil()).school());

        // When
        String run =
                "/api/v1/awards/approvals/" + awards.approveAll("T-none", own).getString("id");

        // Then
        assertThat(given().auth().oauth2(own).get(run).statusCode()).isEqualTo(200);
        assertThat(given().auth().oauth2(Tokens.auditor()).get(run).statusCode())
                .isEqualTo(200);
        assertThat(given().auth()
                        .oauth2(Tokens.of("else")
                                .roles("aid-reviewer")
                                .org("school:other")
                                .token())
                        .get(run)
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().get(run).statusCode()).isEqualTo(401);
    }
}
