package cn.gov.zhuozhou.aid.registry.completeness;

import static cn.gov.zhuozhou.aid.registry.identification.Acts.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 真贫不落一人: everybody on a feed and on the roll is identified, or it is said why not. */
@RegistryTest
class CompletenessTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    @Test
    @DisplayName("S15, S28, S72: identified, or a reason or an open task for each who is not")
    void everybodyOnAFeedIsIdentifiedOrExplained() throws Exception {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        UUID carried = county.pupil(school);
        county.identifiedBefore(carried, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(carried, "DIBAO_R");
        UUID proposed = county.pupil(school);
        county.evidence(proposed, "DIBAO_R");
        UUID returned = county.pupil(school);
        county.evidence(returned, "DIBAO_R");
        UUID waiting = county.pupil(school);
        county.nameConflict(waiting);
        UUID somebodyElse = county.pupil(school);
        county.nameConflict(somebodyElse);
        UUID certificateOnly = county.pupil(school);
        county.evidence(certificateOnly, "DISABLED_STU");
        UUID notPoor = county.pupil(school);
        county.evidence(notPoor, "DISABLED_STU");
        UUID suspended = county.pupil(school);
        county.evidence(suspended, "DIBAO_R");
        database.update("update student set enrolment_state = 'SUSPENDED' where id = :id", Map.of("id", suspended));
        UUID left = county.pupil(school);
        county.evidence(left, "DIBAO_R");
        database.update("update student set enrolment_state = 'LEFT' where id = :id", Map.of("id", left));
        county.pupil(school);
        semesters.open(semester);
        Acts.review(Tokens.reviewer(), Acts.find(Tokens.viewer(), semester.code(), school, returned), "RETURNED");
        county.conflictRejected(somebodyElse);
        county.evaluate(somebodyElse);
        as(Tokens.clerk())
                .body(Map.of("finding", "NOT_FOUND", "reason", "入户核实"))
                .post("/api/v1/students/{id}/hardship-judgements", notPoor)
                .then()
                .statusCode(201);

        // When
        JsonPath made = made(semester, school);

        // Then
        assertThat(made.getString("state")).isEqualTo("COMPLETE");
        assertThat(List.of(made.getInt("expected"), made.getInt("identified"), made.getInt("explained")))
                .containsExactly(8, 1, 7);
        String id = made.getString("proofId");
        byte[] content = download(id, "proof.json");
        assertThat(hash(content)).isEqualTo(made.getString("sha256"));
        Map<String, String> reasons = new HashMap<>();
        JsonPath proof = new JsonPath(new String(content, StandardCharsets.UTF_8));
        for (Map<String, Object> person : proof.<Map<String, Object>>getList("people")) {
            reasons.put((String) person.get("studentId"), person.get("outcome") + " " + person.get("reason"));
        }
        assertThat(reasons)
                .isEqualTo(Map.of(
                        carried.toString(), "IDENTIFIED null",
                        proposed.toString(), "TASK IN_REVIEW",
                        returned.toString(), "REASON REJECTED_IN_REVIEW",
                        waiting.toString(), "TASK OPEN_CASE",
                        somebodyElse.toString(), "REASON MATCH_REJECTED",
                        certificateOnly.toString(), "TASK DECISION_NEEDED",
                        notPoor.toString(), "REASON HARDSHIP_NOT_FOUND",
                        suspended.toString(), "REASON NOT_IN_SCHOOL"));
        assertThat(rows(download(id, "proof.xlsx")))
                .contains("拟认定，待评审")
                .contains("经核实家庭经济不困难")
                .contains(made.getString("sha256"));
    }

    @Test
    @DisplayName("S28: a pupil nobody has a reason for makes the proof incomplete")
    void whoIsForgottenShowsLoudly() {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        UUID known = county.pupil(school);
        county.identifiedBefore(known, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(known, "DIBAO_R");
        semesters.open(semester);
        UUID forgotten = county.pupil(school);
        county.evidence(forgotten, "DIBAO_R");

        // When
        JsonPath made = made(semester, school);

        // Then
        assertThat(made.getString("state")).isEqualTo("INCOMPLETE");
        assertThat(made.getInt("missing")).isEqualTo(1);
        as(Tokens.viewer())
                .get("/api/v1/completeness-proofs/{id}", made.getString("proofId"))
                .then()
                .body("missing.studentId", equalTo(List.of(forgotten.toString())))
                .body("schools[0].missing", equalTo(1));
        county.evaluate(forgotten);
        assertThat(made(semester, school).getString("state")).isEqualTo("COMPLETE");
    }

    @Test
    void proofsAreMadeAndSeenWithinTheJurisdictionOnly() {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        semesters.open(semester);

        // Then
        String id = made(semester, school).getString("proofId");
        make(Tokens.clerk("school:" + school), semester.code(), school).then().statusCode(201);
        make(Tokens.clerk("school:other"), semester.code(), school).then().statusCode(404);
        make(Tokens.clerk("school:" + school), semester.code(), null).then().statusCode(404);
        make(Tokens.clerk(), semester.code(), null).then().statusCode(201);
        make(Tokens.viewer(), semester.code(), school).then().statusCode(403);
        make(Tokens.clerk(), semester.next().code(), school).then().statusCode(422);
        make(Tokens.clerk(), "spring", school).then().statusCode(400);
        for (String path : List.of("", "/proof.json", "/proof.xlsx")) {
            as(Tokens.viewer("school:other"))
                    .get("/api/v1/completeness-proofs/" + id + path)
                    .then()
                    .statusCode(404);
            given().get("/api/v1/completeness-proofs/" + id + path).then().statusCode(401);
        }
        as(Tokens.viewer("school:" + school))
                .queryParam("semester", semester.code())
                .get("/api/v1/completeness-proofs")
                .then()
                .body("items.proofId", hasItem(id))
                .body("items.school.unique()", equalTo(List.of(school)));
    }

    private static JsonPath made(Semester semester, String school) {
        return make(Tokens.clerk(), semester.code(), school)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response make(String token, String semester, String school) {
        Map<String, Object> request = new HashMap<>();
        request.put("semester", semester);
        request.put("school", school);
        return as(token).body(request).post("/api/v1/completeness-proofs");
    }

    private static byte[] download(String id, String file) {
        return as(Tokens.viewer())
                .get("/api/v1/completeness-proofs/{id}/{file}", id, file)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String hash(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static List<String> rows(byte[] xlsx) throws IOException {
        List<String> cells = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(
                    row -> row.stream().filter(java.util.Objects::nonNull).forEach(cell -> cells.add(cell.getText())));
        }
        return cells;
    }
}
