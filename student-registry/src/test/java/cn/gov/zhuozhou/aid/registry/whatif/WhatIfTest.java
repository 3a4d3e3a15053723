package cn.gov.zhuozhou.aid.registry.whatif;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.feed.County;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RegistryTest
class WhatIfTest {
    /** What asking itself writes, and what the service writes for itself meanwhile. */
    private static final List<String> OF_THE_ACT = List.of(
            "what_if",
            "what_if_line",
            "trail",
            "trail_seal",
            "job",
            "idempotency",
            "flyway_schema_history",
            "business_clock");

    @Inject
    Database database;

    @Inject
    TestSemesters semesters;

    @Inject
    cn.gov.zhuozhou.aid.registry.identification.County facts;

    @Test
    void aRegisterTriedSaysWhoWouldBeAddedAndRemovedAndLeavesNothing() {
        // Given
        County county = new County();
        County.Pupil listed = county.pupil();
        County.Pupil dropped = county.pupil();
        Feeds.take("schools", County.schools());
        Feeds.take("enrolment", county.enrolment());
        County before = new County();
        before.family("990001", dropped);
        Feeds.take("civil-affairs-dibao", before.dibao());
        Semester semester = semesters.next();
        facts.identifiedBefore(id(dropped), semester.previous().code(), "SEVERE", "DIBAO_R");
        semesters.open(semester);
        County now = new County();
        now.family("990002", listed);
        now.head("990003", dropped);
        Map<String, Long> rows = rows();
        // When
        JsonPath report = finished(tried("civil-affairs-dibao", now.dibao()));
        // Then
        assertThat(report.getString("semester")).isEqualTo(semester.code());
        assertThat(line(report, listed).getString("change")).isEqualTo("ADDED");
        assertThat(line(report, listed).getString("level")).isEqualTo("SEVERE");
        assertThat(line(report, listed).getString("name")).isEqualTo(listed.name());
        assertThat(line(report, dropped).getString("change")).isEqualTo("DECISION_NEEDED");
        assertThat(rows()).isEqualTo(rows);
        // And the intake of the same file says the same
        Feeds.take("civil-affairs-dibao", now.dibao());
        assertThat(result(semester, listed)).isEqualTo("ADDED");
        assertThat(result(semester, dropped)).isEqualTo("DECISION_NEEDED");
    }

