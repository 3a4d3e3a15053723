package cn.gov.zhuozhou.aid.disbursement.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.CombinationRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.DocumentRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ProgrammeRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.Provenance;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RateRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RateScope;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RuleRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ShareRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.Verdict;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.CombinationRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.EligibilityRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.FundSource;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Payer;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Period;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small sound set, and what each fault in it is called. */
class PolicyCheckTest {
    private static final Semester BEGIN = Semester.parse("2019-spring");

    private final List<DocumentRow> documents =
            new ArrayList<>(List.of(new DocumentRow("DOC", "文件", "document", null, Provenance.LOCAL)));
    private final List<ProgrammeRow> programmes = new ArrayList<>(
            List.of(programme("AA-01", Form.CASH_CARD, Set.of()), programme("AA-02", Form.CASH_CARD, Set.of())));
    private final List<RateRow> rates = new ArrayList<>(List.of(rate("AA-01", Period.SEMESTER, "2016-autumn", null)));
    private final List<RuleRow> rules = new ArrayList<>(List.of(rule("AA-01", 1, 6, Set.of())));
    private final List<CombinationRow> combinations = new ArrayList<>(
            List.of(combination("PRESENT", CombinationRule.Kind.PRESENCE, null, null, Verdict.EXCLUDE)));
    private final List<ShareRow> shares =
            new ArrayList<>(List.of(share(FundSource.CENTRE, 6000), share(FundSource.COUNTY, 4000)));

    @Test
    void aSoundSetHasNoProblem() {
        assertThat(codes()).isEmpty();
    }

    @Test
    void anEmptySetHasNothingInIt() {
        assertThat(PolicyCheck.of(BEGIN, new PolicyContent(null, null, null, null, null, null)))
                .extracting(PolicyCheck.Problem::code)
                .containsExactly(PolicyCheck.Code.NOTHING_IN_IT, PolicyCheck.Code.PRESENCE_NOT_SAID);
    }

    @Test
    void aRuleNeedsARateFromItsFirstSemesterOn() {
        rates.set(0, rate("AA-01", Period.SEMESTER, "2019-autumn", null));

        assertThat(codes()).containsExactly(PolicyCheck.Code.NO_RATE);
    }

    @Test
    void aRateThatEndsLeavesItsRuleWithoutOne() {
        rates.set(0, rate("AA-01", Period.SEMESTER, "2016-autumn", "2023-autumn"));

        assertThat(PolicyCheck.of(BEGIN, content()))
                .singleElement()
                .satisfies(p -> assertThat(p.text().zh()).isEqualTo("2024-spring 学期没有标准 STANDARD"));
    }

    @Test
    void aRateThatEndsWhereTheNextBeginsIsNoGap() {
        rates.set(0, rate("AA-01", Period.SEMESTER, "2016-autumn", "2023-autumn"));
        rates.add(rate("AA-01", Period.SEMESTER, "2024-spring", null));

        assertThat(codes()).isEmpty();
    }

    @Test
    void aRateThatReachesIntoTheNextOverlaps() {
        rates.set(0, rate("AA-01", Period.SEMESTER, "2016-autumn", "2024-spring"));
        rates.add(rate("AA-01", Period.SEMESTER, "2024-spring", null));

        assertThat(codes()).containsExactly(PolicyCheck.Code.RATES_OVERLAP);
    }

    @Test
    void whatIsPaidOnceAYearIsNotGrantedEachSemester() {
        rates.set(0, rate("AA-01", Period.YEAR, "2016-autumn", null));

        assertThat(codes()).containsExactly(PolicyCheck.Code.RATE_NOT_PER_SEMESTER);
    }

    @Test
    void programmesAndDocumentsAreThere() {
        rates.add(rate("AA-09", Period.SEMESTER, "2016-autumn", null));
        documents.set(0, new DocumentRow("OTHER", "文件", "document", null, Provenance.LOCAL));

        assertThat(codes()).contains(PolicyCheck.Code.UNKNOWN_PROGRAMME, PolicyCheck.Code.UNKNOWN_DOCUMENT);
    }

