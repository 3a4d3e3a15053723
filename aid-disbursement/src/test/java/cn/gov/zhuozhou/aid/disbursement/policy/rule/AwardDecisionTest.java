package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The decision on a small set of its own; the seeded set of spring 2019 is tested where the database is. */
class AwardDecisionTest {
    private static final Semester SPRING = Semester.parse("2019-spring");
    private static final Semester AUTUMN = Semester.parse("2019-autumn");
    private static final PupilSituation BOARDER =
            new PupilSituation(Stage.PRIMARY, 3, true, true, true, Level.SEVERE, Set.of("DIBAO_R"), true);

    private static final List<EligibilityRule> SAME_FEE = List.of(
            rule("SV-01", 1, null, EligibilityRule.Scope.ANY_IDENTIFIED, Set.of()),
            rule("SV-03", 1, null, EligibilityRule.Scope.ANY_IDENTIFIED, Set.of()));

    @Test
    void aBoarderIsGrantedTheRateOfHisStage() {
        var decision = AwardDecision.of(BOARDER, policy(SPRING, List.of(boarders()), List.of()));

        assertThat(decision.entitlements())
                .singleElement()
                .satisfies(e -> assertThat(e.amountFen()).isEqualTo(50000));
    }

    @Test
    void everyEntitlementNamesItsRuleAndItsRateWithTheirDocuments() {
        var decision = AwardDecision.of(BOARDER, policy(SPRING, List.of(boarders()), List.of()));

        assertThat(decision.entitlements().getFirst().reasons())
                .extracting(Reason::code, Reason::legalBasis)
                .containsExactly(tuple("CMP-03.1", "文件甲"), tuple("RATE", "文件乙"));
    }

    @Test
    void aDayPupilIsGrantedNoBoarderSubsidy() {
        var dayPupil = new PupilSituation(Stage.PRIMARY, 3, false, true, true, Level.SEVERE, Set.of(), true);

        assertThat(AwardDecision.of(dayPupil, policy(SPRING, List.of(boarders()), List.of()))
                        .entitlements())
                .isEmpty();
    }

    @Test
    void whoIsNotIdentifiedIsGrantedNothing() {
        var pupil = new PupilSituation(Stage.PRIMARY, 3, true, true, false, null, Set.of(), false);

        assertThat(AwardDecision.of(pupil, policy(SPRING, List.of(boarders()), List.of()))
                        .entitlements())
                .isEmpty();
    }

    @Test
    void whoIsNotInSchoolIsGrantedNothing() {
        var pupil = new PupilSituation(Stage.PRIMARY, 3, true, false, true, Level.SEVERE, Set.of(), true);

        var decision = AwardDecision.of(pupil, policy(SPRING, List.of(boarders()), List.of(presence())));

        assertThat(decision.entitlements()).isEmpty();
        assertThat(decision.excluded().get("CMP-03").code()).isEqualTo("COMBINATION.IN_SCHOOL");
    }

    @Test
    void aLaterRateAppliesFromItsSemesterOn() {
        var spring = AwardDecision.of(BOARDER, policy(SPRING, List.of(boarders()), List.of()));
        var autumn = AwardDecision.of(BOARDER, policy(AUTUMN, List.of(boarders()), List.of()));

        assertThat(spring.entitlements().getFirst().amountFen()).isEqualTo(50000);
        assertThat(autumn.entitlements().getFirst().amountFen()).isEqualTo(62550);
    }

    @Test
    void halfYuanAreKeptToTheFen() {
        var autumn = AwardDecision.of(BOARDER, policy(AUTUMN, List.of(boarders()), List.of()));

        assertThat(autumn.entitlements().getFirst().reasons().getLast().zh()).contains("625.50元");
    }

    @Test
    void theFirstRuleThatHoldsByRankNamesTheReason() {
        var rules = List.of(boarders(), rule("CMP-03", 2, null, EligibilityRule.Scope.ANY_IDENTIFIED, Set.of()));

        assertThat(AwardDecision.of(BOARDER, policy(SPRING, rules, List.of())).entitlements())
                .singleElement()
                .satisfies(e -> assertThat(e.reasons().getFirst().code()).isEqualTo("CMP-03.1"));
    }

