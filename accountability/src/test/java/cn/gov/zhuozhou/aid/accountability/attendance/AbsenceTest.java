package cn.gov.zhuozhou.aid.accountability.attendance;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.gov.zhuozhou.aid.accountability.County;
import cn.gov.zhuozhou.aid.accountability.ServiceTest;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is out of school, as towns find it out and schools report it. It is 4 March 2019. */
@ServiceTest
@DisplayName("S46, DOMAIN 6.5: dropout control")
class AbsenceTest {
    private static final String ABSENCES = "/api/v1/absences";
    private static final String ELSEWHERE = "school:9911111111";
    private static final String NUMBER = "999999201001010016";

    @Inject
    County county;

    @Inject
    Database database;

    private final UUID task = UUID.randomUUID();
    private final String town = newTown();
    private long revision = 1;

    @Test
    void aPersonAnsweredOutOfSchoolIsACaseOfTheCentralSchoolUntilBroughtBack() {
        // Given: out of school since 20 November, so a dropout already
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of());
        String id = awaited("DROPOUT");
        JsonPath opened = shown(id);
        assertThat(opened.getString("absence.unit")).isEqualTo("town:" + town);
        assertThat(opened.getString("absence.absentSince")).isEqualTo("2018-11-20");
        assertThat(opened.getString("absence.stage")).isEqualTo("PRIMARY");
        assertThat(opened.<String>getList("acts.to")).containsExactly("SUSPECTED", "DROPOUT");

        // When
        act(clerk(), id, "acts", "PERSUASION_BEGUN", "2019-03-01", "家访，证件 " + NUMBER)
                .statusCode(200);
        act(clerk(), id, "acts", "CAME_BACK", "2019-03-04", "已到校上课").statusCode(200);

