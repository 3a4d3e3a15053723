package cn.gov.zhuozhou.aid.accountability.retention;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import cn.gov.zhuozhou.aid.accountability.ServiceTest;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** It is 4 March 2019: five years are over for what ended by 3 March 2014, twelve for what nobody did anything about since 2007. */
@ServiceTest
class RetentionTest {
    private static final String GONE = "已匿名";
    private static final Map<String, Object> YES = Map.of("confirmed", true, "opinion", "同意");

    @Inject
    Database database;

    private final String town = newTown();

    @Test
    @DisplayName(
            "a case whose time is over names nobody any more and says nothing of him; later ones stay, and that it was")
    void whatIsOverGoesAndTheCountStays() {
        // Given
        List<Integer> before = dueOfOthers();
        UUID over = absence("RETURNED", "2014-03-03");
        UUID lastDay = absence("EXEMPT", "2014-03-04");
        UUID longOpen = absence("DROPOUT", "2007-03-03");
        UUID open = absence("LOST", "2007-03-04");

        // When
        JsonPath asked = post("runs", Map.of("reason", "到期清除"), Tokens.clerk())
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = asked.getString("id");
        List<String> evidenceBefore = List.of(evidence(over), evidence(longOpen));
        post("runs", Map.of("reason", "再来一次"), Tokens.clerk())
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:run-open"));
        decide(id, YES, Tokens.of("clerk").roles("aid-reviewer").token())
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:same-person"));
        decide(id, YES, Tokens.reviewer()).statusCode(200).body("state", equalTo("DONE"));

        // Then
        assertThat(asked.getList("items.due", Integer.class)).containsExactly(before.get(0) + 1, before.get(1) + 1);
        as(Tokens.auditor())
                .get("/api/v1/retention/runs/" + id)
                .then()
                .statusCode(200)
                .body("items.erased", equalTo(List.of(before.get(0) + 1, before.get(1) + 1)));
        assertThat(evidenceBefore).containsExactly("在县城打工", "在县城打工");
        assertThat(List.of(evidence(over), evidence(longOpen))).containsExactly(GONE, GONE);
        assertThat(List.of(evidence(lastDay), evidence(open))).containsExactly("在县城打工", "在县城打工");
        assertThat(persons(over, longOpen)).isZero();
        assertThat(persons(lastDay, open)).isEqualTo(2);
        list("town=" + town)
                .body("items.state", equalTo(List.of("RETURNED", "EXEMPT", "DROPOUT", "LOST")))
                .body("items.stage", equalTo(List.of("PRIMARY", "PRIMARY", "PRIMARY", "PRIMARY")))
                .body("items.birthYear", equalTo(Arrays.asList(null, 2001, null, 2001)));
        list("town=" + town + "&state=RETURNED")
                .body("items[0].anonymisedOn", equalTo("2019-03-04"))
                .body("items[0].taskId", nullValue())
                .body("items[0].absentSince", equalTo("2006-09-01"));
        act(longOpen).statusCode(404);
        decide(id, YES, Tokens.reviewer()).statusCode(409);
    }

