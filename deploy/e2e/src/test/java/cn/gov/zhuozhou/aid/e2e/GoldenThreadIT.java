package cn.gov.zhuozhou.aid.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.GoldenThread;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The update of a semester played through the four packaged services: every pupil comes out as the county's truth says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoldenThreadIT {
    private static final County COUNTY = County.chosen();

    private static LocalSuite suite;
    private static GoldenThread thread;
    private static Outcome outcome;
    private static String semester;

    @BeforeAll
    static void playToProposals() {
        suite = RunningSuite.start("golden-thread");
        thread = new GoldenThread(suite, COUNTY.folder(), System.out::println);
        semester = thread.playToProposals();
        outcome = new Outcome(thread.clerk(), semester, COUNTY.results().keySet());
    }

    @AfterAll
    static void stop() {
        if (thread != null) {
            thread.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(10)
    void everyRowOfEveryFileIsAccountedFor() {
        // When
        Map<String, County.FileCounts> counted = new TreeMap<>();
        COUNTY.files()
                .keySet()
                .forEach(file -> counted.put(file, counts(thread.batches().get(file))));

        // Then
        assertThat(counted).isEqualTo(COUNTY.files());
    }

    @Test
    @Order(20)
    void everyPupilHasTheResultThatIsTrue() {
        assertThat(semester).isEqualTo(COUNTY.semester());
        assertThat(outcome.results()).isEqualTo(COUNTY.results());
    }

    @Test
    @Order(30)
    void everySchoolAgePersonWithoutAPupilIsATaskAndAFinding() {
        // When
        var open = thread.clerk().all("student-registry", "/api/v1/match-decisions?kind=NO_PUPIL");
        var findings = findings("NO_PUPIL");

        // Then
        assertThat(open).hasSize(COUNTY.personsWithoutPupil());
        assertThat(findings).isEqualTo(COUNTY.personsWithoutPupil());
    }

    @Test
    @Order(40)
    void onceReviewedNoticedAndApprovedEveryAwardIsAsTheTruthSays() {
        // When
        thread.reviewAndNotice(semester);
        thread.approve(semester);

        // Then
        assertThat(outcome.awards()).containsExactlyInAnyOrderElementsOf(COUNTY.awards());
        assertThat(thread.clerk()
                        .get("aid-disbursement", "/api/v1/awards/totals?semester=" + semester)
                        .path("countyCashFen")
                        .asLong())
                .isEqualTo(COUNTY.cashFen());
    }

    @Test
    @Order(50)
    void everyAidedPupilHasExactlyOneResponsiblePerson() {
        // When
        var assignments = thread.clerk().all("accountability", "/api/v1/assignments");
        var gaps = thread.clerk().all("accountability", "/api/v1/assignments/gaps");

        // Then
        long identified =
                thread.clerk().all("student-registry", "/api/v1/identifications?semester=" + semester).stream()
                        .filter(i -> i.path("identified").asBoolean())
                        .count();
        long covered = assignments.stream()
                .filter(a -> !"ENDED".equals(a.path("state").asText())
                        && !"GAP".equals(a.path("state").asText()))
                .map(a -> a.path("studentId").asText())
                .distinct()
                .count();
        assertThat(gaps).isEmpty();
        assertThat(covered).isEqualTo(identified);
    }

    @Test
    @Order(60)
    void theSameFilesAgainChangeNothingAndTellNothing() {
        // Given
        Map<String, Long> before = Topics.ends(suite);

        // When
        Map<String, String> changes = new TreeMap<>();
        for (var file : thread.files()) {
            if (isNewestOfItsSource(file.name())) {
                JsonNode batch = thread.load(file);
                changes.put(file.name(), changesOf(batch));
            }
        }
        thread.awaitRest();

        // Then
        assertThat(changes.values()).containsOnly("0");
        assertThat(Topics.ends(suite)).isEqualTo(before);
        assertThat(outcome.awards()).containsExactlyInAnyOrderElementsOf(COUNTY.awards());
    }

    @Test
    @Order(90)
    void noIdentityNumberStandsInLogsTopicsDatabasesOrErrors() {
        var leaks = new Leaks(suite);

        assertThat(leaks.inLogs()).isEmpty();
        assertThat(leaks.inTopics()).isEmpty();
        assertThat(leaks.inDatabases()).isEmpty();
        assertThat(leaks.in(thread.problems())).isEmpty();
    }

    private static County.FileCounts counts(JsonNode batch) {
        int wrongCheckDigit =
                batch.path("refusedByReason").path("WRONG_CHECK_DIGIT").asInt();
        return new County.FileCounts(
                batch.path("rows").asInt(),
                wrongCheckDigit,
                batch.path("refused").asInt() - wrongCheckDigit,
                batch.path("duplicates").asInt());
    }

    private static String changesOf(JsonNode batch) {
        int changes = 0;
        for (String kind : new String[] {"added", "changed", "gone", "started", "ended", "renamed"}) {
            changes += batch.path(kind).asInt();
        }
        return Integer.toString(changes);
    }

    /** An older snapshot than the newest is refused, so only the newest file of a source is sent again. */
    private static boolean isNewestOfItsSource(String name) {
        var files = thread.files();
        var file = files.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        return files.stream()
                .filter(f -> f.source().equals(file.source()))
                .allMatch(f -> f.asOf() == null || !f.asOf().isAfter(file.asOf()));
    }

    private static long findings(String code) {
        return thread.reviewer().all("inspection-rectification", "/api/v1/findings?code=" + code).stream()
                .filter(f -> !"CLOSED".equals(f.path("state").asText()))
                .count();
    }
}
