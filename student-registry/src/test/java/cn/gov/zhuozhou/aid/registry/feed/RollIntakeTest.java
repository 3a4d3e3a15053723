package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What enrolment files tell about one person over time: moves, new numbers, guardians. */
@RegistryTest
class RollIntakeTest {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Test
    @DisplayName("S14 a move between schools of the county is one step, though the file has a row of either school")
    void aMoveIsOneStep() {
        // Given
        Roll.schools();
        var pupil = Roll.pupil();
        Roll.take(pupil);
        UUID id = Roll.find(pupil.number());
        thirtyDaysAgo(id);

        // When
        var batch = Roll.take(
                pupil.with("学籍状态", "转出"), pupil.with("学校标识码", Roll.OTHER_SCHOOL).with("就读方式", "住校"));

        // Then
        assertThat(List.of(batch.getInt("accepted"), batch.getInt("duplicates")))
                .containsExactly(1, 1);
        var now = Roll.get(id, "");
        assertThat(now.getString("schoolCode")).isEqualTo(Roll.OTHER_SCHOOL);
        assertThat(now.getString("enrolmentState")).isEqualTo("IN_SCHOOL");
        var enrolments = Roll.get(id, "/enrolments");
        assertThat(enrolments.getList("items.step")).containsExactly("ENTERED", "MOVED");
        assertThat(enrolments.getList("items.schoolCode")).containsExactly(Roll.SCHOOL, Roll.OTHER_SCHOOL);
        assertThat(enrolments.getList("items.boarding")).containsExactly(false, true);
        assertThat(enrolments.getList("items.until")).containsExactly(Feeds.TODAY, null);
        var before = Roll.get(id, "/enrolments?on=2019-02-20");
        assertThat(before.getList("items.schoolCode")).containsExactly(Roll.SCHOOL);
        assertThat(before.getList("items.semester")).containsExactly("2018-autumn");
    }

    @Test
    void whoComesFromOutsideTheCountyIsKnownAsSuch() {
        // Given
        var pupil = Roll.pupil().with("入学方式", "外省转入");

        // When
        Roll.take(pupil);

        // Then
        UUID id = Roll.find(pupil.number());
        assertThat(Roll.get(id, "/enrolments").getList("items.step")).containsExactly("TRANSFERRED_IN");
        assertThat(Roll.get(id, "").getString("entryMode")).isEqualTo("TRANSFERRED_IN");
    }

    @Test
    void theFormalNumberAfterTheTemporaryOneKeepsThePupil() {
        // Given
        String temporary = Roll.temporaryNumber();
        var pupil = Roll.pupil();
        Roll.take(pupil.with("全国学籍号", temporary));
        UUID id = Roll.find(temporary);
        Feeds.take(
                "identified",
                "全国学籍号,姓名,学校标识码,认定等级,认定依据\n%s,%s,%s,特别困难,农村低保\n".formatted(temporary, pupil.name(), Roll.SCHOOL));

        // When
        var batch = Roll.take(pupil);

        // Then
        assertThat(batch.getInt("changed")).isEqualTo(1);
        assertThat(Roll.find(pupil.number())).isEqualTo(id);
        assertThat(Roll.find(temporary)).isEqualTo(id);
        assertThat(Roll.get(id, "").getString("numberKind")).isEqualTo("FORMAL");
        var former = Roll.get(id, "/former-numbers");
        assertThat(former.getList("items.kind")).containsExactly("STUDENT_NUMBER");
        assertThat(former.getString("items[0].number"))
                .isEqualTo("*".repeat(15) + temporary.substring(15))
                .doesNotContain(temporary.substring(1, 15));
        assertThat(count("select count(*) from prior_identification where student_id = :id", id))
                .isEqualTo(1);
    }

    @Test
    void aRegisterWithTheFormerIdentityNumberStillFindsThePupil() {
        // Given
        var pupil = Roll.pupil();
        String before = pupil.identity();
        Roll.take(pupil);
        UUID id = Roll.find(before);
        Roll.take(pupil.with("身份证件号", Roll.child()));
        String head = Roll.adult();

        // When
        Feeds.take(
                "civil-affairs-dibao",
                Roll.dibao("F" + before.substring(6), "户主甲", head, "户主", pupil.name(), before, "子女"));

        // Then
        assertThat(evidence(id)).containsExactly("DIBAO_R EXACT");
        assertThat(liveCases(before)).isEmpty();
        assertThat(Roll.get(id, "/former-numbers").getList("items.kind")).containsExactly("IDENTITY");
    }