    @Test
    void whatIsAskedInVainIsDroppedAndNothingGoes() {
        // Given
        UUID over = absence("RETURNED", "2013-01-01");
        String id = post("runs", Map.of("reason", "到期清除"), Tokens.clerk())
                .statusCode(201)
                .extract()
                .path("id");

        // When
        assertThatThrownBy(() -> database.list(
                        "select 1 from erase_absences(:id, current_date)",
                        Map.of("id", UUID.fromString(id)),
                        row -> true))
                .rootCause()
                .hasMessageContaining("no run that was just confirmed");
        decide(id, Map.of("confirmed", false, "opinion", "再核对"), Tokens.reviewer())
                .statusCode(200)
                .body("state", equalTo("DROPPED"));

        // Then
        assertThat(evidence(over)).isEqualTo("在县城打工");
        assertThatThrownBy(() -> database.update(
                        "update absence_act set evidence = 'x' where absence_id = :id", Map.of("id", over)))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void rulesAreDatedDataOfTheBureausAdministrator() {
        as(Tokens.auditor())
                .get("/api/v1/retention/rules")
                .then()
                .statusCode(200)
                .body("kind", hasItems("ABSENCE_ENDED", "ABSENCE_NOT_ENDED"));
        post("rules", rule("2031-01-01", 6), Tokens.administrator()).statusCode(201);
        post("rules", rule("2031-01-01", 7), Tokens.administrator()).statusCode(409);
        post("rules", rule("2018-09-02", 6), Tokens.administrator())
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:rule-not-ahead"));
        post("rules", rule("2032-01-01", 101), Tokens.administrator()).statusCode(400);
        post("rules", rule("2032-01-01", 6), Tokens.clerk()).statusCode(403);
        post("rules", rule("2032-01-01", 6), Tokens.administrator("school:x")).statusCode(404);
        post("runs", Map.of("reason", "x"), Tokens.reviewer()).statusCode(403);
        post("runs", Map.of("reason", "x"), Tokens.clerk("school:x")).statusCode(404);
        RestAssured.get("/api/v1/retention/rules").then().statusCode(401);
        list("town=" + town).body("items", empty());
    }

    /** What is over already, of other tests; the run that counts it is dropped. */
    private static List<Integer> dueOfOthers() {
        JsonPath asked = post("runs", Map.of("reason", "先数一数"), Tokens.clerk())
                .statusCode(201)
                .extract()
                .jsonPath();
        decide(asked.getString("id"), Map.of("confirmed", false, "opinion", "只数"), Tokens.reviewer())
                .statusCode(200);
        return asked.getList("items.due", Integer.class);
    }

    /** Of somebody no pupil is, with its last step on a day. */
    private UUID absence(String state, String ended) {
        UUID id = database.first("select uuidv7()", Map.of(), row -> row.getObject(1, UUID.class))
                .orElseThrow();
        database.update(
                """
                insert into absence (id, task_id, task_revision, unit_code, town, birth_year, stage, absent_since, state, opened_at,
                  version)
                values (:id, :task, 1, :unit, :town, 2001, 'PRIMARY', '2006-09-01', :state, '2006-10-01', 2)""",
                Values.of("id", id)
                        .and("task", UUID.randomUUID())
                        .and("unit", "town:" + town)
                        .and("town", town)
                        .and("state", state));
        step(id, 1, null, "SUSPECTED", LocalDate.parse("2006-10-01"));
        step(id, 2, "SUSPECTED", state, LocalDate.parse(ended));
        return id;
    }

    private void step(UUID absence, int version, String from, String to, LocalDate day) {
        database.update(
                """
                insert into absence_act (absence_id, version, occasion, from_state, to_state, on_day, evidence, actor, actor_name, at)
                values (:id, :version, :occasion, :from, :to, :day, '在县城打工', 'a', '某人', :day)""",
                Values.of("id", absence)
                        .and("version", version)
                        .and("occasion", from == null ? null : "CAME_BACK")
                        .and("from", from)
                        .and("to", to)
                        .and("day", day));
    }

    private String evidence(UUID absence) {
        return database.first(
                        "select string_agg(distinct evidence, ',') from absence_act where absence_id = :id",
                        Map.of("id", absence),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private long persons(UUID one, UUID other) {
        return database.number(
                "select count(*) from absence where id in (:one, :other) and task_id is not null and birth_year is not null",
                Map.of("one", one, "other", other));
    }

    private static ValidatableResponse act(UUID absence) {
        return as(Tokens.clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("occasion", "CAME_BACK", "onDay", "2019-03-01", "evidence", "到校"))
                .post("/api/v1/absences/" + absence + "/acts")
                .then();
    }

    private static ValidatableResponse list(String query) {
        return as(Tokens.viewer()).get("/api/v1/absences?" + query).then().statusCode(200);
    }

    private static Map<String, Object> rule(String from, int years) {
        return Map.of("kind", "ABSENCE_ENDED", "validFrom", from, "keepYears", years, "legalBasis", "测试规定");
    }

    private static ValidatableResponse decide(String run, Map<String, Object> body, String token) {
        return post("runs/" + run + "/decision", body, token);
    }

    private static ValidatableResponse post(String path, Map<String, Object> body, String token) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/retention/" + path)
                .then();
    }
}
