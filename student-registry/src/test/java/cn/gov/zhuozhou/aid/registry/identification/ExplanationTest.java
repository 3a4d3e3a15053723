package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RegistryTest
class ExplanationTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    RulingStore rulings;

    @Test
    void theFamilyReadsWhatWasLookedAtWhatWasFoundWhatFollowsAndWhatItCanDo() {
        // Given
        UUID ruling = rulingOnAnAllowance(county.school());
        // When
        Response letter = explain(Tokens.viewer(), ruling, "text/plain");
        // Then
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(letter.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(letter.asString())
                .containsSubsequence(
                        "家庭经济困难学生认定情况说明",
                        "我们看了什么",
                        "孩子是否在籍在校?在籍在校",
                        "有效依据:农村低保",
                        "结果是什么",
                        "家庭经济特殊困难",
                        "接下来怎么办",
                        "公示 5 个工作日",
                        "您可以做什么",
                        "异议",
                        "申诉",
                        "河北省家庭经济困难学生认定办法",
                        "What was looked at",
                        "rural subsistence allowance",
                        "appeal");
    }

    @Test
    void asAPageItPrintsTheSame() {
        // When
        Response page = explain(Tokens.viewer(), rulingOnAnAllowance(county.school()), "text/html");
        // Then
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.asString()).contains("<h2>我们看了什么</h2>", "<section lang=\"en\">");
    }

    @Test
    void asDataEachCheckHasItsSource() {
        // When
        var data = explain(Tokens.viewer(), rulingOnAnAllowance(county.school()), "application/json")
                .jsonPath();
        // Then
        assertThat(data.getList("lookedAt.check")).containsExactly("PRESENCE", "EVIDENCE", "GAIN");
        assertThat(data.getList("lookedAt.legalBasis", String.class)).noneMatch(String::isBlank);
        assertThat(data.getString("ruleSet.id")).isEqualTo("2019-hebei");
        assertThat(data.getBoolean("newest")).isTrue();
    }

    @Test
    void otherSchoolsRulingsDoNotExist() {
        // Given
        String school = county.school();
        UUID ruling = rulingOnAnAllowance(school);
        // When
        int foreign = explain(Tokens.viewer("school:" + county.school()), ruling, "application/json")
                .statusCode();
        int own = explain(Tokens.viewer("school:" + school), ruling, "application/json")
                .statusCode();
        // Then
        assertThat(foreign).isEqualTo(404);
        assertThat(own).isEqualTo(200);
        assertThat(io.restassured.RestAssured.get("/api/v1/rulings/{id}/explanation", ruling)
                        .statusCode())
                .isEqualTo(401);
    }

    private UUID rulingOnAnAllowance(String school) {
        Semester semester = semesters.next();
        UUID pupil = county.pupil(school);
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);
        return rulings.ofStudent(pupil).getFirst().id();
    }

    private static Response explain(String token, UUID ruling, String type) {
        return Acts.as(token).accept(type).get("/api/v1/rulings/{id}/explanation", ruling);
    }
}