    @Test
    void sharesComeToAHundredPerCent() {
        shares.set(1, share(FundSource.COUNTY, 3999));

        assertThat(PolicyCheck.of(BEGIN, content()))
                .singleElement()
                .satisfies(p -> assertThat(p.text().zh()).isEqualTo("自 2018-autumn 起分担比例合计为 99.99%，应为100%"));
    }

    @Test
    void whatIsGrantedHasShares() {
        shares.clear();

        assertThat(codes()).containsExactly(PolicyCheck.Code.NO_SHARES);
    }

    @Test
    void aWaiverIsNeverCash() {
        programmes.set(0, programme("AA-01", Form.CASH_CARD, Set.of(Fee.TUITION)));

        assertThat(codes()).containsExactly(PolicyCheck.Code.CASH_WAIVES_NOTHING);
    }

    @Test
    void boundsOfARuleAreInOrder() {
        rules.set(0, rule("AA-01", 6, 1, Set.of("REG_POOR")));

        assertThat(codes()).containsExactly(PolicyCheck.Code.GRADES_REVERSED, PolicyCheck.Code.CATEGORIES_MISMATCH);
    }

    @Test
    void twoProgrammesThatExcludeEachOtherWouldBothFall() {
        combinations.add(combination("ONE", CombinationRule.Kind.PAIR, "AA-01", "AA-02", Verdict.EXCLUDE));
        combinations.add(combination("TWO", CombinationRule.Kind.PAIR, "AA-02", "AA-01", Verdict.EXCLUDE));

        assertThat(codes()).containsExactly(PolicyCheck.Code.PAIRS_CONTRADICT);
    }

    @Test
    void whatIsExcludedIsNotAllowedToo() {
        combinations.add(combination("ONE", CombinationRule.Kind.PAIR, "AA-01", "AA-02", Verdict.EXCLUDE));
        combinations.add(combination("TWO", CombinationRule.Kind.PAIR, "AA-01", "AA-02", Verdict.ALLOW));

        assertThat(codes()).containsExactly(PolicyCheck.Code.PAIRS_CONTRADICT);
    }

    @Test
    void aPairNamesTwo() {
        combinations.add(combination("ONE", CombinationRule.Kind.PAIR, "AA-01", null, Verdict.EXCLUDE));

        assertThat(codes()).containsExactly(PolicyCheck.Code.PAIR_INCOMPLETE);
    }

    private List<PolicyCheck.Code> codes() {
        return PolicyCheck.of(BEGIN, content()).stream()
                .map(PolicyCheck.Problem::code)
                .toList();
    }

    private PolicyContent content() {
        return new PolicyContent(documents, programmes, rates, rules, combinations, shares);
    }

    private static ProgrammeRow programme(String code, Form form, Set<Fee> waives) {
        return new ProgrammeRow(
                code, code, code, form, Payer.COUNTY, waives, Semester.parse("2016-autumn"), null, "DOC", null);
    }

    private static RateRow rate(String programme, Period period, String from, String to) {
        return new RateRow(
                programme,
                "STANDARD",
                50000L,
                period,
                Semester.parse(from),
                to == null ? null : Semester.parse(to),
                RateScope.COUNTY,
                "DOC");
    }

    private static RuleRow rule(String programme, int minGrade, int maxGrade, Set<String> categories) {
        return new RuleRow(
                programme,
                1,
                BEGIN,
                null,
                Set.of(Stage.PRIMARY),
                null,
                minGrade,
                maxGrade,
                Set.of(),
                EligibilityRule.Scope.ANY_IDENTIFIED,
                categories,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "STANDARD",
                "REASON",
                "理由",
                "reason",
                "DOC");
    }

    private static CombinationRow combination(
            String code, CombinationRule.Kind kind, String kept, String dropped, Verdict verdict) {
        return new CombinationRow(code, kind, kept, dropped, Set.of(), verdict, true, "说明", "text", "DOC");
    }

    private static ShareRow share(FundSource source, int points) {
        return new ShareRow("AA-01", Semester.parse("2018-autumn"), source, points, "DOC");
    }
}