    @Test
    void urbanAllowanceIsNotOneOfTheFourCategories() {
        var urban = new PupilSituation(Stage.PRIMARY, 3, true, true, true, Level.SEVERE, Set.of("DIBAO_U"), false);
        var fourOnly = rule("CMP-03", 1, null, EligibilityRule.Scope.FOUR_CATEGORIES, Set.of());

        assertThat(AwardDecision.of(urban, policy(SPRING, List.of(fourOnly), List.of()))
                        .entitlements())
                .isEmpty();
    }

    @Test
    void aListedCategoryIsReachedBesideTheFour() {
        var child =
                new PupilSituation(Stage.PRIMARY, 3, true, true, true, Level.SEVERE, Set.of("DISABLED_CHILD"), false);
        var listed = rule("CMP-03", 1, null, EligibilityRule.Scope.LISTED_CATEGORIES, Set.of("DISABLED_CHILD"));

        assertThat(AwardDecision.of(child, policy(SPRING, List.of(listed), List.of()))
                        .entitlements())
                .hasSize(1);
    }

    @Test
    void anExcludedPairKeepsOnlyItsFirst() {
        var both = List.of(boarders(), rule("CMP-04", 1, null, EligibilityRule.Scope.ANY_IDENTIFIED, Set.of()));

        var decision = AwardDecision.of(BOARDER, policy(SPRING, both, List.of(pair(true))));

        assertThat(decision.to("CMP-03")).isPresent();
        assertThat(decision.to("CMP-04")).isEmpty();
        assertThat(decision.excluded().get("CMP-04").code()).isEqualTo("COMBINATION.BOARDER_OR_NOT");
    }

    @Test
    void aRuleSwitchedOffExcludesNothing() {
        var both = List.of(boarders(), rule("CMP-04", 1, null, EligibilityRule.Scope.ANY_IDENTIFIED, Set.of()));

        assertThat(AwardDecision.of(BOARDER, policy(SPRING, both, List.of(pair(false))))
                        .entitlements())
                .hasSize(2);
    }

    @Test
    void oneFeeIsWaivedOnce() {
        var once = combination("SAME_WAIVER", CombinationRule.Kind.SAME_WAIVER, null, null, Set.of(), true);

        assertThat(AwardDecision.of(BOARDER, policy(SPRING, SAME_FEE, List.of(once)))
                        .entitlements())
                .extracting(e -> e.programme().code())
                .containsExactly("SV-01");
    }

    @Test
    void aPairThatIsAllowedMayWaiveTheSameFee() {
        var once = combination("SAME_WAIVER", CombinationRule.Kind.SAME_WAIVER, null, null, Set.of(), true);
        var both = combination("BOTH", CombinationRule.Kind.PAIR, "SV-01", "SV-03", Set.of(), false);

        assertThat(AwardDecision.of(BOARDER, policy(SPRING, SAME_FEE, List.of(once, both)))
                        .entitlements())
                .hasSize(2);
    }

    @Test
    void aCategoryMayLoseAProgramme() {
        var care = combination("CARE", CombinationRule.Kind.CATEGORY, null, "CMP-03", Set.of("DIBAO_R"), true);

        var decision = AwardDecision.of(BOARDER, policy(SPRING, List.of(boarders()), List.of(care)));

        assertThat(decision.entitlements()).isEmpty();
        assertThat(decision.excluded()).containsKey("CMP-03");
    }

    @Test
    void aRuleForSomeSchoolsHoldsWhereTheSchoolIsKnownToBeOne() {
        var inclusive = narrowed(Set.of(SchoolKind.PUBLIC, SchoolKind.PRIVATE_INCLUSIVE));

        assertThat(AwardDecision.of(at(SchoolKind.PRIVATE_INCLUSIVE), policy(SPRING, List.of(inclusive), List.of()))
                        .entitlements())
                .hasSize(1);
        var elsewhere = AwardDecision.of(at(SchoolKind.PRIVATE), policy(SPRING, List.of(inclusive), List.of()));
        assertThat(elsewhere.entitlements()).isEmpty();
        assertThat(elsewhere.unknown()).isEmpty();
    }

    @Test
    void whatIsNotKnownOfASchoolGrantsNothingAndIsSaid() {
        var inclusive = narrowed(Set.of(SchoolKind.PUBLIC));

        var decision = AwardDecision.of(BOARDER, policy(SPRING, List.of(inclusive), List.of()));

        assertThat(decision.entitlements()).isEmpty();
        assertThat(decision.unknown().get("CMP-03"))
                .satisfies(why -> assertThat(why.code()).isEqualTo("CIRCUMSTANCES_UNKNOWN"))
                .satisfies(why -> assertThat(why.zh()).contains("办学性质"));
    }

