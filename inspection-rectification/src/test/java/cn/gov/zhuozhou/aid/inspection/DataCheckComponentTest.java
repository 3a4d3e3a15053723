package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each check opens and closes its line by events alone. */
@ComponentTest
class DataCheckComponentTest {
    @Inject
    Neighbours neighbours;

    @Test
    void aPupilWithProofAndNoAwardIsMissedUntilTheAwardComes() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");

        // When
        pupil.identified().assigned().awarded();

        // Then
        awaitLines(pupil, "A04 CLOSED");
        var line = Ledger.show(Ledger.idOf(pupil));
        assertThat(line.getString("closedBy")).isEqualTo("SYSTEM");
        assertThat(line.getString("reasons[0].code")).isEqualTo("A04.CMP-03");
        assertThat(line.<String>getList("history.act"))
                .containsExactly("REGISTERED_BY_CHECK", "ASSIGNED_TO_UNIT", "CAUSE_GONE");
    }

    @Test
    void anAwardWhoseEvidenceEndedIsFoundUntilItIsStoppedAndReopensWhenItComesBack() {
        // Given
        Pupil pupil = new Pupil(neighbours)
                .enrolledAsBoarder()
                .identified()
                .assigned()
                .awarded();
        pupil.withoutEvidence();
        awaitLines(pupil, "A06 ASSIGNED");
        pupil.award("STOPPED");
        awaitLines(pupil, "A06 CLOSED");

        // When
        pupil.award("APPROVED");

        // Then
        awaitLines(pupil, "A06 REOPENED");
    }

    @Test
    void aReportedGapIsALineUntilSomebodyAnswersForThePupil() {
        // Given
        Pupil pupil =
                new Pupil(neighbours).enrolledAsBoarder().identified().awarded().withoutResponsiblePerson();
        awaitLines(pupil, "NO_RESPONSIBLE ASSIGNED");

        // When
        pupil.assigned();

        // Then
        awaitLines(pupil, "NO_RESPONSIBLE CLOSED");
    }

    @Test
    void silenceAfterAnIdentificationBecomesLinesWithoutAnyFurtherEvent() {
        // When
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().identified();

        // Then
        awaitLines(pupil, "A04 ASSIGNED", "NO_RESPONSIBLE ASSIGNED");
    }

    @Test
    void aPersonWithoutAPupilRecordIsALineOfTheTownsCentralSchool() {
        // Given
        UUID task = UUID.randomUUID();
        String town = "镇" + task.toString().substring(0, 8);
        reverseCheck(task, 1, "OPEN", town);
        awaitTask(town, "ASSIGNED");

        // When
        reverseCheck(task, 2, "CLOSED", town);

        // Then
        awaitTask(town, "CLOSED");
    }

    @Test
    void aLineFollowsItsPupilToAnotherSchool() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");
        UUID line = Ledger.idOf(pupil);

        // When
        pupil.enrolled("N" + pupil.school, pupil.town);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(Ledger.show(line).getString("ownerUnit")).isEqualTo("school:N" + pupil.school));
        assertThat(Ledger.show(line).getLong("revision")).isEqualTo(2);
    }

    @Test
    void aDeadlineOfFiveWorkingDaysPassesOverTheMayHoliday() {
        // Given: it is Tuesday 30 April 2019; 1 to 4 May are off, Sunday 5 May is worked
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();

        // When
        awaitLines(pupil, "A04 ASSIGNED");

        // Then
        var line = Ledger.show(Ledger.idOf(pupil));
        assertThat(line.getString("deadline")).isEqualTo("2019-05-09");
        assertThat(line.getBoolean("overdue")).isFalse();
    }

    @Test
    void aRunByHandChecksEverythingAgainAndChangesNothing() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");

        // When
        String job = given().auth()
                .oauth2(Tokens.inspector())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/data-checks/A04/runs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.clerk())
                        .get(job)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("DONE")));
        assertThat(Ledger.show(Ledger.idOf(pupil)).getLong("revision")).isEqualTo(1);
    }

    @Test
    void aNoticeThatEndedWithoutProofIsALineUntilThePhotosAreHandedIn() {
        // Given
        UUID notice = UUID.randomUUID();
        String school = "N" + notice.toString().substring(0, 8);
        noticeEnded(notice, 2, school, "FIRST_DAY_PHOTO_MISSING", "LAST_DAY_PHOTO_MISSING");
        awaitNotice(school, "ASSIGNED");
        noticeEnded(notice, 3, school, "LAST_DAY_PHOTO_MISSING");

        // When
        noticeEnded(notice, 4, school);

        // Then
        awaitNotice(school, "CLOSED");
    }

    private void noticeEnded(UUID notice, long revision, String school, String... gaps) {
        neighbours.send(
                "student-registry.notice",
                "registry.NoticeClosed.v1",
                notice,
                revision,
                Map.of(
                        "noticeId", notice,
                        "revision", revision,
                        "schoolCode", school,
                        "state", "CLOSED",
                        "evidenceComplete", gaps.length == 0,
                        "evidenceGaps", gaps));
    }

    private static void awaitNotice(String school, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.inspector())
                        .queryParam("owner", "school:" + school)
                        .get("/api/v1/findings")
                        .then()
                        .body("items.code", equalTo(List.of("A11")))
                        .body("items.state", equalTo(List.of(state))));
    }

    @Test
    void anAnswerKeepsTheLineUntilTwoPeopleHaveSettledIt() {
        // Given
        UUID task = UUID.randomUUID();
        String town = "镇" + task.toString().substring(0, 8);
        reverseCheck(task, 1, "OPEN", town);
        awaitTask(town, "ASSIGNED");

        // When
        answered(task, 2, "ANSWERED", "OUT_OF_SCHOOL", town);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ofTown(town)
                        .body("items.state", equalTo(List.of("ASSIGNED")))
                        .body("items[0].reasons.code", equalTo(List.of("NO_PUPIL.OUT_OF_SCHOOL"))));

        // When
        answered(task, 3, "SETTLED", "OUT_OF_AREA", town);

        // Then
        awaitTask(town, "CLOSED");
    }

    @Test
    void aPersonOfAnUnknownTownIsALineOfTheBureau() {
        // Given
        UUID task = UUID.randomUUID();

        // When
        neighbours.send(
                "student-registry.reverse-check",
                "registry.SchoolAgePersonUnmatched.v1",
                task,
                1,
                Map.of("taskId", task, "revision", 1, "state", "OPEN"));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.inspector())
                        .queryParam("owner", "bureau")
                        .get("/api/v1/findings")
                        .then()
                        .body("items.subjectId", hasItem(task.toString())));
    }

    @Test
    void aPupilWhoseSchoolIsNotKnownYetIsCheckedAllTheSame() {
        // When
        Pupil pupil = new Pupil(neighbours).enrolledWhereTheTownIsUnknown().proven();

        // Then
        awaitLines(pupil, "A04 ASSIGNED");
    }

    @Test
    @DisplayName("S69, A18: data older than the county allows is a line of the centre until newer data came")
    void dataTooOldIsALineOfTheCentreUntilItIsRenewed() {
        // Given
        UUID feed = UUID.randomUUID();
        feed(feed, 1, "STALE", "2019-02-01");
        awaitFeed(feed, "ASSIGNED");

        // When
        feed(feed, 2, "FRESH", "2019-04-29");

        // Then
        awaitFeed(feed, "CLOSED");
    }

    private void feed(UUID feed, long revision, String state, String newestAsOf) {
        neighbours.send(
                "student-registry.feed",
                "registry.FeedStale.v1",
                feed,
                revision,
                Map.of(
                        "feedId",
                        feed,
                        "revision",
                        revision,
                        "source",
                        "civil-affairs-dibao",
                        "state",
                        state,
                        "newestAsOf",
                        newestAsOf,
                        "limitDays",
                        31,
                        "since",
                        "2019-03-05",
                        "leaningRulings",
                        12));
    }

    private static void awaitFeed(UUID feed, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.inspector())
                        .queryParam("owner", "bureau")
                        .queryParam("limit", 500)
                        .get("/api/v1/findings")
                        .then()
                        .body(
                                "items.findAll { it.subjectId == '" + feed + "' && it.code == 'A18' }.state",
                                equalTo(List.of(state))));
    }

    private void reverseCheck(UUID task, long revision, String state, String town) {
        neighbours.send(
                "student-registry.reverse-check",
                "registry.SchoolAgePersonUnmatched.v1",
                task,
                revision,
                Map.of("taskId", task, "revision", revision, "state", state, "town", town, "village", "一村"));
    }

    private void answered(UUID task, long revision, String state, String answer, String town) {
        neighbours.send(
                "student-registry.reverse-check",
                "registry.ReverseCheckAnswered.v1",
                task,
                revision,
                Map.of("taskId", task, "revision", revision, "state", state, "answer", answer, "town", town));
    }

    private static void awaitTask(String town, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ofTown(town)
                        .body("items.code", equalTo(List.of("NO_PUPIL")))
                        .body("items.state", equalTo(List.of(state))));
    }

    private static ValidatableResponse ofTown(String town) {
        return given().auth()
                .oauth2(Tokens.inspector())
                .queryParam("owner", "town:" + town)
                .get("/api/v1/findings")
                .then();
    }
}
