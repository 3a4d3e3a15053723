package cn.gov.zhuozhou.aid.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedFile;
import cn.gov.zhuozhou.aid.local.play.GoldenThread;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The update of a semester played through the four packaged services: every pupil comes out as the county's truth says. */
@Order(3)
@ExtendWith(Machine.class)
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

    /** A file that is only supposed, answered by the registry and handed on to the simulation of awards. */
    @Test
    @Order(55)
    void whatAFileWouldChangeIsSimulatedAsTheSuitesOwnDataForetells() {
        // Given
        var supposed = new SupposedFile(thread.clerk(), thread.loading(), semester);
        JsonNode situations = supposed.situations(anOlderFileOfASource());
        SupposedFile.Foretold foretold = supposed.foretell(situations);

        // When
        JsonNode report = supposed.simulated(situations);
        JsonNode ofId =
                supposed.simulated(Map.of("whatIfId", situations.path("whatIf").asText()));

        // Then
        assertThat(report.path("listed").asInt())
                .isEqualTo(situations.path("pupils").size())
                .isPositive();
        assertThat(foretold.changes()).isNotEmpty();
        assertThat(foretold.known()).isPositive();
        assertThat(supposed.changes(report, foretold.untold())).isEqualTo(foretold.changes());
        assertThat(supposed.differences(report, foretold.untold())).isEqualTo(foretold.differences());
        assertThat(supposed.gained(report)).isSubsetOf(supposed.rates());
        assertThat(supposed.changes(ofId, Set.of())).isEqualTo(supposed.changes(report, Set.of()));
        assertThat(outcome.awards()).containsExactlyInAnyOrderElementsOf(COUNTY.awards());
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
    @Order(80)
    void noRefusalRepeatsANumberOrAName() {
        // Given
        List<Refusals.Person> people = thread.clerk()
                .get("student-registry", "/api/v1/students?limit=3")
                .path("items")
                .valueStream()
                .map(pupil -> person(pupil.path("studentId").asText()))
                .toList();
        var refusals = new Refusals(roles());

        // When
        people.forEach(refusals::provoke);

        // Then
        assertThat(people).hasSize(3);
        assertThat(refusals.failures()).isEmpty();
        assertThat(refusals.answers()).hasSizeGreaterThan(refusals.operations());
        assertThat(refusals.answers().stream()
                        .filter(answer -> people.stream()
                                .anyMatch(one -> answer.contains(one.number()) || answer.contains(one.name())))
                        .map(answer -> answer.replaceAll("[0-9]{15,}", "#")))
                .isEmpty();
    }

    @Test
    @Order(90)
    void noIdentityNumberStandsInLogsTopicsDatabasesOrErrors() {
        var leaks = new Leaks(suite);

        assertThat(leaks.inLogs()).isEmpty();
        assertThat(leaks.inTopics()).isEmpty();
        assertThat(leaks.inDatabases()).isEmpty();
        assertThat(thread.problems()).hasSizeGreaterThan(500);
        assertThat(leaks.in(thread.problems())).isEmpty();
    }

    private static Refusals.Person person(String student) {
        return new Refusals.Person(
                thread.clerk()
                        .post(
                                "student-registry",
                                "/api/v1/students/" + student + "/identity-disclosures",
                                Map.of("reason", "核对"))
                        .path("identityNumber")
                        .asText(),
                thread.clerk()
                        .get("student-registry", "/api/v1/students/" + student)
                        .path("name")
                        .asText());
    }

    private static Map<String, Caller> roles() {
        Map<String, Caller> roles = new LinkedHashMap<>();
        roles.put("aid-clerk", thread.clerk());
        roles.put("aid-reviewer", thread.reviewer());
        roles.put("aid-administrator", thread.administrator());
        return roles;
    }

    /** Of a register more than one file came of: as if it were now as it was. */
    private static FeedFile anOlderFileOfASource() {
        var older = thread.files().stream()
                .filter(file -> file.source().contains("-") && !isNewestOfItsSource(file.name()))
                .findFirst();
        assumeTrue(older.isPresent(), "no register of this county came twice");
        return older.orElseThrow();
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
