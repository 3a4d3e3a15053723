package cn.gov.zhuozhou.aid.registry.export;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RegistryTest
@DisplayName("Files out (S65, S97)")
class ExportTest {
    private static final String FULL = "J" + "0".repeat(18);

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    @TempDir
    Path folder;

    @Test
    void aListLeavesMaskedMarkedSafeAndOnce() throws IOException {
        // Given
        String school = county.school();
        UUID pupil = county.pupil(school);
        county.pupil(county.school());
        database.update("update student set name = '=1+1' where id = :id", Map.of("id", pupil));
        String clerk = Tokens.clerk("school:" + school);
        JsonPath export = ready(clerk, request(clerk, "pupils", "XLSX", Map.of()));

        // When
        Response taken = take(clerk, export);

        // Then
        assertThat(taken.statusCode()).isEqualTo(200);
        List<List<String>> rows = rows(taken.asByteArray());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).getFirst()).contains("clerk@school:" + school, "开学核对", export.getString("id"), "时间：");
        assertThat(rows.get(2)).contains("***************0000", "'=1+1").doesNotContain(FULL);
        assertThat(URLDecoder.decode(taken.header("Content-Disposition"), UTF_8))
                .contains("学生名册", export.getString("id"), ".xlsx");
        assertThat(export.getString("state")).isEqualTo("READY");
        assertThat(export.getInt("rows")).isEqualTo(1);
        assertThat(export.getString("sha256")).hasSize(64);
        assertThat(export.getList("headers")).startsWith("全国学籍号", "姓名");
        assertThat(take(clerk, export).statusCode()).isEqualTo(409);
        assertThat(show(clerk, export).getString("state")).isEqualTo("EXPIRED");
        assertThat(parts(export)).isZero();
        assertThat(trail(export)).containsExactly("export.requested", "export.written", "export.downloaded");
    }

    @Test
    void aboveTheLimitAnotherPersonDecides() {
        // Given
        String town = "镇" + UUID.randomUUID();
        String school = county.school(town);
        for (int i = 0; i < 51; i++) {
            county.pupil(school);
        }
        String both = Tokens.of("both" + school)
                .roles("aid-clerk", "aid-reviewer")
                .org("school:" + school)
                .token();
        JsonPath asked = request(both, "pupils", "CSV_GB18030", Map.of());
        assertThat(asked.getString("state")).isEqualTo("REQUESTED");
        assertThat(asked.getInt("persons")).isEqualTo(51);
        assertThat(decide(both, asked, true, "\"1\"").statusCode()).isEqualTo(422);
        assertThat(decide(Tokens.clerk("town:" + town), asked, true, "\"1\"").statusCode())
                .isEqualTo(403);
        assertThat(decide(Tokens.reviewer("town:elsewhere"), asked, true, "\"1\"")
                        .statusCode())
                .isEqualTo(404);
        assertThat(decide(Tokens.reviewer("town:" + town), asked, true, null).statusCode())
                .isEqualTo(428);
        assertThat(take(both, asked).statusCode()).isEqualTo(409);

        // When
        Response approved = decide(Tokens.reviewer("town:" + town), asked, true, "\"1\"");

        // Then
        assertThat(approved.statusCode()).isEqualTo(200);
        JsonPath export = ready(both, asked);
        assertThat(take(Tokens.clerk("town:" + town), export).statusCode()).isEqualTo(404);
        String[] lines = new String(take(both, export).asByteArray(), Charset.forName("GB18030")).split("\r\n");
        assertThat(lines).hasSize(53);
        assertThat(lines[0]).startsWith("导出人：both" + school);
        assertThat(lines[1]).startsWith("全国学籍号,姓名");
    }

    @Test
    void aRefusedExportIsNeverWritten() {
        // Given
        Identified pupil = identified();
        String clerk = Tokens.clerk("school:" + pupil.school());
        JsonPath asked = request(clerk, "filing", "CSV_UTF8", Map.of("semester", pupil.semester()));

        // When
        Response refused = decide(Tokens.reviewer(), asked, false, "\"1\"");

        // Then
        assertThat(refused.jsonPath().getString("state")).isEqualTo("REFUSED");
        assertThat(decide(Tokens.reviewer(), asked, true, "\"2\"").statusCode()).isEqualTo(409);
        assertThat(take(clerk, asked).statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("S14: who is identified is filed in the national system before it locks")
    void filingShowsFullNumbersWithApprovalAndTicksTheChecklist() {
        // Given
        Identified pupil = identified();
        String clerk = Tokens.clerk("school:" + pupil.school());
        Acts.as(Tokens.administrator())
                .body(Map.of("locksOn", "2099-06-30", "source", "市资助中心通知"))
                .post("/api/v1/filings/{semester}/locks", pupil.semester())
                .then()
                .statusCode(201);
        JsonPath before = checklist(clerk, pupil);
        JsonPath asked = request(clerk, "filing", "CSV_UTF8", Map.of("semester", pupil.semester()));
        assertThat(asked.getString("state")).isEqualTo("REQUESTED");
        decide(Tokens.reviewer("school:" + pupil.school()), asked, true, "\"1\"")
                .then()
                .statusCode(200);
        JsonPath export = ready(clerk, asked);

        // When
        String sheet = new String(take(clerk, export).asByteArray(), UTF_8);

        // Then
        String[] lines = sheet.split("\r\n");
        assertThat(lines[0]).isEqualTo("\uFEFF学籍号,姓名,证件号码,性别,出生日期,学校标识码,学校名称,学段,年级,班级,困难等级,困难类型,认定日期");
        assertThat(lines[1]).startsWith(FULL + ",某生,,,," + pupil.school() + ",某小学,小学,1,1,特别困难,农村低保,");
        assertThat(lines).hasSize(2);
        assertThat(before.getInt("notExported")).isEqualTo(1);
        assertThat(before.getString("lock.locksOn")).isEqualTo("2099-06-30");
        JsonPath exported = checklist(clerk, pupil);
        assertThat(exported.getInt("notExported")).isZero();
        assertThat(exported.getInt("notEntered")).isEqualTo(1);
        assertThat(exported.getList("items.filed")).containsExactly("NOT_ENTERED");
        assertThat(enter(Tokens.clerk("school:elsewhere"), pupil).jsonPath().getInt("entered"))
                .isZero();
        assertThat(enter(clerk, pupil).jsonPath().getInt("entered")).isEqualTo(1);
        assertThat(checklist(clerk, pupil).getInt("notEntered")).isZero();
    }

    @Test
    void nobodyElsewhereIsSeen() {
        // Given
        String school = county.school();
        county.pupil(school);
        JsonPath asked = request(Tokens.clerk("school:" + school), "pupils", "XLSX", Map.of());
        String path = "/api/v1/exports/" + asked.getString("id");

        // When
        Response elsewhere = ask(Tokens.clerk("town:elsewhere"), "pupils", "XLSX", Map.of("school", school));

        // Then
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(elsewhere.jsonPath().getString("type")).isEqualTo("urn:aid:problem:nobody-to-export");
        assertThat(Acts.as(Tokens.clerk("town:elsewhere")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(Acts.as(Tokens.auditor()).get(path).statusCode()).isEqualTo(200);
        assertThat(Acts.as(Tokens.viewer()).get(path).statusCode()).isEqualTo(403);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(ask(Tokens.auditor(), "pupils", "XLSX", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(ask(Tokens.clerk(), "none-such", "XLSX", Map.of()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsTakenByNobodyEndsByItself() {
        // Given
        String school = county.school();
        county.pupil(school);
        String clerk = Tokens.clerk("school:" + school);
        JsonPath export = ready(clerk, request(clerk, "pupils", "XLSX", Map.of()));

        // When
        database.update(
                "update export set ends_at = '2019-01-01' where id = :id",
                Map.of("id", UUID.fromString(export.getString("id"))));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "EXPIRED".equals(show(clerk, export).getString("state")));
        assertThat(parts(export)).isZero();
    }

    @Test
    void layoutsEnteredAtOnceAreVersionsOneAfterTheOther() {
        // Given
        Map<String, ?> layout = layout("t" + UUID.randomUUID().toString().substring(0, 8), "IDENTITY_NUMBER");

        // When
        List<Integer> versions = AtOnce.times(
                4,
                () -> Acts.as(Tokens.administrator())
                        .body(layout)
                        .post("/api/v1/export-layouts")
                        .jsonPath()
                        .getInt("version"));

        // Then
        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void limitsAndLayoutsAreDataOfTheAdministrator() {
        // Given
        String day = LocalDate.of(2090, 1, 1)
                .plusDays(ThreadLocalRandom.current().nextInt(3_000))
                .toString();
        Map<String, ?> limit =
                Map.of("validFrom", day, "approvalAbove", 20, "keepHours", 24, "downloads", 1, "source", "某文件");
        String code = "t" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, ?> layout = layout(code, "NAME");

        // When
        Response set = Acts.as(Tokens.administrator()).body(limit).post("/api/v1/export-limits");
        Response laid = Acts.as(Tokens.administrator()).body(layout).post("/api/v1/export-layouts");

        // Then
        assertThat(set.statusCode()).isEqualTo(201);
        assertThat(laid.jsonPath().getInt("version")).isEqualTo(1);
        assertThat(Acts.as(Tokens.administrator())
                        .body(layout(code, "IDENTITY_NUMBER"))
                        .post("/api/v1/export-layouts")
                        .jsonPath()
                        .getBoolean("numbersInFull"))
                .isTrue();
        assertThat(Acts.as(Tokens.administrator())
                        .body(layout(code, "NOTICE_KIND"))
                        .post("/api/v1/export-layouts")
                        .statusCode())
                .isEqualTo(422);
        assertThat(Acts.as(Tokens.clerk())
                        .body(layout)
                        .post("/api/v1/export-layouts")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Acts.as(Tokens.administrator("town:某镇"))
                        .body(limit)
                        .post("/api/v1/export-limits")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Acts.as(Tokens.auditor())
                        .get("/api/v1/export-limits")
                        .jsonPath()
                        .getList("validFrom"))
                .contains(day);
    }

    @Test
    @DisplayName("An export whose writing failed is written once more at the asking person's word")
    void aFailedExportIsWrittenAgain() {
        // Given
        Identified pupil = identified();
        JsonPath export = request(Tokens.clerk(), "pupils", "XLSX", Map.of("school", pupil.school()));
        ready(Tokens.clerk(), export);
        assertThat(retry(Tokens.clerk(), export).statusCode()).isEqualTo(409);
        failed(export);

        // When
        Response again = retry(Tokens.clerk(), export);

        // Then
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.jsonPath().getString("jobId")).isNotEqualTo(export.getString("jobId"));
        assertThat(ready(Tokens.clerk(), export).getString("fileName")).isNotNull();
        assertThat(trail(export)).contains("export.retried");
        assertThat(retry(Tokens.reviewer(), export).statusCode()).isEqualTo(403);
        assertThat(retry(Tokens.clerk("school:elsewhere"), export).statusCode()).isEqualTo(404);
        assertThat(given().post("/api/v1/exports/{id}/retries", export.getString("id"))
                        .statusCode())
                .isEqualTo(401);
    }

    /** As a job leaves it that has failed. */
    private void failed(JsonPath export) {
        Map<String, Object> id = Map.of("id", UUID.fromString(export.getString("id")));
        database.update("delete from export_file where export_id = :id", id);
        database.update("""
                update export set state = 'APPROVED', ready_at = null, rows = null, sha256 = null, headers = null, file_name = null
                where id = :id""", id);
        database.update(
                "update job set state = 'FAILED', error = 'x' where kind = 'export' and subject = :id::text", id);
    }

    private static Response retry(String token, JsonPath export) {
        return Acts.as(token).post("/api/v1/exports/{id}/retries", export.getString("id"));
    }

    private record Identified(String semester, String school, UUID id) {}

    private Identified identified() {
        Semester semester = semesters.next();
        String school = county.school();
        UUID pupil = county.pupil(school);
        county.identifiedBefore(pupil, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);
        return new Identified(semester.code(), school, pupil);
    }

    private static Map<String, ?> layout(String code, String field) {
        return Map.of(
                "code",
                code,
                "name",
                "某表",
                "dataset",
                "PUPILS",
                "filing",
                false,
                "firstRow",
                true,
                "columns",
                List.of(Map.of("header", "某列", "field", field)),
                "source",
                "某文件");
    }

    private static Response ask(String token, String layout, String format, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("layout", layout, "format", format, "purpose", "开学核对"));
        return Acts.as(token).body(body).post("/api/v1/exports");
    }

    private static JsonPath request(String token, String layout, String format, Map<String, ?> more) {
        return ask(token, layout, format, more).then().statusCode(202).extract().jsonPath();
    }

    private static Response decide(String token, JsonPath export, boolean approved, String ifMatch) {
        var request = Acts.as(token).body(Map.of("approved", approved, "opinion", "已核实"));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/v1/exports/{id}/decisions", export.getString("id"));
    }

    private static JsonPath show(String token, JsonPath export) {
        return Acts.as(token)
                .get("/api/v1/exports/{id}", export.getString("id"))
                .jsonPath();
    }

    private static JsonPath ready(String token, JsonPath export) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> show(token, export), shown -> "READY".equals(shown.getString("state")));
    }

    private static Response take(String token, JsonPath export) {
        return Acts.as(token).post("/api/v1/exports/{id}/downloads", export.getString("id"));
    }

    private static JsonPath checklist(String token, Identified pupil) {
        return Acts.as(token)
                .get("/api/v1/filings/{semester}", pupil.semester())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response enter(String token, Identified pupil) {
        return Acts.as(token)
                .body(Map.of("studentIds", List.of(pupil.id()), "enteredOn", "2019-03-04"))
                .post("/api/v1/filings/{semester}/entries", pupil.semester());
    }

    private long parts(JsonPath export) {
        return database.number(
                "select count(*) from export_file where export_id = :id",
                Map.of("id", UUID.fromString(export.getString("id"))));
    }

    private List<String> trail(JsonPath export) {
        return database.list(
                "select action from trail where subject = 'export' and subject_id = :id order by id",
                Map.of("id", export.getString("id")),
                row -> row.getString(1));
    }

    private List<List<String>> rows(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("list.xlsx"), workbook);
        List<List<String>> rows = new ArrayList<>();
        TableFile.open(file, Limits.standard()).forEachRow(row -> rows.add(row.cells()));
        return rows;
    }
}