        // Then
        JsonPath ended = shown(id);
        assertThat(ended.getString("absence.state")).isEqualTo("RETURNED");
        assertThat(ended.<String>getList("acts.to")).containsExactly("SUSPECTED", "DROPOUT", "PERSUADING", "RETURNED");
        assertThat(ended.getString("acts[2].evidence")).doesNotContain(NUMBER).endsWith("0016");
        assertThat(ended.getString("acts[2].onDay")).isEqualTo("2019-03-01");
        assertThat(database.number(
                        "select count(*) from trail where action = 'absence.moved' and subject_id = :id",
                        Map.of("id", id)))
                .isEqualTo(2);
    }

    @Test
    void aRecentAbsenceIsOnlySuspected() {
        // When
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of("outOfSchoolSince", "2019-02-20"));

        // Then
        assertThat(shown(awaited("SUSPECTED")).<String>getList("acts.to")).containsExactly("SUSPECTED");
    }

    @Test
    void whatTwoPeopleOfTheRegistryAgreedToEndsTheCaseAndALaterAnswerBeginsItAnew() {
        // Given
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of());
        String id = awaited("DROPOUT");
        answered("SETTLED", "OUT_OF_AREA", Map.of());
        awaited("OUT_OF_AREA_VERIFIED");

        // When
        answered("REOPENED", null, Map.of());
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of("outOfSchoolSince", "2019-02-20"));

        // Then
        eventually(() -> assertThat(shown(id).getString("absence.absentSince")).isEqualTo("2019-02-20"));
        assertThat(shown(id).<String>getList("acts.to"))
                .containsExactly("SUSPECTED", "DROPOUT", "OUT_OF_AREA_VERIFIED", "SUSPECTED", "DROPOUT");
    }

    @Test
    @DisplayName(
            "a case the registry's word had ended is one again while its check is reopened, until it is agreed on anew")
    void aReopenedCheckTakesBackTheEndOfTheCase() {
        // Given
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of());
        String id = awaited("DROPOUT");
        answered("SETTLED", "OUT_OF_AREA", Map.of());
        awaited("OUT_OF_AREA_VERIFIED");

        // When
        answered("REOPENED", null, Map.of());
        awaited("DROPOUT");
        answered("SETTLED", "DECEASED", Map.of());

        // Then
        assertThat(awaited("EXEMPT")).isEqualTo(id);
        JsonPath shown = shown(id);
        assertThat(shown.<String>getList("acts.to"))
                .containsExactly("SUSPECTED", "DROPOUT", "OUT_OF_AREA_VERIFIED", "SUSPECTED", "DROPOUT", "EXEMPT");
        assertThat(shown.getString("acts[3].occasion")).isEqualTo("END_IN_DOUBT");
        assertThat(shown.getString("acts[3].evidence")).endsWith("重新核查");
        assertThat(shown.getString("absence.absentSince")).isEqualTo("2018-11-20");
    }

    @Test
    void anEndTheUnitItselfFoundStandsWhenTheCheckIsReopened() {
        // Given
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of());
        String exempt = awaited("DROPOUT");
        act(reviewer(), exempt, "decisions", "EXEMPTED", "2019-03-02", "病历").statusCode(200);

        // When
        answered("REOPENED", null, Map.of());

        // Then
        eventually(() -> assertThat(
                        database.number("select task_revision from absence where id = :id::uuid", Map.of("id", exempt)))
                .isEqualTo(revision));
        assertThat(shown(exempt).<String>getList("acts.to")).containsExactly("SUSPECTED", "DROPOUT", "EXEMPT");
    }

    @Test
    void anAnswerToldLateChangesNothing() {
        // Given
        revision = 7;
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of());
        String id = awaited("DROPOUT");
        revision = 4;
        answered("SETTLED", "DECEASED", Map.of());

        // When
        revision = 8;
        answered("ANSWERED", "NOT_FOUND", Map.of());

        // Then
        awaited("LOST");
        assertThat(shown(id).<String>getList("acts.to")).containsExactly("SUSPECTED", "DROPOUT", "LOST");
    }

    @Test
    void anAnswerThatIsNoDropoutOpensNothing() {
        // When
        answered("SETTLED", "OVER_AGE", Map.of());
        UUID other = UUID.randomUUID();
        answered(other, "ANSWERED", "OUT_OF_SCHOOL", Map.of());

        // Then
        eventually(() -> list(Tokens.viewer(), "task=" + other).body("items", hasSize(1)));
        list(Tokens.viewer(), "task=" + task).body("items", empty());
    }

    @Test
    void aSchoolReportsItsPupilOnceAndOnlyAfterTheDaysTheCountySet() {
        // Given
        String school = newSchool();
        UUID pupil = pupilOf(school);
        String key = UUID.randomUUID().toString();

        // When
        ValidatableResponse tooShort = report(Tokens.clerk("school:" + school), pupil, "2019-02-25", newKey());
        ValidatableResponse first = report(Tokens.clerk("school:" + school), pupil, "2019-02-24", key);
        ValidatableResponse repeated = report(Tokens.clerk("school:" + school), pupil, "2019-02-24", key);
        ValidatableResponse again = report(Tokens.clerk("school:" + school), pupil, "2019-02-24", newKey());

        // Then
        tooShort.statusCode(422).body("type", equalTo("urn:aid:problem:absence-too-short"));
        first.statusCode(201).body("state", equalTo("SUSPECTED")).body("unit", equalTo("school:" + school));
        repeated.statusCode(201).body("id", equalTo(first.extract().path("id")));
        again.statusCode(409).body("type", equalTo("urn:aid:problem:absence-open"));
        report(Tokens.clerk(ELSEWHERE), pupilOf(newSchool()), "2019-02-24", newKey())
                .statusCode(404);
        report(Tokens.reviewer(), pupil, "2019-02-24", newKey()).statusCode(403);
        list(Tokens.viewer("school:" + school), "student=" + pupil).body("items", hasSize(1));
        list(Tokens.viewer("town:" + town), "student=" + pupil).body("items", hasSize(1));
    }

    @Test
    void whatEndsTheMatterWithoutAReturnIsASecondPersonsWord() {
        // Given
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of());
        String id = awaited("DROPOUT");
        String both = Tokens.of("both")
                .roles("aid-clerk", "aid-reviewer")
                .org("town:" + town)
                .token();
        act(both, id, "acts", "PERSUASION_BEGUN", "2019-03-01", "家访").statusCode(200);

        // When
        ValidatableResponse same = act(both, id, "decisions", "EXEMPTED", "2019-03-02", "病历");
        ValidatableResponse byClerk = act(clerk(), id, "decisions", "EXEMPTED", "2019-03-02", "病历");
        ValidatableResponse asAct = act(clerk(), id, "acts", "EXEMPTED", "2019-03-02", "病历");
        ValidatableResponse second = act(reviewer(), id, "decisions", "EXEMPTED", "2019-03-02", "病历");

        // Then
        same.statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
        byClerk.statusCode(403);
        asAct.statusCode(400);
        second.statusCode(200).body("state", equalTo("EXEMPT"));
        act(clerk(), id, "acts", "PERSUASION_BEGUN", "2019-03-03", "家访")
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:state-conflict"));
    }

    @Test
    void aCaseIsChangedByWhoSawItAndExistsOnlyInItsJurisdiction() {
        // Given
        answered("ANSWERED", "OUT_OF_SCHOOL", Map.of());
        String id = awaited("DROPOUT");

        // When
        ValidatableResponse unseen = attempt(clerk(), id, null, "2019-03-01");
        ValidatableResponse stale = attempt(clerk(), id, "\"1\"", "2019-03-01");
        ValidatableResponse tomorrow = attempt(clerk(), id, "\"2\"", "2019-03-06");
        ValidatableResponse elsewhere = attempt(Tokens.clerk(ELSEWHERE), id, "*", "2019-03-01");
        ValidatableResponse reader = attempt(Tokens.viewer(), id, "*", "2019-03-01");
        ValidatableResponse seen = attempt(clerk(), id, "\"2\"", "2019-03-01");

        // Then
        unseen.statusCode(428);
        stale.statusCode(412);
        tomorrow.statusCode(422).body("type", equalTo("urn:aid:problem:day-not-valid"));
        elsewhere.statusCode(404);
        reader.statusCode(403);
        seen.statusCode(200).header("ETag", "\"3\"");
        list(Tokens.viewer("town:" + town), "state=PERSUADING").body("items.id", equalTo(List.of(id)));
        list(Tokens.viewer(ELSEWHERE), "task=" + task).body("items", empty());
        as(Tokens.auditor(ELSEWHERE)).get(ABSENCES + "/" + id).then().statusCode(404);
        as(Tokens.viewer()).get(ABSENCES + "/" + id).then().statusCode(403);
        as(Tokens.administrator()).get(ABSENCES).then().statusCode(403);
        RestAssured.get(ABSENCES).then().statusCode(401);
    }

    @Test
    void thresholdsAreDatedDataOfTheBureausAdministrator() {
        // When
        ValidatableResponse set = threshold(Tokens.administrator(), "2019-06-01");
        ValidatableResponse again = threshold(Tokens.administrator(), "2019-06-01");
        ValidatableResponse past = threshold(Tokens.administrator(), "2019-03-03");
        ValidatableResponse wrongRole = threshold(Tokens.clerk(), "2019-07-01");

        // Then
        set.statusCode(201).body("dropoutDays", equalTo(20));
        again.statusCode(409).body("type", equalTo("urn:aid:problem:state-conflict"));
        past.statusCode(409).body("type", equalTo("urn:aid:problem:state-conflict"));
        wrongRole.statusCode(403);
        as(Tokens.auditor())
                .get("/api/v1/absence-thresholds")
                .then()
                .statusCode(200)
                .body("items.firstDay", hasItem("2019-06-01"));
    }

    private static ValidatableResponse threshold(String token, String firstDay) {
        return as(token)
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(Map.of("firstDay", firstDay, "suspectedDays", 3, "dropoutDays", 20, "document", "测试文件"))
                .post("/api/v1/absence-thresholds")
                .then();
    }

    private String clerk() {
        return Tokens.clerk("town:" + town);
    }

    private String reviewer() {
        return Tokens.reviewer("town:" + town);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private UUID pupilOf(String school) {
        UUID pupil = UUID.randomUUID();
        county.student(pupil, school, town, 1);
        eventually(() ->
                as(Tokens.viewer()).get("/api/v1/case-files/" + pupil).then().statusCode(200));
        return pupil;
    }

    private static ValidatableResponse report(String token, UUID pupil, String since, String key) {
        return as(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("studentId", pupil, "absentSince", since, "evidence", "点名册"))
                .post(ABSENCES)
                .then();
    }

    private static ValidatableResponse act(
            String token, String id, String kind, String occasion, String day, String evidence) {
        return as(token)
                .header("Idempotency-Key", newKey())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("occasion", occasion, "onDay", day, "evidence", evidence))
                .post(ABSENCES + "/" + id + "/" + kind)
                .then();
    }

    private static ValidatableResponse attempt(String token, String id, String ifMatch, String day) {
        var request = as(token).header("Idempotency-Key", newKey()).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(Map.of("occasion", "PERSUASION_BEGUN", "onDay", day, "evidence", "家访"))
                .post(ABSENCES + "/" + id + "/acts")
                .then();
    }

    private static ValidatableResponse list(String token, String query) {
        return as(token).get(ABSENCES + "?" + query).then().statusCode(200);
    }

    private static JsonPath shown(String id) {
        return as(Tokens.auditor())
                .get(ABSENCES + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The case of the task once it is in this state. */
    private String awaited(String state) {
        eventually(() -> list(Tokens.viewer(), "task=" + task).body("items.state", equalTo(List.of(state))));
        return list(Tokens.viewer(), "task=" + task).extract().path("items[0].id");
    }

    private void answered(String state, String answer, Map<String, ?> different) {
        answered(task, state, answer, different);
    }

    /** The registry's golden example, out of school since 20 November 2018, with this much changed. */
    private void answered(UUID of, String state, String answer, Map<String, ?> different) {
        revision++;
        Map<String, Object> data = new HashMap<>(different);
        data.putAll(Map.of("taskId", of, "revision", revision, "state", state, "town", town));
        data.put("answer", answer);
        data.putIfAbsent("outOfSchoolSince", "2018-11-20");
        county.send(county.example("student-registry.reverse-check", "registry.ReverseCheckAnswered", data, of, of));
    }
}
