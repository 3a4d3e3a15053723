package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class HardshipTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    private Semester semester;
    private String school;
    private UUID pupil;

    @BeforeEach
    void aDisabledPupilWhoseFamilyNobodyHasLookedAt() {
        semester = semesters.next();
        school = county.school();
        pupil = county.pupil(school);
        county.evidence(pupil, "DISABLED_STU");
        semesters.open(semester);
        assertThat(find().getString("result")).isEqualTo("DECISION_NEEDED");
    }

    @Test
    void provenHardshipProposesTheAdditionInTheFindersName() {
        // When
        judge(Tokens.clerk(), "PROVEN").then().statusCode(201);

        // Then
        assertThat(find().getString("result")).isEqualTo("ADDED");
        assertThat(find().getString("state")).isEqualTo("PROPOSED");
        String both = Tokens.of("clerk").roles("aid-reviewer").token();
        Acts.review(both, find(), "APPROVED").then().statusCode(422);
    }

    @Test
    void noHardshipFoundEndsTheWaiting() {
        // When
        judge(Tokens.clerk(), "NOT_FOUND").then().statusCode(201);

        // Then
        assertThat(find().getString("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void onlyAClerkOfTheSchoolOrAboveJudges() {
        assertThat(judge(Tokens.clerk("school:" + school), "PROVEN").statusCode())
                .isEqualTo(201);
        assertThat(judge(Tokens.reviewer(), "PROVEN").statusCode()).isEqualTo(403);
        assertThat(judge(Tokens.clerk("school:elsewhere"), "PROVEN").statusCode())
                .isEqualTo(404);
    }

    private Response judge(String token, String finding) {
        return Acts.as(token)
                .body(Map.of("finding", finding, "reason", "入户走访"))
                .post("/api/v1/students/{id}/hardship-judgements", pupil);
    }

    private JsonPath find() {
        return Acts.find(Tokens.viewer(), semester.code(), school, pupil);
    }
}
