package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was true when, and when it was known. */
@RegistryTest
class TwoTimesTest {
    private static final LocalDate FIRST = LocalDate.parse("2030-03-01");
    private static final LocalDate SECOND = LocalDate.parse("2030-03-03");
    private static final String LATER_DAY = "2030-03-04";

    @Inject
    Merges merges;

    @Inject
    FeedFacts facts;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void remember() {
        merges.remember();
    }

    /** Newer data than other tests deliver must not stay. */
    @AfterEach
    void takeBack() {
        merges.withdrawAll();
    }

    @Test
    @DisplayName("S14, S69: evidence, its end and their withdrawal are each known from their own moment on")
    void evidenceIsTrueForDaysAndKnownFromMomentsOn() {
        // Given
        var county = new County();
        var pupil = county.pupil();
        merges.take(Feed.ENROLMENT, county.enrolment(), FIRST);
        UUID id = facts.id(pupil);
        Instant beforeAnything = clock.now();
        String without = county.dibao();
        county.family("N1" + pupil.identity().substring(6), pupil);

        // When
        Batch listed = merges.take(Feed.DIBAO, county.dibao(), FIRST);
        Instant afterListing = clock.now();
        Batch unlisted = merges.take(Feed.DIBAO, without, SECOND);
        Instant afterEnd = clock.now();
        merges.withdraw(unlisted);
        Instant afterEndTakenBack = clock.now();
        merges.withdraw(listed);
        Instant afterAll = clock.now();

        // Then
        assertThat(evidence(id, LATER_DAY, beforeAnything)).isEmpty();
        assertThat(evidence(id, LATER_DAY, afterListing)).containsExactly("DIBAO_R 2030-03-01 null");
        assertThat(evidence(id, "2030-02-28", afterListing)).isEmpty();
        assertThat(evidence(id, LATER_DAY, afterEnd)).isEmpty();
        assertThat(evidence(id, "2030-03-02", afterEnd)).containsExactly("DIBAO_R 2030-03-01 2030-03-03");
        assertThat(evidence(id, LATER_DAY, afterEndTakenBack)).containsExactly("DIBAO_R 2030-03-01 null");
        assertThat(evidence(id, "2030-03-02", afterAll)).isEmpty();
        assertThat(registers(id, LATER_DAY, afterListing)).containsExactly("civil-affairs-dibao DIBAO_R");
        assertThat(registers(id, LATER_DAY, afterEnd)).isEmpty();
        assertThat(registers(id, LATER_DAY, afterEndTakenBack)).containsExactly("civil-affairs-dibao DIBAO_R");
        assertThat(registers(id, LATER_DAY, afterAll)).isEmpty();
    }

    @Test
    @DisplayName("S14: what did each school know on 3 March?")
    void aSchoolKnewThePupilsItHadThen() {
        // Given
        var county = new County();
        var pupil = county.pupil();
        String from = code();
        String to = code();
        merges.take(Feed.SCHOOLS, "学校标识码,学校名称,学段,所属乡镇街道\n%s,甲小学,小学,双塔街道\n%s,乙小学,小学,桃园街道\n".formatted(from, to), FIRST);
        Instant beforeEnrolment = clock.now();
        merges.take(Feed.ENROLMENT, county.enrolment(from), FIRST);
        UUID id = facts.id(pupil);
        Instant afterEnrolment = clock.now();

        // When
        Batch moved = merges.take(Feed.ENROLMENT, county.enrolment(to), SECOND);
        Instant afterMove = clock.now();
        merges.withdraw(moved);
        Instant afterWithdrawal = clock.now();

        // Then
        assertThat(pupils(from, LATER_DAY, beforeEnrolment)).doesNotContain(id.toString());
        assertThat(pupils(from, LATER_DAY, afterEnrolment)).contains(id.toString());
        assertThat(pupils(from, LATER_DAY, afterMove)).doesNotContain(id.toString());
        assertThat(pupils(from, "2030-03-02", afterMove)).contains(id.toString());
        assertThat(pupils(to, LATER_DAY, afterMove)).contains(id.toString());
        assertThat(pupils(from, LATER_DAY, afterWithdrawal)).contains(id.toString());
        assertThat(pupils(to, LATER_DAY, afterWithdrawal)).doesNotContain(id.toString());
    }

