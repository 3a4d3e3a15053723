package cn.gov.zhuozhou.aid.accountability;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static cn.gov.zhuozhou.aid.accountability.County.row;
import static cn.gov.zhuozhou.aid.accountability.County.staffList;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

@ServiceTest
class EveryOperationTest extends EveryOperation {
    @Inject
    County county;

    EveryOperationTest() {
        super("GET /api/v1/clock");
    }

    @Override
    protected Map<String, String> rows() {
        String school = newSchool();
        String town = newTown();
        county.school(school, town);
        UUID pupil = county.aidedPupil(school, town);
        eventually(() -> assertThat(county.assignmentsOf(pupil)).hasSize(1));
        String absence = as(Tokens.clerk("school:" + school))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(Map.of("studentId", pupil, "absentSince", "2019-02-01", "evidence", "点名册"))
                .post("/api/v1/absences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String batch = county.upload(staffList(row(newStaffNumber(), school, "教师")), "2019-03-01")
                .extract()
                .path("batchId");
        return Map.of(
                "/api/v1/assignments/{id}",
                "/api/v1/assignments/" + county.openAssignmentOf(pupil).get("id"),
                "/api/v1/case-files/{studentId}",
                "/api/v1/case-files/" + pupil,
                "/api/v1/absences/{id}",
                "/api/v1/absences/" + absence,
                "/api/v1/feeds/batches/{id}",
                "/api/v1/feeds/batches/" + batch);
    }

    @Override
    protected Map<String, String> triedWithUnknownKeysOnly() {
        return Map.of(
                "/api/v1/jobs/{id}", "of the bureau: refused before it is looked up",
                "/api/v1/retention/runs/{id}", "of the bureau: refused before it is looked up",
                "/api/v1/dead-letters/{id}", "of the bureau: refused before it is looked up",
                "PUT /api/v1/calendar/years/{year}", "of the bureau: refused before it is looked up");
    }

    @Override
    protected Map<String, String> seenFromEverywhere() {
        return Map.of("GET /api/v1/calendar/years/{year}", "working days are the same for all");
    }

    @Override
    protected Map<String, String> knownWithEveryKey() {
        return Map.of("PUT /api/v1/calendar/years/{year}", "enters a year that was not there");
    }

    @Override
    protected Map<String, String> bodies() {
        return Map.of("POST /api/v1/absences/{id}/acts", """
                {"occasion": "CAME_BACK", "onDay": "2019-03-01", "evidence": "已到校"}""", "POST /api/v1/absences/{id}/decisions", """
                {"occasion": "EXEMPTED", "onDay": "2019-03-01", "evidence": "病历"}""");
    }
}
