package cn.gov.zhuozhou.aid.registry.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RegistryTest
class NoticeTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    BusinessClock clock;

    @Inject
    BusinessCalendar calendar;

    @Inject
    NoticeTerms terms;

    private Semester semester;
    private String school;
    private UUID added;
    private UUID removed;
    private UUID registered;

    @BeforeEach
    void aSchoolWithReviewedChangesAndACarriedRegisteredPupil() {
        semester = semesters.open();
        school = county.school();
        added = county.pupil(school);
        county.evidence(added, "DIBAO_R");
        removed = county.pupil(school);
        county.identifiedBefore(removed, semester.previous().code(), "SEVERE", "DIBAO_R");
        registered = county.pupil(school);
        county.identifiedBefore(registered, semester.previous().code(), "SEVERE", "REG_POOR");
        county.evidence(registered, "REG_POOR");
        county.evaluate(added, removed, registered);
        Acts.as(Tokens.reviewer("school:" + school))
                .body(Map.of("semester", semester.code(), "decision", "APPROVED", "opinion", "已核实"))
                .post("/api/v1/identifications/reviews")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"2019-03-18, 2019-03-22", "2019-04-03, 2019-04-10", "2019-04-26, 2019-05-05", "2019-04-29, 2019-05-07"})
    void thePeriodCountsWorkingDaysFromItsFirst(LocalDate first, LocalDate last) {
        int days = terms.workingDays(NoticeTerms.Matter.PERIOD_GENERAL, first);

        assertThat(calendar.lastDayOf(first, days)).isEqualTo(last);
    }

    @Test
    @DisplayName("S71: registered poor pupils stand on a list of their own every semester")
    void registeredPoorPupilsStandOnAListOfTheirOwnEverySemester() {
        // When
        var posted = post("REG_POOR");

        // Then
        posted.then().statusCode(201);
        assertThat(posted.jsonPath().getInt("lines")).isEqualTo(1);
        assertThat(state(registered)).isEqualTo("CARRIED EFFECTIVE true");
    }

    @Test
    void aLineShowsNothingButWhatTheLawAllows() {
        // Given
        String id = post("GENERAL").jsonPath().getString("id");

        // When
        JsonPath shown =
                Acts.as(Tokens.viewer()).get("/api/v1/public-notices/{id}", id).jsonPath();

        // Then
        Map<String, Object> line = shown.getMap("lines[0]");
        assertThat(line.keySet())
                .containsExactlyInAnyOrder("id", "name", "school", "grade", "className", "level", "state");
        assertThat(shown.getList("lines")).hasSize(2);
        assertThat(shown.getString("notice.firstDay")).isEqualTo(clock.today().toString());
    }

    @Test
    void theWholeSeparateListStaysInsideTheSchool() {
        // Given
        String id = post("REG_POOR").jsonPath().getString("id");

        // When
        JsonPath shown =
                Acts.as(Tokens.viewer()).get("/api/v1/public-notices/{id}", id).jsonPath();

        // Then
        assertThat(shown.getList("lines")).isEmpty();
    }

    @Test
    @DisplayName("S70: what is added or removed takes effect after review and notice")
    void whatNobodyDisputesTakesEffectWhenThePeriodIsOver() {
        // Given
        JsonPath notice = post("GENERAL").jsonPath();
        String whilePosted = state(added);

        // When
        passLastDayOf(notice);

        // Then
        assertThat(whilePosted).isEqualTo("ADDED ON_NOTICE false");
        awaitState(added, "ADDED EFFECTIVE true");
        assertThat(state(removed)).isEqualTo("REMOVED EFFECTIVE false");
    }

    @Test
    void aDisputedLineWaitsAndTheRestGoesOn() {
        // Given
        JsonPath notice = post("GENERAL").jsonPath();
        JsonPath objection = object(notice, lineOfLevel(notice, "SEVERE"));
        passLastDayOf(notice);
        awaitState(removed, "REMOVED EFFECTIVE false");
        String whileDisputed = state(added);

        // When
        answer(notice, objection, "DISMISSED").then().statusCode(200);

        // Then
        assertThat(whileDisputed).isEqualTo("ADDED ON_NOTICE false");
        assertThat(state(added)).isEqualTo("ADDED EFFECTIVE true");
    }

    @Test
    void anObjectionThatHoldsRefusesTheLine() {
        // Given
        JsonPath notice = post("GENERAL").jsonPath();
        JsonPath objection = object(notice, lineOfLevel(notice, "SEVERE"));

        // When
        answer(notice, objection, "UPHELD").then().statusCode(200);

        // Then
        assertThat(state(added)).isEqualTo("ADDED REJECTED false");
    }

    @Test
    void factsThatChangeDuringTheNoticeTakeTheLineOff() {
        // Given
        JsonPath notice = post("GENERAL").jsonPath();

        // When
        county.evidenceEnds(added, "DIBAO_R");
        county.evaluate(added);

        // Then
        assertThat(state(added)).isEqualTo("NONE WITHDRAWN false");
        assertThat(show(notice).getList("lines.state")).containsExactlyInAnyOrder("WITHDRAWN", "LISTED");
    }

    @Test
    @DisplayName("S136: a school, or the whole county, posts all that is confirmed in one act")
    void allSchoolsArePostedAtOnceAndNothingTwice() {
        // Given
        var all = Map.of("semester", semester.code());
        var first = Acts.as(Tokens.reviewer("school:" + school))
                .body(all)
                .post("/api/v1/public-notices/postings")
                .jsonPath();

        // When
        var again = Acts.as(Tokens.reviewer("school:" + school))
                .body(all)
                .post("/api/v1/public-notices/postings")
                .jsonPath();

        // Then
        assertThat(first.getInt("notices")).isEqualTo(2);
        assertThat(first.getInt("lines")).isEqualTo(3);
        assertThat(again.getInt("notices")).isZero();
    }

    private io.restassured.response.Response post(String kind) {
        return Acts.as(Tokens.reviewer())
                .body(Map.of("semester", semester.code(), "schoolCode", school, "kind", kind))
                .post("/api/v1/public-notices");
    }

    private JsonPath show(JsonPath notice) {
        return Acts.as(Tokens.reviewer())
                .get("/api/v1/public-notices/{id}", notice.getString("id"))
                .jsonPath();
    }

    private String lineOfLevel(JsonPath notice, String level) {
        return show(notice).getString("lines.find { it.level == '" + level + "' }.id");
    }

    private static JsonPath object(JsonPath notice, String line) {
        return Acts.as(Tokens.clerk())
                .body(Map.of("lineId", line, "content", "家庭情况与公示不符"))
                .post("/api/v1/public-notices/{id}/objections", notice.getString("id"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static io.restassured.response.Response answer(JsonPath notice, JsonPath objection, String decision) {
        Acts.as(Tokens.reviewer())
                .body(Map.of("minutes", "班主任与资助工作组二人入户核实"))
                .post(
                        "/api/v1/public-notices/{id}/objections/{objection}/rechecks",
                        notice.getString("id"),
                        objection.getString("id"))
                .then()
                .statusCode(200);
        return Acts.as(Tokens.reviewer())
                .body(Map.of("decision", decision, "answer", "入户复核后答复"))
                .post(
                        "/api/v1/public-notices/{id}/objections/{objection}/answers",
                        notice.getString("id"),
                        objection.getString("id"));
    }

    private void passLastDayOf(JsonPath notice) {
        clock.advanceTo(LocalDate.parse(notice.getString("lastDay"))
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant());
    }

    private void awaitState(UUID pupil, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(pupil)).isEqualTo(state));
    }

    private String state(UUID pupil) {
        JsonPath found = Acts.find(Tokens.reviewer(), semester.code(), school, pupil);
        return found.getString("result") + " " + found.getString("state") + " " + found.getBoolean("identified");
    }
}