    @Test
    void anEnrolmentTriedKnowsPupilsWhoAreNotThereYet() {
        // Given
        County county = new County();
        County.Pupil pupil = county.pupil();
        County register = new County();
        register.family("990004", pupil);
        Feeds.take("schools", County.schools());
        Feeds.take("civil-affairs-dibao", register.dibao());
        semesters.open(semesters.next());
        Map<String, Long> rows = rows();
        // When
        JsonPath report = finished(tried("enrolment", county.enrolment()));
        // Then
        assertThat(report.getInt("changes.ADDED")).isEqualTo(1);
        assertThat(report.getList("schools.schoolCode")).contains(County.SCHOOL);
        JsonPath situations = Acts.as(Tokens.clerk())
                .get("/api/v1/what-ifs/{id}/situations", report.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(situations.getMap("pupils.find { it.identified }"))
                .containsEntry("level", "SEVERE")
                .containsEntry("categories", List.of("DIBAO_R"))
                .containsEntry("stage", "PRIMARY")
                .containsEntry("boarding", false)
                .containsEntry("schoolCode", County.SCHOOL)
                .containsKeys("studentId", "semester");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aListOfChangesTriedTouchesOnlyWhomItNames() {
        // Given
        County county = new County();
        County.Pupil stays = county.pupil();
        County.Pupil comes = county.pupil();
        Feeds.take("schools", County.schools());
        Feeds.take("enrolment", county.enrolment());
        county.family("N" + stays.identity().substring(6), stays);
        Feeds.take("civil-affairs-dibao", county.dibao());
        semesters.open(semesters.next());
        String changes = "低保证号,城乡类别,乡镇街道,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,变动类型\n"
                + String.join(
                        ",",
                        "N" + comes.identity().substring(6),
                        "农村",
                        "双塔街道",
                        comes.guardianName(),
                        comes.guardianIdentity(),
                        comes.name(),
                        comes.identity(),
                        "子女",
                        "新增")
                + "\n";
        Map<String, Long> rows = rows();
        // When
        JsonPath report = finished(tried("civil-affairs-dibao", "delta", changes));
        // Then
        assertThat(report.getInt("lookedAt")).isEqualTo(1);
        assertThat(line(report, comes).getString("change")).isEqualTo("ADDED");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aRuleSetTriedSaysWhoWouldStandOtherwise() {
        // Given
        Semester semester = semesters.next();
        String school = facts.school();
        UUID lowIncome = facts.pupil(school);
        facts.evidence(lowIncome, "LOWINC");
        semesters.open(semester);
        Map<String, Long> rows = rows();
        // When
        JsonPath report = finished(Acts.as(Tokens.clerk())
                .body(Map.of("ruleSet", "2019-spring", "version", "1"))
                .post("/api/v1/what-ifs"));
        // Then
        JsonPath line = line(report, lowIncome);
        assertThat(line.getString("change")).isEqualTo("DECISION_NEEDED");
        assertThat(line.getString("reason")).isEqualTo("HARDSHIP_UNPROVEN");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void whatTheIntakeWouldRefuseIsRefusedHere() {
        assertThat(tried("civil-affairs-dibao", "not a table").statusCode()).isEqualTo(400);
        assertThat(tried("nobody", County.schools()).statusCode()).isEqualTo(404);
        assertThat(Acts.as(Tokens.clerk())
                        .body(Map.of("ruleSet", "nobody", "version", "1"))
                        .post("/api/v1/what-ifs")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyStaffOfTheBureauAsks() {
        Map<String, String> body = Map.of("ruleSet", "2019-spring", "version", "1");
        assertThat(Acts.as(Tokens.viewer()).body(body).post("/api/v1/what-ifs").statusCode())
                .isEqualTo(403);
        assertThat(Acts.as(Tokens.clerk("school:" + County.SCHOOL))
                        .body(body)
                        .post("/api/v1/what-ifs")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().get("/api/v1/what-ifs/{id}", UUID.randomUUID()).statusCode())
                .isEqualTo(401);
    }

    private static Response tried(String source, String csv) {
        return tried(source, "snapshot", csv);
    }

    private static Response tried(String source, String mode, String csv) {
        return given().auth()
                .oauth2(Tokens.clerk())
                .contentType("application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("source", source)
                .queryParam("asOf", Feeds.TODAY)
                .queryParam("mode", mode)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/what-ifs");
    }

    private static JsonPath finished(Response accepted) {
        accepted.then().statusCode(202);
        String id = accepted.jsonPath().getString("id");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Acts.as(Tokens.clerk())
                                .get("/api/v1/what-ifs/{id}", id)
                                .jsonPath(),
                        report -> report.get("finishedAt") != null);
    }

    private JsonPath line(JsonPath report, County.Pupil pupil) {
        return line(report, id(pupil));
    }

    private static JsonPath line(JsonPath report, UUID pupil) {
        return Acts.as(Tokens.clerk())
                .queryParam("limit", 500)
                .get("/api/v1/what-ifs/{id}/lines", report.getString("id"))
                .jsonPath()
                .setRootPath("items.find { it.studentId == '" + pupil + "' }");
    }

    private UUID id(County.Pupil pupil) {
        return database.first(
                        "select id from student where name = :name and guardian_name = :guardian",
                        Map.of("name", pupil.name(), "guardian", pupil.guardianName()),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    private String result(Semester semester, County.Pupil pupil) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> database.first(
                                "select result from identification where student_id = :id and semester = :semester",
                                Map.of("id", id(pupil), "semester", semester.code()),
                                row -> row.getString(1)),
                        result -> result.filter(r -> !"CARRIED".equals(r)).isPresent())
                .orElseThrow();
    }

    /** How many rows each table has, so that nothing can be left unseen; files of trials are gone as well. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables = database.list(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
                Map.of(),
                row -> row.getString(1));
        tables.stream()
                .filter(table -> !OF_THE_ACT.contains(table))
                .forEach(table -> rows.put(
                        table,
                        database.first("select count(*) from " + table, Map.of(), row -> row.getLong(1))
                                .orElseThrow()));
        return rows;
    }
}
