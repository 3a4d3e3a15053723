package cn.gov.zhuozhou.aid.accountability.organisation;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static cn.gov.zhuozhou.aid.accountability.County.row;
import static cn.gov.zhuozhou.aid.accountability.County.staffList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.accountability.County;
import cn.gov.zhuozhou.aid.accountability.ServiceTest;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class StaffFeedTest {
    @Inject
    County county;

    private final String school = newSchool();
    private final String principal = newStaffNumber();
    private final String teacher = newStaffNumber();

    @Test
    void aListMakesPeopleAndPostsBeforeTheSchoolIsKnown() {
        // When
        county.staff(row(principal, school, "校长"), row(teacher, school, "教师"));

        // Then
        assertThat(posts()).containsExactlyInAnyOrder("PRINCIPAL", "TEACHER");
        assertThat(as(Tokens.viewer())
                        .get("/api/v1/people?school=" + school)
                        .then()
                        .extract()
                        .<List<String>>path("items.staffNumber"))
                .containsExactlyInAnyOrder(principal, teacher);
    }

    @Test
    void theSchoolFollowsByEventWithTheCentralSchoolOfItsTown() {
        // Given
        String town = newTown();

        // When
        county.school(school, town);

        // Then
        eventually(() -> as(Tokens.viewer("town:" + town))
                .get("/api/v1/units")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("school:" + school, "town:" + town)))
                .body("items.parentCode", equalTo(List.of("town:" + town, "bureau"))));
    }

    @Test
    void aSchoolOnlyAWrongFileNamedIsNoUnitAnyMoreUntilItIsToldOfAgain() {
        // Given
        String town = newTown();
        county.school(school, town);
        eventually(() -> assertThat(units(town)).contains("school:" + school));

        // When
        county.withdrawnSchool(school, town, 2);

        // Then
        eventually(() -> assertThat(units(town)).containsExactly("town:" + town));
        county.school(school, town, 3);
        eventually(() -> assertThat(units(town)).contains("school:" + school));
    }

    private static List<String> units(String town) {
        return as(Tokens.viewer("town:" + town))
                .get("/api/v1/units")
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    @Test
    void theSameListAgainChangesNothing() {
        // Given
        county.staff(row(teacher, school, "教师"));

        // When
        String again = upload(row(teacher, school, "教师"));

        // Then
        assertThat(county.batch(again).getMap("$"))
                .containsEntry("rows", 1)
                .containsEntry("accepted", 1)
                .containsEntry("started", 0)
                .containsEntry("ended", 0);
    }

    @Test
    void whoIsMissingFromTheNextListHasLeft() {
        // Given
        county.staff(row(principal, school, "校长"), row(teacher, school, "教师"));

        // When
        county.staff(row(principal, school, "校长"));

        // Then
        assertThat(posts()).containsExactly("PRINCIPAL");
        as(Tokens.viewer())
                .get("/api/v1/posts?ended=true&school=" + school)
                .then()
                .body("items.until", hasItem("2019-03-01"));
    }

    @Test
    void oneBadRowCostsOneRow() {
        // When
        String batch = upload(row(principal, school, "校长"), row(teacher, school, "门卫"), row(principal, school, "校长"));

        // Then
        assertThat(county.batch(batch).getMap("$"))
                .containsEntry("rows", 3)
                .containsEntry("accepted", 1)
                .containsEntry("refused", 1)
                .containsEntry("duplicates", 1);
        as(Tokens.clerk())
                .get("/api/v1/feeds/batches/" + batch + "/rows?outcome=REFUSED")
                .then()
                .body("items.line", equalTo(List.of(3)))
                .body("items.reason", equalTo(List.of("POST_UNKNOWN")));
    }

    @Test
    void aListInGb18030IsReadAlike() {
        // Given
        byte[] content = staffList(row(teacher, school, "班主任")).substring(1).getBytes(Charset.forName("GB18030"));

        // When
        String batch = done(
                county.upload(content, "2019-03-01", Tokens.clerk()).extract().path("batchId"));

        // Then
        assertThat(county.batch(batch).getInt("accepted")).isEqualTo(1);
        assertThat(posts()).containsExactly("CLASS_TEACHER");
    }

    @Test
    void aWorkbookWithATitleRowIsReadAlike() throws IOException {
        // Given
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("教职工");
            sheet.value(0, 0, "2019年春季教职工名单");
            List<String> header = List.of("教职工号", "姓名", "学校标识码", "岗位");
            List<String> cells = List.of(teacher, "高敏", school, "教师");
            for (int i = 0; i < 4; i++) {
                sheet.value(1, i, header.get(i));
                sheet.value(2, i, cells.get(i));
            }
        }

        // When
        String batch = done(county.upload(out.toByteArray(), "2019-03-01", Tokens.clerk())
                .extract()
                .path("batchId"));

        // Then
        assertThat(county.batch(batch).getInt("accepted")).isEqualTo(1);
        assertThat(posts()).containsExactly("TEACHER");
    }

    @Test
    void anEmptyFileIsRefused() {
        county.upload(new byte[0], "2019-03-01", Tokens.clerk())
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aid:problem:unreadable-table"))
                .body("errors.code", equalTo(List.of("EMPTY_FILE")));
    }

    @Test
    void aPictureIsRefused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
        county.upload(picture, "2019-03-01", Tokens.clerk())
                .statusCode(422)
                .body("errors.code", equalTo(List.of("NOT_A_TABLE")));
    }

    @Test
    void aTableWithOtherColumnsIsRefusedWithThoseExpected() {
        county.upload("姓名,电话\n高敏,1\n".getBytes(StandardCharsets.UTF_8), "2019-03-01", Tokens.clerk())
                .statusCode(422)
                .body("errors.code", equalTo(List.of("COLUMNS_MISSING")))
                .body("detail", containsString("教职工号"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-02-30", "yesterday", "", "2099-01-01"})
    void aWrongAsOfIsRefused(String asOf) {
        county.upload(staffList(row(teacher, school, "教师")), asOf)
                .statusCode(400)
                .body("type", equalTo("urn:aid:problem:wrong-as-of"));
    }

    @Test
    void aListOlderThanTheOneInForceIsRefused() {
        // Given
        county.staff(row(teacher, school, "教师"));

        // When
        var answer = county.upload(staffList(row(teacher, school, "校长")), "2018-09-01");

        // Then
        answer.statusCode(409).body("type", equalTo("urn:aid:problem:staff-list-outdated"));
    }

    private List<String> posts() {
        return as(Tokens.viewer())
                .get("/api/v1/posts?school=" + school)
                .then()
                .statusCode(200)
                .extract()
                .path("items.kind");
    }

    private String upload(String... rows) {
        return done(county.upload(staffList(rows), "2019-03-01")
                .statusCode(202)
                .extract()
                .path("batchId"));
    }

    private String done(String batch) {
        eventually(() -> assertThat(county.batch(batch).getString("state")).isEqualTo("DONE"));
        return batch;
    }
}