    @Test
    void aNumberHeNeverHadByOurFilesIsReadFromTheStudentNumber() {
        // Given
        var pupil = Roll.pupil();
        String entered = pupil.identity();
        Roll.take(pupil.with("身份证件号", Roll.child()));

        // When
        Feeds.take(
                "civil-affairs-dibao",
                Roll.dibao("E" + entered.substring(6), "户主甲", Roll.adult(), "户主", pupil.name(), entered, "子女"));

        // Then
        assertThat(evidence(Roll.find(pupil.number()))).containsExactly("DIBAO_R EXACT");
    }

    @Test
    void aFormerNumberUnderAnotherNameIsSomebodyElse() {
        // Given
        var pupil = Roll.pupil();
        String mistyped = pupil.identity();
        var temporary = pupil.with("全国学籍号", Roll.temporaryNumber());
        Roll.take(temporary);
        UUID id = Roll.find(mistyped);
        Roll.take(temporary.with("身份证件号", Roll.child()));

        // When
        Feeds.take(
                "civil-affairs-dibao",
                Roll.dibao("M" + mistyped.substring(6), "户主甲", Roll.adult(), "户主", "另一个人", mistyped, "子女"));

        // Then
        assertThat(evidence(id)).isEmpty();
        assertThat(liveCases(mistyped)).containsExactly("NO_PUPIL");
    }

    @Test
    @DisplayName("S65 a row refused for a slip of the pen does not make a pupil leave")
    void aRefusedRowDoesNotMakeAPupilLeave() {
        // Given
        var pupil = Roll.pupil();
        Roll.take(pupil);

        // When
        var batch = Roll.take(pupil.with("学段", "大学"), Roll.pupil());

        // Then
        assertThat(batch.getInt("refused")).isEqualTo(1);
        assertThat(Roll.get(Roll.find(pupil.number()), "").getString("enrolmentState"))
                .isEqualTo("IN_SCHOOL");
    }

    @Test
    void theSecondGuardianLeadsToTheHouseholdAlsoByAnOldNumber() {
        // Given
        String mother = Roll.adult();
        String oldForm = mother.substring(0, 6) + mother.substring(8, 17);
        var pupil =
                Roll.pupil().with("监护人2姓名", "某母亲").with("监护人2身份证件号", oldForm).with("监护人2关系", "母亲");
        Roll.take(pupil);
        UUID id = Roll.find(pupil.number());

        // When
        Feeds.take("civil-affairs-dibao", Roll.dibao("G" + mother.substring(6), "某母亲", mother, "户主"));

        // Then
        assertThat(cases(id)).containsExactly("HOUSEHOLD_HEAD_ONLY");
        var shown = Roll.get(id, "");
        assertThat(shown.getList("guardians.relation")).containsExactly("父亲", "母亲");
        assertThat(shown.getString("guardians[1].identityNumber")).isEqualTo("*".repeat(14) + mother.substring(14));
    }

    @Test
    @DisplayName("S55 the disabled are visited, by the file's word or a certificate that is valid")
    void theDisabledAreKeyVisits() {
        // Given
        var told = Roll.pupil().with("残疾类型", "肢体残疾").with("是否留守儿童", "是");
        var proven = Roll.pupil().with("残疾类型", "无");
        Roll.take(told, proven);
        UUID id = Roll.find(proven.number());

        // When
        disabledFederation(proven, "有效");

        // Then
        assertThat(Roll.get(Roll.find(told.number()), "").getList("keyVisitKinds"))
                .containsExactly("LEFT_BEHIND", "DISABLED");
        assertThat(Roll.get(id, "").getList("keyVisitKinds")).containsExactly("DISABLED");
        assertThat(lastEvent(id)).contains("\"keyVisitKinds\": [\"DISABLED\"]");
        disabledFederation(proven, "注销");
        assertThat(lastEvent(id)).contains("\"keyVisitKinds\": []");
    }