    @Test
    void aGradeThatIsNotKnownMeetsNoBound() {
        var unknownGrade = new PupilSituation(Stage.PRIMARY, null, true, true, true, Level.SEVERE, Set.of(), true);
        var firstYears = new EligibilityRule(
                "CMP-03",
                1,
                Set.of(Stage.PRIMARY),
                null,
                null,
                2,
                Set.of(),
                EligibilityRule.Scope.ANY_IDENTIFIED,
                Set.of(),
                Narrowing.NONE,
                "STANDARD",
                new Reason("R", "理由", "reason", "文件甲"));

        assertThat(AwardDecision.of(unknownGrade, policy(SPRING, List.of(firstYears), List.of()))
                        .entitlements())
                .isEmpty();
    }

    private static PupilSituation at(SchoolKind kind) {
        return new PupilSituation(
                Stage.PRIMARY,
                3,
                true,
                true,
                true,
                Level.SEVERE,
                Set.of(),
                true,
                new Circumstances("双塔街道", null, kind, null, null, null));
    }

    private static EligibilityRule narrowed(Set<SchoolKind> kinds) {
        return new EligibilityRule(
                "CMP-03",
                1,
                Set.of(Stage.PRIMARY),
                true,
                null,
                null,
                Set.of(),
                EligibilityRule.Scope.ANY_IDENTIFIED,
                Set.of(),
                new Narrowing(Set.of("双塔街道"), Set.of(), kinds, Set.of(), Set.of(), Set.of()),
                "STANDARD",
                new Reason("R", "理由", "reason", "文件甲"));
    }

    private static EligibilityRule boarders() {
        return rule("CMP-03", 1, true, EligibilityRule.Scope.ANY_IDENTIFIED, Set.of());
    }

    private static EligibilityRule rule(
            String programme, int rank, Boolean boarding, EligibilityRule.Scope scope, Set<String> categories) {
        return new EligibilityRule(
                programme,
                rank,
                Set.of(Stage.PRIMARY),
                boarding,
                null,
                null,
                Set.of(),
                scope,
                categories,
                Narrowing.NONE,
                "STANDARD",
                new Reason(programme + "." + rank, "理由", "reason", "文件甲"));
    }

    private static CombinationRule combination(
            String code,
            CombinationRule.Kind kind,
            String kept,
            String dropped,
            Set<String> categories,
            boolean excludes) {
        return new CombinationRule(code, kind, kept, dropped, categories, excludes, true, Text.of("说明", "text"), "文件丙");
    }

    private static CombinationRule presence() {
        return combination("IN_SCHOOL", CombinationRule.Kind.PRESENCE, null, null, Set.of(), true);
    }

    private static CombinationRule pair(boolean enabled) {
        return new CombinationRule(
                "BOARDER_OR_NOT",
                CombinationRule.Kind.PAIR,
                "CMP-03",
                "CMP-04",
                Set.of(),
                true,
                enabled,
                Text.of("不得重复", "not both"),
                "文件丙");
    }

    private static PolicySet policy(
            Semester semester, List<EligibilityRule> rules, List<CombinationRule> combinations) {
        return new PolicySet(
                "test/1",
                semester,
                Map.of(
                        "CMP-03", programme("CMP-03", Set.of()),
                        "CMP-04", programme("CMP-04", Set.of()),
                        "SV-01", programme("SV-01", Set.of("TUITION")),
                        "SV-03", programme("SV-03", Set.of("TUITION", "TEXTBOOKS"))),
                rules,
                List.of(
                        rate("CMP-03", 50000, "2016-autumn"),
                        rate("CMP-03", 62550, "2019-autumn"),
                        rate("CMP-04", 25000, "2016-autumn"),
                        rate("SV-01", 80000, "2016-autumn"),
                        rate("SV-03", 80000, "2016-autumn")),
                combinations,
                Map.of(),
                Set.of());
    }

    private static Programme programme(String code, Set<String> waives) {
        return new Programme(code, Text.of(code, code), Form.CASH_CARD, Payer.COUNTY, waives);
    }

    private static Rate rate(String programme, long fen, String from) {
        return new Rate(programme, "STANDARD", fen, Period.SEMESTER, Semester.parse(from), null, "文件乙");
    }
}
