package cn.gov.zhuozhou.aid.registry.feed.row;

import static cn.gov.zhuozhou.aid.registry.feed.row.FeedSource.CIVIL_AFFAIRS_DIBAO;
import static cn.gov.zhuozhou.aid.registry.feed.row.FeedSource.CIVIL_AFFAIRS_TEKUN;
import static cn.gov.zhuozhou.aid.registry.feed.row.FeedSource.DISABLED_FEDERATION;
import static cn.gov.zhuozhou.aid.registry.feed.row.FeedSource.POVERTY_OFFICE_REGISTERED;
import static cn.gov.zhuozhou.aid.registry.feed.row.Reads.DIBAO;
import static cn.gov.zhuozhou.aid.registry.feed.row.Reads.accepted;
import static cn.gov.zhuozhou.aid.registry.feed.row.Reads.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterRowsTest {
    private static final IdentityNumber CHILD = IdentityNumber.of("999999201001010016");
    private static final IdentityNumber HEAD = IdentityNumber.of(Persons.withCheck("99999919800101001"));
    private static final Map<String, String> POVERTY = Map.ofEntries(
            Map.entry("户编号", "999900000001"),
            Map.entry("人编号", "99990000000102"),
            Map.entry("姓名", "张小"),
            Map.entry("证件号码", CHILD.value()),
            Map.entry("与户主关系", "之子"),
            Map.entry("户主姓名", "张大"),
            Map.entry("户主证件号码", HEAD.value()),
            Map.entry("乡镇街道", "码头镇"),
            Map.entry("行政村", "第2村"),
            Map.entry("脱贫属性", "未脱贫"),
            Map.entry("脱贫年度", ""),
            Map.entry("在校生状况", "小学"));
    private static final Map<String, String> DISABLED = Map.of(
            "残疾人证号", "99999920100101001653B1",
            "姓名", "张小",
            "性别", "男",
            "残疾类别", "智力",
            "残疾等级", "三级",
            "乡镇街道", "码头镇",
            "村居", "第2村",
            "证件状态", "有效");

    @Test
    void anAllowanceRowNamesHouseholdHeadAndMember() {
        // When
        FeedRow row = accepted(CIVIL_AFFAIRS_DIBAO, DIBAO).row();
        // Then
        assertThat(row)
                .isEqualTo(new RegisterRow(
                        CIVIL_AFFAIRS_DIBAO,
                        Category.DIBAO_R,
                        Standing.CURRENT,
                        "N999999000001",
                        RegisterRow.Area.RURAL,
                        "东城坊镇",
                        "第1村",
                        "张大",
                        HEAD,
                        "张小",
                        CHILD,
                        Relation.CHILD,
                        YearMonth.of(2017, 9),
                        35_800L,
                        Collections.emptySortedMap()));
    }

    @ParameterizedTest
    @CsvSource({"城市,DIBAO_U", "城镇,DIBAO_U", "农村,DIBAO_R", "' 农 村 ',DIBAO_R"})
    void townAndCountryAreDifferentCategories(String area, Category category) {
        // When
        FeedRow row = accepted(CIVIL_AFFAIRS_DIBAO, DIBAO, "城乡类别", area).row();
        // Then
        assertThat(((RegisterRow) row).category()).isEqualTo(category);
    }

    @Test
    void aRowOfWhichNobodyKnowsTownOrCountryIsRefused() {
        // When
        RowReading.Refused reading = refused(CIVIL_AFFAIRS_DIBAO, DIBAO, "城乡类别", "其他");
        // Then
        assertThat(reading.reasons()).containsExactly(new RowNote(RowCode.VALUE_UNKNOWN, "城乡类别"));
    }

    @Test
    void anUnusableHeadDoesNotCostTheMembersRow() {
        // When
        RowReading.Accepted reading = accepted(CIVIL_AFFAIRS_DIBAO, DIBAO, "户主身份证号", "1.30681E+17");
        // Then
        assertThat(((RegisterRow) reading.row()).head()).isNull();
        assertThat(((RegisterRow) reading.row()).headName()).isEqualTo("张大");
        assertThat(reading.remarks()).containsExactly(new RowNote(RowCode.HEAD_UNKNOWN, "户主身份证号"));
    }

    @Test
    void aRefusedChildStillTellsItsHouseholdAndHead() {
        // When
        RowReading.Refused reading = refused(CIVIL_AFFAIRS_DIBAO, DIBAO, "成员身份证号", "999999201001010017", "成员姓名", "");
        // Then
        assertThat(reading.reasons())
                .containsExactly(
                        new RowNote(RowCode.NAME_MISSING, "成员姓名"), new RowNote(RowCode.WRONG_CHECK_DIGIT, "成员身份证号"));
        assertThat(reading.householdNo()).isEqualTo("N999999000001");
        assertThat(reading.head()).isEqualTo(HEAD);
        assertThat(reading.maybeChild()).isTrue();
        assertThat(reading.reasons().getFirst().text().zh()).isEqualTo("成员姓名:未填写");
    }

    @ParameterizedTest
    @CsvSource({"户主,false", "配偶,false", "之父,false", "之女,true", "孙子,true", "其他,true", "'',true", "某某,true"})
    void onlyTheElderOfAHouseholdAreNoChildren(String relation, boolean maybeChild) {
        // When
        RowReading.Refused reading = refused(CIVIL_AFFAIRS_DIBAO, DIBAO, "成员身份证号", "", "与户主关系", relation);
        // Then
        assertThat(reading.maybeChild()).isEqualTo(maybeChild);
    }

    @Test
    void spacesInNamesAndUnreadableExtrasDoNotCostTheRow() {
        // When
        RowReading.Accepted reading =
                accepted(CIVIL_AFFAIRS_DIBAO, DIBAO, "成员姓名", "张 小", "起始保障年月", "不详", "月保障金额", "三百");
        // Then
        RegisterRow row = (RegisterRow) reading.row();
        assertThat(row.memberName()).isEqualTo("张小");
        assertThat(row.startMonth()).isNull();
        assertThat(row.amountFen()).isNull();
        assertThat(reading.remarks()).extracting(RowNote::code).containsOnly(RowCode.VALUE_IGNORED);
    }

    @Test
    void aNameWithADamagedCharacterIsRefused() {
        // When
        RowReading.Refused reading = refused(CIVIL_AFFAIRS_DIBAO, DIBAO, "成员姓名", "张\uFFFD");
        // Then
        assertThat(reading.reasons()).containsExactly(new RowNote(RowCode.NAME_UNREADABLE, "成员姓名"));
    }

    @Test
    void aShiftedRowIsRefused() {
        // Given
        Wording wording = Wording.delivered(CIVIL_AFFAIRS_DIBAO);
        Row row = wording.row(0, DIBAO);
        // When
        RowReading reading =
                wording.read(new Row(row.line(), row.cells(), true)).row();
        // Then
        assertThat(((RowReading.Refused) reading).reasons()).containsExactly(new RowNote(RowCode.SHIFTED_ROW, ""));
    }

    @Test
    void extremePovertySupportIsGivenToThePerson() {
        // Given
        Map<String, String> tekun =
                Map.of("特困证号", "T1", "城乡类别", "城市", "乡镇街道", "码头镇", "姓名", "张小", "身份证号", CHILD.value());
        // When
        RegisterRow row = (RegisterRow) accepted(CIVIL_AFFAIRS_TEKUN, tekun).row();
        // Then
        assertThat(row.category()).isEqualTo(Category.TEKUN_U);
        assertThat(row.member()).isEqualTo(CHILD);
        assertThat(row.head()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"未脱贫,CURRENT", "已脱贫,EXITED", "已脱贫（享受政策）,EXITED", "'',CURRENT"})
    void aRegisteredHouseholdMayHaveLeftPoverty(String words, Standing standing) {
        // When
        RegisterRow row = (RegisterRow)
                accepted(POVERTY_OFFICE_REGISTERED, POVERTY, "脱贫属性", words).row();
        // Then
        assertThat(row.category()).isEqualTo(Category.REG_POOR);
        assertThat(row.standing()).isEqualTo(standing);
        assertThat(row.details())
                .containsExactly(Map.entry("personNo", "99990000000102"), Map.entry("schooling", "小学"));
    }

    @Test
    void aDisabledPersonMayBeRegisteredByTheCertificatesNumber() {
        // When
        RegisterRow row = (RegisterRow) accepted(POVERTY_OFFICE_REGISTERED, POVERTY, "证件号码", "99999920100101001653")
                .row();
        // Then
        assertThat(row.member()).isEqualTo(CHILD);
    }

    @Test
    void aCertificateNamesItsHolderTypeAndGrade() {
        // When
        RegisterRow row = (RegisterRow) accepted(DISABLED_FEDERATION, DISABLED).row();
        // Then
        assertThat(row.category()).isEqualTo(Category.DISABLED_STU);
        assertThat(row.member()).isEqualTo(CHILD);
        assertThat(row.details())
                .containsExactly(Map.entry("disabilityGrade", "3"), Map.entry("disabilityType", "INTELLECT"));
    }

    @Test
    void aCertificateThatDiffersFromItsOwnColumnsIsRemarked() {
        // When
        RowReading.Accepted reading = accepted(DISABLED_FEDERATION, DISABLED, "残疾类别", "视力", "残疾等级", "一级");
        // Then
        assertThat(reading.remarks())
                .containsExactly(
                        new RowNote(RowCode.DIFFERS_FROM_NUMBER, "残疾类别"),
                        new RowNote(RowCode.DIFFERS_FROM_NUMBER, "残疾等级"));
    }

    @Test
    void aWithdrawnCertificateIsNoLongerEvidence() {
        // When
        RegisterRow row = (RegisterRow)
                accepted(DISABLED_FEDERATION, DISABLED, "证件状态", "注销").row();
        // Then
        assertThat(row.standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void aRowCannotLeakByBeingPrinted() {
        // When
        String printed =
                accepted(CIVIL_AFFAIRS_DIBAO, DIBAO).toString() + refused(CIVIL_AFFAIRS_DIBAO, DIBAO, "成员姓名", "");
        // Then
        assertThat(printed)
                .doesNotContain("20100101")
                .doesNotContain("19800101")
                .doesNotContain("张");
    }
}