    @Test
    @DisplayName("S13: the standing a list told of is known from the list's moment on")
    void standingFromAListIsKnownFromTheListOn() {
        // Given
        var county = new County();
        var pupil = county.pupil();
        merges.take(Feed.ENROLMENT, county.enrolment(), FIRST);
        UUID id = facts.id(pupil);
        Instant before = clock.now();

        // When
        Batch list = merges.take(
                Feed.IDENTIFIED,
                "全国学籍号,姓名,学校标识码,认定等级,认定依据\n" + pupil.number() + "," + pupil.name() + ",9900000001,特别困难,农村低保\n",
                FIRST);
        Instant after = clock.now();
        merges.withdraw(list);

        // Then
        assertThat(asOf(id, "2030-03-02", before).getString("standing")).isNull();
        JsonPath known = asOf(id, "2030-03-02", after);
        assertThat(known.getString("standing.from")).isEqualTo("LIST");
        assertThat(known.getString("standing.semester")).isEqualTo("2029-autumn");
        assertThat(known.getString("standing.level")).isEqualTo("SEVERE");
        assertThat(known.<String>getList("standing.categories")).containsExactly("DIBAO_R");
        assertThat(asOf(id, "2030-03-02", clock.now()).getString("standing")).isNull();
    }

    @Test
    void onlyWhoMaySeeThePupilMayAskAndBothTimesMustBeTimes() {
        // Given
        var county = new County();
        var pupil = county.pupil();
        merges.take(Feed.SCHOOLS, County.schools(), FIRST);
        merges.take(Feed.ENROLMENT, county.enrolment(), FIRST);
        UUID id = facts.id(pupil);
        String path = "/api/v1/students/" + id + "/as-of";

        // Then
        given().auth()
                .oauth2(Tokens.viewer())
                .queryParam("on", "3 March")
                .get(path)
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(Tokens.viewer())
                .queryParam("known", "2019-03-03")
                .get(path)
                .then()
                .statusCode(400);
        given().get(path).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.viewer("school:9900000002"))
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.viewer("school:9900000002"))
                .get("/api/v1/schools/" + County.SCHOOL + "/as-of")
                .then()
                .statusCode(404);
        given().auth().oauth2(Tokens.administrator("bureau")).get(path).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.viewer("school:" + County.SCHOOL))
                .get("/api/v1/schools/" + County.SCHOOL + "/as-of?on=2019-03-03&known=2019-03-03T18:00+08:00")
                .then()
                .statusCode(200);
    }

    /** A school of this test's own: other tests leave more pupils at theirs than a page holds. */
    private static String code() {
        return "97%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private static List<String> evidence(UUID student, String on, Instant known) {
        return asOf(student, on, known)
                .getList("evidence.collect { it.category + ' ' + it.validFrom + ' ' + it.validTo }");
    }

    private static List<String> registers(UUID student, String on, Instant known) {
        return asOf(student, on, known).getList("registers.collect { it.source + ' ' + it.category }");
    }

    private static JsonPath asOf(UUID student, String on, Instant known) {
        return ask("/api/v1/students/" + student + "/as-of", on, known);
    }

    private static List<String> pupils(String school, String on, Instant known) {
        return ask("/api/v1/schools/" + school + "/as-of", on, known).getList("items.studentId");
    }

    private static JsonPath ask(String path, String on, Instant known) {
        String moment = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(known.atZone(ZoneId.of("Asia/Shanghai")));
        return given().auth()
                .oauth2(Tokens.viewer())
                .queryParam("on", on)
                .queryParam("known", moment)
                .queryParam("limit", 500)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
