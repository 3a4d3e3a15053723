package cn.gov.zhuozhou.aid.registry.comparison;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("Our totals beside the national system's (S65, S97)")
class ComparisonTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Test
    void showsPerSchoolStageAndLevelWhatDiffersAndWhoStandsOnOneSide() throws NoSuchAlgorithmException {
        // Given
        Semester semester = semesters.next();
        String town = "镇" + UUID.randomUUID();
        String school = county.school(town);
        String both = pupil(school, semester);
        String oursOnly = pupil(school, semester);
        String theirsOnly = number();
        semesters.open(semester);
        byte[] sheet = ("某市家庭经济困难学生\n学籍号,姓名,学校代码,学段,困难程度\n"
                        + both + ",某生," + school + ",小学,特别困难\n"
                        + theirsOnly + ",欧阳某," + school + ",小学,特别困难\n"
                        + number() + ",某人," + school + ",小学,不明\n合计,3\n")
                .getBytes(GB18030);

        // When
        Response made = compare(Tokens.clerk(), semester.code(), sheet);

        // Then
        assertThat(made.statusCode()).isEqualTo(201);
        JsonPath comparison = made.jsonPath();
        assertThat(comparison.getInt("rows")).isEqualTo(3);
        assertThat(comparison.getInt("unread")).isEqualTo(1);
        assertThat(comparison.getLong("ours") - comparison.getLong("bothSides")).isPositive();
        assertThat(comparison.getString("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(sheet)));
        String path = "/api/v1/national-comparisons/" + comparison.getString("id");
        String own = Tokens.reviewer("town:" + town);
        JsonPath totals = Acts.as(own).get(path).jsonPath();
        assertThat(totals.<Map<String, Object>>getList("items"))
                .extracting(
                        t -> t.get("level") + " " + t.get("ours") + " " + t.get("theirs") + " " + t.get("difference"))
                .containsExactly("SEVERE 2 2 0", "UNKNOWN 0 1 1");
        assertThat(Acts.as(own).get(path + "?different=true").jsonPath().getList("items.level"))
                .containsExactly("UNKNOWN");
        List<Map<String, Object>> persons =
                Acts.as(own).get(path + "/persons").jsonPath().getList("items");
        assertThat(persons)
                .extracting(p -> p.get("side") + " " + p.get("name") + " " + p.get("number"))
                .contains("OURS 某* " + masked(oursOnly), "THEIRS 欧* " + masked(theirsOnly))
                .hasSize(3);
        assertThat(Acts.as(Tokens.reviewer("town:elsewhere"))
                        .get(path + "/persons")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(keptAnywhere(theirsOnly)).isZero();
        Response workbook = Acts.as(own).get(path + "/persons.xlsx");
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.asByteArray()).startsWith('P', 'K');
    }

    @Test
    void isForTheBureauAndNeedsASheetThatCanBeRead() {
        // Given
        String semester = semesters.open().code();
        byte[] bare = "姓名,学段\n某人,小学\n".getBytes(GB18030);

        // When
        Response unreadable = compare(Tokens.clerk(), semester, bare);

        // Then
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.jsonPath().getString("type")).isEqualTo("urn:aid:problem:sheet-unreadable");
        assertThat(compare(Tokens.clerk("town:某镇"), semester, bare).statusCode())
                .isEqualTo(404);
        assertThat(compare(Tokens.auditor(), semester, bare).statusCode()).isEqualTo(403);
        assertThat(compare(Tokens.clerk(), "2001-spring", bare).statusCode()).isEqualTo(422);
        assertThat(Acts.as(Tokens.viewer()).get("/api/v1/national-comparisons").statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/v1/national-comparisons").statusCode()).isEqualTo(401);
    }

    @Test
    void otherHeadersNeedNoCode() {
        // Given
        String code = "m" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, ?> mapping = Map.of(
                "code",
                code,
                "name",
                "外县导出表",
                "columns",
                Map.of(
                        "IDENTITY_NUMBER", List.of("公民身份号码"),
                        "NAME", List.of("学生"),
                        "SCHOOL_NAME", List.of("就读学校"),
                        "STAGE", List.of("教育阶段"),
                        "LEVEL", List.of("档次")),
                "stages",
                Map.of("义务教育小学", "PRIMARY"),
                "levels",
                Map.of("一档", "SEVERE"),
                "source",
                "外县样表");

        // When
        Response added = Acts.as(Tokens.administrator()).body(mapping).post("/api/v1/comparison-mappings");

        // Then
        assertThat(added.statusCode()).isEqualTo(201);
        byte[] sheet = "公民身份号码,学生,就读学校,教育阶段,档次\n999999201001010015,某人,外县一小,义务教育小学,一档\n".getBytes(GB18030);
        assertThat(compare(Tokens.clerk(), semesters.open().code(), code, sheet)
                        .jsonPath()
                        .getInt("unread"))
                .isZero();
        assertThat(Acts.as(Tokens.clerk())
                        .body(mapping)
                        .post("/api/v1/comparison-mappings")
                        .statusCode())
                .isEqualTo(403);
    }

    private String pupil(String school, Semester semester) {
        UUID id = county.pupil(school);
        county.identifiedBefore(id, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(id, "DIBAO_R");
        String number = number();
        database.update(
                "update student set student_number_index = :index, student_number_sealed = :sealed where id = :id",
                Map.of("id", id, "index", crypto.index("student-number", number), "sealed", crypto.encrypt(number)));
        return number;
    }

    private static String number() {
        return "J" + ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, 1_000_000_000_000_000_000L);
    }

    private static String masked(String number) {
        return "***************" + number.substring(15);
    }

    private long keptAnywhere(String number) {
        return database.number(
                "select count(*) from comparison_person where position(:digits in concat(name, number, school)) > 0",
                Map.of("digits", number.substring(1, 14)));
    }

    private static Response compare(String token, String semester, byte[] sheet) {
        return compare(token, semester, "identified", sheet);
    }

    private static Response compare(String token, String semester, String mapping, byte[] sheet) {
        return Acts.as(token)
                .contentType("application/octet-stream")
                .queryParam("semester", semester)
                .queryParam("mapping", mapping)
                .queryParam("asOf", "2019-03-01")
                .body(sheet)
                .post("/api/v1/national-comparisons");
    }
}