    @Test
    void aSchoolIsKnownByKindNatureAndCentralSchool() {
        // Given
        String town = "镇" + UUID.randomUUID();
        String central = code();
        String point = code();
        String nursery = code();

        // When
        Feeds.take(
                "schools",
                "学校标识码,学校名称,学段,所属乡镇街道,办学性质,学校办学类型,是否中心校\n%s,某中心校,九年一贯制,%s,公办,九年一贯制,是\n".formatted(central, town)
                        + "%s,某教学点,小学,%s,公办,教学点,否\n".formatted(point, town)
                        + "%s,某幼儿园,学前,%s,普惠性民办,幼儿园,\n".formatted(nursery, town));

        // Then
        assertThat(school(central)).startsWith("[PRIMARY, JUNIOR] PUBLIC NINE_YEAR true " + central);
        assertThat(school(point)).isEqualTo("[PRIMARY] PUBLIC TEACHING_POINT false " + central + " 1");
        assertThat(school(nursery)).isEqualTo("[PRESCHOOL] PRIVATE_INCLUSIVE KINDERGARTEN false " + central + " 1");
    }

    @Test
    void aShorterListOfSchoolsLeavesKnownWhatItDoesNotTell() {
        // Given
        String town = "镇" + UUID.randomUUID();
        String central = code();
        Feeds.take("schools", "学校标识码,学校名称,学段,所属乡镇街道,办学性质,是否中心校\n%s,某中心校,小学,%s,公办,是\n".formatted(central, town));

        // When
        Feeds.take("schools", "学校标识码,学校名称,学段,所属乡镇街道\n%s,某某中心校,小学,%s\n".formatted(central, town));

        // Then
        assertThat(school(central)).isEqualTo("[PRIMARY] PUBLIC null true " + central + " 2");
    }

    private static String code() {
        return "S" + UUID.randomUUID().toString().substring(0, 9);
    }

    /** As told in its last event. */
    private String school(String code) {
        return database.first("""
                        select concat_ws(' ', replace(replace(payload::jsonb ->> 'stages', '"', ''), '"', ''),
                          coalesce(payload::jsonb ->> 'kind', 'null'), coalesce(payload::jsonb ->> 'nature', 'null'),
                          payload::jsonb ->> 'central', payload::jsonb ->> 'centralSchoolCode', revision)
                        from outbox where topic = 'student-registry.school' and event_key = :code
                        order by id desc limit 1""", Map.of("code", code), row -> row.getString(1))
                .orElseThrow();
    }

    private static void disabledFederation(Roll.Row pupil, String state) {
        Feeds.take(
                "disabled-federation",
                "残疾证号,姓名,身份证号,残疾类别,残疾等级,证件状态,乡镇街道\n%s43,%s,%s,肢体,三级,%s,%s\n"
                        .formatted(pupil.identity(), pupil.name(), pupil.identity(), state, Roll.TOWN));
    }

    private String lastEvent(UUID id) {
        return database.first(
                        "select payload from outbox where topic = 'student-registry.student' and event_key = :id"
                                + " order by id desc limit 1",
                        Map.of("id", id.toString()),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private void thirtyDaysAgo(UUID id) {
        database.update(
                "update enrolment_change set valid_from = valid_from - 30 where student_id = :id", Map.of("id", id));
    }

    private List<String> evidence(UUID id) {
        return database.list(
                "select category, match_kind from evidence where student_id = :id and valid_to is null",
                Map.of("id", id),
                row -> row.getString(1) + " " + row.getString(2));
    }

    private List<String> cases(UUID id) {
        return database.list(
                "select kind from match_case where student_id = :id and state <> 'CLOSED'",
                Map.of("id", id),
                row -> row.getString(1));
    }

    private List<String> liveCases(String identity) {
        return database.list(
                "select kind from match_case where person_index = :person and state <> 'CLOSED'",
                Map.of("person", crypto.index("identity-number", identity)),
                row -> row.getString(1));
    }

    private long count(String sql, UUID id) {
        return database.first(sql, Map.of("id", id), row -> row.getLong(1)).orElseThrow();
    }
}
