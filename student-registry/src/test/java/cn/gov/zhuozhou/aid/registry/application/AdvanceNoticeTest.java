package cn.gov.zhuozhou.aid.registry.application;

import static cn.gov.zhuozhou.aid.registry.application.ProcedureTest.assertProblem;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.clerk;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.created;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.ok;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class AdvanceNoticeTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Procedures procedures;

    @Inject
    BusinessClock clock;

    private Semester semester;
    private String school;
    private UUID pupil;

    @BeforeEach
    void aSchool() {
        semester = semesters.open();
        school = county.school();
        pupil = county.pupil(school);
    }

    @Test
    @DisplayName("S103: a school that has told nobody takes no application")
    void withoutNoticeInAdvanceNobodyApplies() {
        // When
        Response refused = procedures.apply(clerk(school), pupil);

        // Then
        assertProblem(refused, 422, "no-advance-notice");
    }

    @Test
    @DisplayName("S103, S104: letters given out and slips that came back are the evidence")
    void theBatchKeepsItsEvidence() {
        // When
        JsonPath told = procedures.tell(school, semester.code());

        // Then
        assertThat(told.getString("deliveries[0].means")).isEqualTo("LETTER");
        assertThat(told.getInt("deliveries[0].reached")).isEqualTo(300);
        assertThat(told.getInt("deliveries[0].receipts")).isEqualTo(290);
        assertThat(procedures.apply(clerk(school), pupil).statusCode()).isEqualTo(201);
    }

    @Test
    void applicationsAreTakenWithinThePeriod() {
        // Given
        JsonPath told = procedures.tell(school, semester.code());

        // When
        ok(Acts.as(clerk(school))
                .header("If-Match", "\"" + told.getLong("version") + "\"")
                .body(Map.of(
                        "opensOn", clock.today().minusDays(2).toString(),
                        "closesOn", clock.today().minusDays(1).toString()))
                .put("/api/v1/advance-notices/{id}/period", told.getString("id")));

        // Then
        assertProblem(procedures.apply(clerk(school), pupil), 422, "applications-not-open");
    }

    @Test
    void aSchoolHasOneBatchASemester() {
        // Given
        Map<String, String> batch = Map.of(
                "semester",
                semester.code(),
                "schoolCode",
                school,
                "opensOn",
                clock.today().toString());
        created(Acts.as(clerk(school)).body(batch).post("/api/v1/advance-notices"));

        // When
        Response second = Acts.as(clerk(school)).body(batch).post("/api/v1/advance-notices");

        // Then
        assertProblem(second, 409, "advance-notice-exists");
    }

    @Test
    void nothingIsDeliveredTomorrow() {
        // Given
        JsonPath told = procedures.tell(school, semester.code());

        // When
        Response refused = Acts.as(clerk(school))
                .header("If-Match", "*")
                .body(Map.of(
                        "means",
                        "SMS",
                        "deliveredOn",
                        clock.today().plusDays(1).toString(),
                        "reached",
                        10,
                        "reference",
                        "短信平台"))
                .post("/api/v1/advance-notices/{id}/deliveries", told.getString("id"));

        // Then
        assertProblem(refused, 422, "delivered-in-future");
    }
}
