package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files that list what has changed. */
@RegistryTest
class DeltaTest {
    @Inject
    FeedFacts facts;

    @Inject
    Database database;

    @Test
    @DisplayName("S69: a list of changes touches its own persons only")
    void ofARegisterWhoIsNotNamedStays() {
        // Given
        var county = new County();
        var stays = county.pupil();
        var ends = county.pupil();
        var comes = county.pupil();
        county.family("N1" + stays.identity().substring(6), stays);
        county.family("N2" + ends.identity().substring(6), ends);
        Feeds.take("enrolment", county.enrolment());
        Feeds.take("civil-affairs-dibao", county.dibao());
        String changes = header("低保证号,城乡类别,乡镇街道,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,变动类型")
                + row("N2" + ends.identity().substring(6), ends, "停发")
                + row("N3" + comes.identity().substring(6), comes, "停发")
                + row("N3" + comes.identity().substring(6), comes, "新增")
                + row("N4" + stays.identity().substring(6), stays, "某种");

        // When
        JsonPath batch = Feeds.take("civil-affairs-dibao", Map.of("mode", "delta"), Feeds.utf8(changes));

        // Then
        assertThat(facts.of(county))
                .as("the child is off the register, the head still on it: a person decides")
                .containsExactly(
                        "evidence 0 DIBAO_R EXACT", "case 1 HOUSEHOLD_HEAD_ONLY OPEN", "evidence 2 DIBAO_R EXACT");
        assertThat(batch.getString("mode")).isEqualTo("DELTA");
        assertThat(List.of(
                        batch.getInt("added"),
                        batch.getInt("gone"),
                        batch.getInt("duplicates"),
                        batch.getInt("refused")))
                .containsExactly(1, 1, 1, 1);
    }

    @Test
    @DisplayName("S69: a list of changes taken back leaves the register it changed")
    void aWithdrawnListOfChangesLeavesWhatWasBefore() {
        // Given
        var county = new County();
        var ends = county.pupil();
        var comes = county.pupil();
        county.family("N2" + ends.identity().substring(6), ends);
        Feeds.take("enrolment", county.enrolment());
        Feeds.take("civil-affairs-dibao", county.dibao());
        List<String> before = facts.of(county);
        String changes = header("低保证号,城乡类别,乡镇街道,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,变动类型")
                + row("N2" + ends.identity().substring(6), ends, "停发")
                + row("N3" + comes.identity().substring(6), comes, "新增");
        String delta = Feeds.take("civil-affairs-dibao", Map.of("mode", "delta"), Feeds.utf8(changes))
                .getString("batchId");
        assertThat(facts.of(county)).contains("evidence 1 DIBAO_R EXACT").isNotEqualTo(before);

        // When
        JsonPath done = WithdrawalTest.withdraw(delta);

        // Then
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(facts.of(county)).isEqualTo(before).containsExactly("evidence 0 DIBAO_R EXACT");
    }

    @Test
    void ofEnrolmentWhoIsTakenOffHasLeftAndTheOthersStay() {
        // Given
        var county = new County();
        var stays = county.pupil();
        var leaves = county.pupil();
        var graduates = county.pupil();
        Feeds.take("enrolment", county.enrolment());
        String changes = header("全国学籍号,姓名,身份证件号,学校标识码,学段,年级,班级,就读方式,学籍状态,变动类型")
                + enrolled(leaves, "在校", "减员")
                + enrolled(graduates, "毕业", "减员");

        // When
        Feeds.take("enrolment", Map.of("mode", "delta"), Feeds.utf8(changes));

        // Then
        assertThat(List.of(state(stays), state(leaves), state(graduates)))
                .containsExactly("IN_SCHOOL", "LEFT", "GRADUATED");
    }

    @Test
    @DisplayName(
            "a list of changes is no proof that an old number is gone: two records, until two people bring them together")
    void ofEnrolmentANewNumberIsANewRecord() {
        // Given
        var pupil = Roll.pupil();
        Roll.take(pupil);
        UUID before = Roll.find(pupil.number());
        var renumbered = pupil.with("全国学籍号", Roll.temporaryNumber());

        // When
        Feeds.take(
                "enrolment",
                Map.of("mode", "delta"),
                Feeds.utf8(header(String.join(",", renumbered.cells().keySet()))
                        + String.join(",", renumbered.cells().values())
                        + "\n"));

        // Then
        assertThat(Roll.find(renumbered.number())).isNotNull().isNotEqualTo(before);
        assertThat(Roll.find(pupil.number())).isEqualTo(before);
        assertThat(Roll.get(before, "").getString("enrolmentState")).isEqualTo("IN_SCHOOL");
    }

    @Test
    void ofTheIdentifiedOneIsTakenOffAndOneLevelChanges() {
        // Given
        var county = new County();
        var stays = county.pupil();
        var off = county.pupil();
        var changed = county.pupil();
        Feeds.take("enrolment", county.enrolment());
        Map<String, String> semester = Map.of("semester", "2016-autumn");
        Feeds.take(
                "identified",
                semester,
                Feeds.utf8(header("全国学籍号,姓名,认定等级,认定依据")
                        + "%s,%s,困难,农村低保\n".formatted(stays.number(), stays.name())
                        + "%s,%s,困难,农村低保\n".formatted(off.number(), off.name())
                        + "%s,%s,困难,农村低保\n".formatted(changed.number(), changed.name())));
        String changes = header("全国学籍号,姓名,认定等级,认定依据,变动类型")
                + "%s,%s,困难,农村低保,取消\n".formatted(off.number(), off.name())
                + "%s,%s,特别困难,孤儿,变更\n".formatted(changed.number(), changed.name());

        // When
        Feeds.take("identified", Map.of("semester", "2016-autumn", "mode", "delta"), Feeds.utf8(changes));

        // Then
        assertThat(List.of(before(stays), before(off), before(changed)))
                .containsExactly(List.of("DIFFICULT"), List.of(), List.of("SEVERE"));
    }

    @Test
    void schoolsAreNeverEndedSoThereAreNoChangesOfThem() {
        Feeds.handIn("schools", Map.of("asOf", Feeds.TODAY, "mode", "delta"), Feeds.utf8(County.schools()))
                .statusCode(422)
                .body("type", containsString("feed-without-changes"));
        Feeds.handIn("enrolment", Map.of("asOf", Feeds.TODAY, "mode", "weekly"), Feeds.utf8(County.schools()))
                .statusCode(400)
                .body("errors[0].field", containsString("mode"));
    }

    private String state(County.Pupil pupil) {
        return database.first(
                        "select enrolment_state from student where id = :id",
                        Map.of("id", facts.id(pupil)),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private List<String> before(County.Pupil pupil) {
        return database.list(
                "select level from prior_identification where student_id = :id and semester = '2016-autumn'",
                Map.of("id", facts.id(pupil)),
                row -> row.getString(1));
    }

    private static String header(String columns) {
        return columns + "\n";
    }

    private static String row(String household, County.Pupil pupil, String change) {
        return String.join(
                        ",",
                        household,
                        "农村",
                        County.TOWN,
                        pupil.guardianName(),
                        pupil.guardianIdentity(),
                        pupil.name(),
                        pupil.identity(),
                        "子女",
                        change)
                + "\n";
    }

    private static String enrolled(County.Pupil pupil, String state, String change) {
        return String.join(
                        ",",
                        pupil.number(),
                        pupil.name(),
                        pupil.identity(),
                        County.SCHOOL,
                        "小学",
                        "3",
                        "2",
                        "走读",
                        state,
                        change)
                + "\n";
    }
}
