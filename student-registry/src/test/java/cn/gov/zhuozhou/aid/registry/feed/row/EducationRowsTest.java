package cn.gov.zhuozhou.aid.registry.feed.row;

import static cn.gov.zhuozhou.aid.registry.feed.row.FeedSource.ENROLMENT;
import static cn.gov.zhuozhou.aid.registry.feed.row.FeedSource.IDENTIFIED;
import static cn.gov.zhuozhou.aid.registry.feed.row.FeedSource.SCHOOLS;
import static cn.gov.zhuozhou.aid.registry.feed.row.Reads.accepted;
import static cn.gov.zhuozhou.aid.registry.feed.row.Reads.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.Sex;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EducationRowsTest {
    private static final IdentityNumber PUPIL = IdentityNumber.of("999999201001010016");
    private static final StudentNumber NUMBER = StudentNumber.of("G999999201001010016");
    private static final Map<String, String> IDENTIFIED_PUPIL =
            Map.of("全国学籍号", NUMBER.value(), "姓名", "张小", "学校标识码", "9900000001", "认定等级", "特别困难", "认定依据", "农村低保");

    @Test
    void anEnrolmentRowIsReadWhole() {
        // When
        RowReading.Accepted reading = accepted(ENROLMENT, Reads.ENROLMENT);
        // Then
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.row())
                .isEqualTo(new EnrolmentRow(
                        NUMBER,
                        "张小",
                        Sex.MALE,
                        LocalDate.of(2010, 1, 1),
                        PUPIL,
                        "9900000001",
                        "中心小学",
                        Stage.PRIMARY,
                        3,
                        "2",
                        true,
                        EnrolmentState.IN_SCHOOL,
                        true,
                        EnrolmentRow.HouseholdKind.RURAL,
                        "东城坊镇",
                        "第1村",
                        null,
                        null,
                        List.of(new EnrolmentRow.Guardian(
                                "张大", "父亲", IdentityNumber.of(Persons.withCheck("99999919800101001")), true))));
    }

    @ParameterizedTest
    @CsvSource({"学前,PRESCHOOL", "小学,PRIMARY", "初中,JUNIOR", "普通高中,SENIOR_HIGH", "中职,SECONDARY_VOCATIONAL", "特殊教育,SPECIAL"
    })
    void everyStageIsKnown(String words, Stage stage) {
        // When
        EnrolmentRow row =
                (EnrolmentRow) accepted(ENROLMENT, Reads.ENROLMENT, "学段", words).row();
        // Then
        assertThat(row.stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"在校,IN_SCHOOL", "休学,SUSPENDED", "转出,TRANSFERRED", "离校,LEFT", "毕业,GRADUATED"})
    void everyEnrolmentStateIsKnown(String words, EnrolmentState state) {
        // When
        EnrolmentRow row = (EnrolmentRow)
                accepted(ENROLMENT, Reads.ENROLMENT, "学籍状态", words).row();
        // Then
        assertThat(row.state()).isEqualTo(state);
    }

    @Test
    void aPupilIsNotLostForAnUnusableIdentityNumber() {
        // When
        RowReading.Accepted formal = accepted(ENROLMENT, Reads.ENROLMENT, "身份证件号", "999999201001010017");
        RowReading.Accepted temporary =
                accepted(ENROLMENT, Reads.ENROLMENT, "全国学籍号", "L999999201903011234", "身份证件号", "");
        // Then
        assertThat(((EnrolmentRow) formal.row()).identity()).isEqualTo(PUPIL);
        assertThat(formal.remarks()).extracting(RowNote::code).containsExactly(RowCode.IDENTITY_FROM_STUDENT_NUMBER);
        assertThat(((EnrolmentRow) temporary.row()).identity()).isNull();
        assertThat(temporary.remarks()).extracting(RowNote::code).containsExactly(RowCode.IDENTITY_UNKNOWN);
    }

    @Test
    void whatDiffersFromTheNumberIsRemarked() {
        // When
        RowReading.Accepted reading = accepted(ENROLMENT, Reads.ENROLMENT, "性别", "女", "出生日期", "2010-01-02");
        // Then
        assertThat(reading.remarks())
                .containsExactly(
                        new RowNote(RowCode.DIFFERS_FROM_NUMBER, "性别"),
                        new RowNote(RowCode.DIFFERS_FROM_NUMBER, "出生日期"));
    }

    @ParameterizedTest
    @CsvSource({
        "全国学籍号, G1, WRONG_LENGTH",
        "姓名, '', NAME_MISSING",
        "学校标识码, '', VALUE_MISSING",
        "学段, 大学, VALUE_UNKNOWN",
        "学籍状态, '', VALUE_MISSING",
        "年级, 无, VALUE_UNKNOWN"
    })
    void withoutWhatMakesAPupilTheRowIsRefused(String column, String cell, RowCode code) {
        // When
        RowReading.Refused reading = refused(ENROLMENT, Reads.ENROLMENT, column, cell);
        // Then
        assertThat(reading.reasons()).containsExactly(new RowNote(code, column));
    }

    @ParameterizedTest
    @CsvSource({
        "农村低保, DIBAO_R",
        "城市低保, DIBAO_U",
        "建档立卡, REG_POOR",
        "农村低保;建档立卡, REG_POOR DIBAO_R",
        "农村低保；建档立卡；, REG_POOR DIBAO_R",
        "残疾, DISABLED_STU",
        "农村特困, TEKUN_R",
        "学校认定, SCHOOL_JUDGED"
    })
    void theBasisMayBeSeveral(String words, String categories) {
        // When
        IdentifiedRow row = (IdentifiedRow)
                accepted(IDENTIFIED, IDENTIFIED_PUPIL, "认定依据", words).row();
        // Then
        List<Category> expected =
                Arrays.stream(categories.split(" ")).map(Category::valueOf).toList();
        assertThat(row).isEqualTo(new IdentifiedRow(NUMBER, "张小", "9900000001", Level.SEVERE, expected));
    }

    @Test
    void anUnknownBasisBesideAKnownOneIsRemarkedAndAloneRefused() {
        // When
        RowReading.Accepted beside = accepted(IDENTIFIED, IDENTIFIED_PUPIL, "认定依据", "农村低保;某某");
        RowReading.Refused alone = refused(IDENTIFIED, IDENTIFIED_PUPIL, "认定依据", "某某");
        // Then
        assertThat(beside.remarks()).containsExactly(new RowNote(RowCode.VALUE_IGNORED, "认定依据"));
        assertThat(alone.reasons()).containsExactly(new RowNote(RowCode.VALUE_UNKNOWN, "认定依据"));
    }

    @ParameterizedTest
    @CsvSource({"特别困难,SEVERE", "困难,DIFFICULT", "一般困难,ORDINARY"})
    void everyLevelIsKnown(String words, Level level) {
        // When
        IdentifiedRow row = (IdentifiedRow)
                accepted(IDENTIFIED, IDENTIFIED_PUPIL, "认定等级", words).row();
        // Then
        assertThat(row.level()).isEqualTo(level);
    }

    @Test
    void aSchoolIsReadWhole() {
        // When
        FeedRow row = accepted(SCHOOLS, Map.of("学校标识码", "9900000036", "学校名称", "职教中心", "学段", "中职", "所属乡镇街道", "桃园街道"))
                .row();
        // Then
        assertThat(row)
                .isEqualTo(new SchoolRow(
                        "9900000036", "职教中心", List.of(Stage.SECONDARY_VOCATIONAL), "桃园街道", null, null, null, null));
    }
}
