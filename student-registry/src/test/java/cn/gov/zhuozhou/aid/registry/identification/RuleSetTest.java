package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class RuleSetTest {
    @Inject
    RuleSets ruleSets;

    @Inject
    Database database;

    @Test
    @DisplayName("S66: spring 2019 is decided by the two documents of 2018, autumn 2019 by the Hebei measures")
    void eachSemesterHasTheSetInForceOnItsFirstDay() {
        assertThat(ruleSets.of(Semester.parse("2019-spring")).id()).isEqualTo("2019-spring");
        assertThat(ruleSets.of(Semester.parse("2019-autumn")).id()).isEqualTo("2019-hebei");
        assertThat(ruleSets.find(Semester.parse("2018-autumn"))).isEmpty();
    }

    @Test
    void theListNamesDocumentsAndParameters() {
        // When
        var hebei = Acts.as(Tokens.viewer())
                .get("/api/v1/rule-sets/2019-hebei/1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // Then
        assertThat(hebei.getString("state")).isEqualTo("APPROVED");
        assertThat(hebei.getList("documents.date")).contains("2019-06-30");
        assertThat(hebei.getList("parameters.levels.zh")).containsExactly("家庭经济特殊困难", "一般家庭经济困难");
        assertThat(hebei.getString("parameters.direct.LOWINC")).isEqualTo("ORDINARY");
    }

    @Test
    void aDraftIsApprovedByAnotherPersonAndThenNeverChanged() {
        // Given
        String id = newId();
        Response drafted = draft(Tokens.administrator(), id, content("2000-01-01"));
        drafted.then().statusCode(201);
        // When
        Response own = approve(Tokens.administrator(), id, drafted);
        Response other = approve(Tokens.reviewer(), id, drafted);
        // Then
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.jsonPath().getString("type")).isEqualTo("urn:aid:problem:same-person");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.jsonPath().getString("state")).isEqualTo("ENDED");
        Response changed = Acts.as(Tokens.administrator())
                .header("If-Match", other.header("ETag"))
                .body(content("2010-01-01"))
                .put("/api/v1/rule-sets/{id}/1", id);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThatThrownBy(() -> database.update(
                        "update rule_set set effective_from = '2000-01-01' where id = :id", Map.of("id", id)))
                .hasStackTraceContaining("an approved rule set is never changed");
        assertThat(draft(Tokens.administrator(), id, content("2002-01-01"))
                        .jsonPath()
                        .getString("version"))
                .isEqualTo("2");
    }

    @Test
    void aDraftDecidesNothing() {
        // Given
        draft(Tokens.administrator(), newId(), content("2029-01-01")).then().statusCode(201);
        // When
        var inForce = ruleSets.of(Semester.parse("2029-spring"));
        // Then
        assertThat(inForce.id()).isEqualTo("2019-hebei");
    }

    @Test
    void anUnsoundSetIsRefusedFieldByField() {
        // Given
        Map<String, Object> content = content("2000-01-01");
        Map<String, Object> parameters = parameters();
        parameters.put("checks", List.of("PRESENCE", "NO_SUCH_CHECK"));
        parameters.put("judgedLevel", "DIFFICULT");
        content.put("parameters", parameters);
        // When
        Response answer = draft(Tokens.administrator(), newId(), content);
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:aid:problem:rule-set-unsound");
        assertThat(answer.jsonPath().getList("errors.field")).contains("checks", "judgedLevel");
    }

    @Test
    void onlyAdministratorsOfTheBureauDraft() {
        assertThat(draft(Tokens.clerk(), newId(), content("2000-01-01")).statusCode())
                .isEqualTo(403);
        assertThat(Acts.as(Tokens.viewer())
                        .get("/api/v1/rule-sets/{id}/1", newId())
                        .statusCode())
                .isEqualTo(404);
        assertThat(io.restassured.RestAssured.get("/api/v1/rule-sets").statusCode())
                .isEqualTo(401);
    }

    private static String newId() {
        return "set-" + UUID.randomUUID().toString().substring(0, 20);
    }

    private static Response draft(String token, String id, Map<String, Object> content) {
        return Acts.as(token).body(Map.of("id", id, "content", content)).post("/api/v1/rule-sets");
    }

    private static Response approve(String token, String id, Response drafted) {
        return Acts.as(token)
                .header("If-Match", drafted.header("ETag"))
                .body(Map.of("reason", "已核对文件"))
                .post("/api/v1/rule-sets/{id}/1/approval", id);
    }

    /** The Hebei set for some days long ago, so that no semester of another test is decided by it. */
    static Map<String, Object> content(String from) {
        Map<String, Object> content = new HashMap<>();
        content.put("effectiveFrom", from);
        content.put("effectiveTo", from.replace("01-01", "01-31"));
        content.put("documents", List.of(Map.of("title", "试行办法")));
        content.put("parameters", parameters());
        return content;
    }

    static Map<String, Object> parameters() {
        return new HashMap<>(Acts.as(Tokens.viewer())
                .get("/api/v1/rule-sets/2019-hebei/1")
                .jsonPath()
                .<String, Object>getMap("parameters"));
    }
}
