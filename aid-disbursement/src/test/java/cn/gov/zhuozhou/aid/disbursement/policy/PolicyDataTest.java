package cn.gov.zhuozhou.aid.disbursement.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Circumstances;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.FundSource;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Period;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PupilSituation;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Rate;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the loaded set grants, semester by semester. */
@DisbursementTest
class PolicyDataTest {
    @Inject
    PolicySets policies;

    @ParameterizedTest(name = "{0}: {1} boarding {2} is granted {4} fen under {3}")
    @DisplayName("A07: the same pupil is granted what the rates of the semester say, without code")
    @CsvSource({
        "2019-spring, PRIMARY, true, CMP-03, 50000",
        "2019-autumn, PRIMARY, true, CMP-03, 50000",
        "2024-spring, PRIMARY, true, CMP-03, 62500",
        "2025-spring, PRIMARY, true, CMP-03, 62500",
        "2019-spring, JUNIOR, true, CMP-03, 62500",
        "2023-autumn, JUNIOR, true, CMP-03, 62500",
        "2024-spring, JUNIOR, true, CMP-03, 75000",
        "2019-autumn, PRIMARY, false, CMP-04, 25000",
        "2024-spring, PRIMARY, false, CMP-04, 31250",
        "2019-autumn, JUNIOR, false, CMP-04, 31250",
        "2024-spring, JUNIOR, false, CMP-04, 37500",
        "2025-spring, JUNIOR, false, CMP-04, 37500",
        "2019-spring, SENIOR_HIGH, true, HS-01, 150000",
        "2024-autumn, SENIOR_HIGH, true, HS-01, 150000",
        "2025-spring, SENIOR_HIGH, true, HS-01, 165000",
        "2019-spring, SECONDARY_VOCATIONAL, false, SV-02, 100000",
        "2024-spring, SECONDARY_VOCATIONAL, false, SV-02, 100000",
        "2025-spring, SECONDARY_VOCATIONAL, false, SV-02, 115000",
        "2019-spring, SECONDARY_VOCATIONAL, false, SV-01, 80000",
        "2019-spring, PRESCHOOL, false, PRE-01, 50000"
    })
    void ratesFollowTheSemester(String semester, Stage stage, boolean boarding, String programme, long fen) {
        var decision = AwardDecision.of(pupil(stage, boarding), in(semester));

        assertThat(decision.to(programme).orElseThrow().amountFen()).isEqualTo(fen);
    }

    @Test
    void dayPupilsAreGrantedNothingInSpring2019() {
        assertThat(AwardDecision.of(pupil(Stage.JUNIOR, false), in("2019-spring"))
                        .entitlements())
                .isEmpty();
    }

    @Test
    void nonBoardersHaveHalfOfWhatBoardersHaveWheneverTheyHaveAny() {
        for (String semester : new String[] {"2019-autumn", "2022-spring", "2024-spring", "2025-autumn"}) {
            for (String stage : new String[] {"PRIMARY", "JUNIOR"}) {
                assertThat(fen(semester, "CMP-04", stage) * 2).isEqualTo(fen(semester, "CMP-03", stage));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2019-spring, 200000", "2024-autumn, 200000", "2025-spring, 230000"})
    void theTiersOfTheSeniorHighGrantHaveTheNationalMean(String semester, long fenAYear) {
        assertThat(fen(semester, "HS-01", "SEVERE") + fen(semester, "HS-01", "ORDINARY"))
                .isEqualTo(fenAYear);
    }

    @ParameterizedTest
    @DisplayName("S146: caps of student-origin loans are rates per year")
    @CsvSource({
        "2018-autumn, 800000, 1200000",
        "2021-spring, 800000, 1200000",
        "2021-autumn, 1200000, 1600000",
        "2023-autumn, 1600000, 2000000",
        "2024-autumn, 2000000, 2500000"
    })
    void loanCapsFollowTheYear(String semester, long undergraduate, long postgraduate) {
        PolicySet policy =
                policies.named("2019-spring.2", Semester.parse(semester)).orElseThrow();

        assertThat(policy.rates("LN-01").get("UNDERGRADUATE").amountFen()).isEqualTo(undergraduate);
        assertThat(policy.rates("LN-01").get("POSTGRADUATE").amountFen()).isEqualTo(postgraduate);
        assertThat(policy.rates("LN-01").values()).extracting(Rate::period).containsOnly(Period.YEAR);
    }

    @Test
    @DisplayName("S145: freshman aid is 500 yuan within the province and 1000 outside, once")
    void freshmanAidIsPaidOnce() {
        Map<String, Rate> rates = in("2019-spring").rates("HE-04");

        assertThat(rates.get("IN_PROVINCE").amountFen()).isEqualTo(50000);
        assertThat(rates.get("OUT_OF_PROVINCE").amountFen()).isEqualTo(100000);
        assertThat(rates.values()).extracting(Rate::period).containsOnly(Period.ONCE);
    }

    @Test
    void aChildOfADisabledPersonHasTheThreeWaiversWithoutBeingOfTheFourCategories() {
        var child = new PupilSituation(
                Stage.SENIOR_HIGH, 11, true, true, true, Level.SEVERE, Set.of("DISABLED_CHILD"), false);

        var decision = AwardDecision.of(child, in("2019-spring"));

        assertThat(decision.to("HS-02").orElseThrow().amountFen()).isNull();
        assertThat(decision.to("HS-02").orElseThrow().reasons().getFirst().code())
                .isEqualTo("WAIVER_DISABLED_FAMILY");
    }

    @Test
    void whoIsAwayFromSchoolIsGrantedNothingByARowOfTheSet() {
        var away = new PupilSituation(Stage.SENIOR_HIGH, 11, true, false, true, Level.SEVERE, Set.of("DIBAO_R"), true);

        var decision = AwardDecision.of(away, in("2019-spring"));

        assertThat(decision.entitlements()).isEmpty();
        assertThat(decision.excluded().values()).extracting(Reason::code).containsOnly("COMBINATION.IN_SCHOOL");
    }

    @Test
    @DisplayName("S28: no programme of policy is left out; waivers and what others pay are no cash")
    void formsAreAsPolicyKnowsThem() {
        PolicySet policy = in("2019-autumn");

        assertThat(policy.programmes().keySet())
                .contains(
                        "PRE-01", "CMP-01", "CMP-02", "CMP-03", "CMP-04", "HS-01", "HS-02", "HS-03", "HS-04", "SV-01",
                        "SV-02", "SV-03", "SV-04", "YL-01", "HE-01", "HE-02", "HE-02N", "HE-03", "HE-04", "HE-06",
                        "LN-01", "LN-02", "OUT-01", "SCH-01", "SOC-01");
        assertThat(policy.programmes().get("PRE-01").form()).isEqualTo(Form.FEE_WAIVER);
        assertThat(policy.programmes().get("LN-01").form()).isEqualTo(Form.LOAN);
        assertThat(policy.programmes().get("YL-01").form()).isEqualTo(Form.RECORD_ONLY);
        assertThat(policy.programmes().values())
                .allSatisfy(p -> assertThat(
                                p.form() == Form.CASH_CARD && !p.waives().isEmpty())
                        .isFalse());
    }

    @Test
    @DisplayName("S28: what others pay reaches whom policy means, too, and is recorded only")
    void theYuluPlanIsForRegisteredPoorPupilsOfVocationalSchools() {
        var poor = new PupilSituation(
                Stage.SECONDARY_VOCATIONAL, 3, true, true, true, Level.SEVERE, Set.of("REG_POOR"), true);

        var decision = AwardDecision.of(poor, in("2019-autumn"));

        assertThat(decision.to("YL-01").orElseThrow().amountFen()).isEqualTo(150000);
        assertThat(decision.entitlements())
                .extracting(e -> e.programme().code())
                .containsExactly("SV-01", "YL-01");
        assertThat(AwardDecision.of(pupil(Stage.SECONDARY_VOCATIONAL, true), in("2019-autumn"))
                        .to("YL-01"))
                .isEmpty();
        assertThat(AwardDecision.of(poor, in("2019-spring")).to("YL-01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, true", "PRIVATE_INCLUSIVE, true", "OTHER_DEPARTMENT, true", "PRIVATE, false"})
    void fromAutumn2019PreschoolAidIsForPublicAndInclusiveKindergartens(SchoolKind kind, boolean granted) {
        var decision = AwardDecision.of(childAt(kind), in("2019-autumn"));

        assertThat(decision.to("PRE-01").isPresent()).isEqualTo(granted);
    }

    @Test
    void whoRunsAKindergartenIsFoundOutNotGuessed() {
        var decision = AwardDecision.of(childAt(null), in("2019-autumn"));

        assertThat(decision.to("PRE-01")).isEmpty();
        assertThat(decision.unknown().get("PRE-01").code()).isEqualTo("CIRCUMSTANCES_UNKNOWN");
        assertThat(AwardDecision.of(childAt(null), in("2019-spring")).to("PRE-01"))
                .isPresent();
    }

    @Test
    void theCentreBearsSixtyPerCentOfGrantsAndHalfOfTheLivingSubsidy() {
        PolicySet policy = in("2019-spring");

        assertThat(policy.shares("HS-01").split(150000))
                .containsOnly(entry(FundSource.CENTRE, 90000L), entry(FundSource.COUNTY, 60000L));
        assertThat(policy.shares("CMP-03").split(62501))
                .containsOnly(entry(FundSource.CENTRE, 31251L), entry(FundSource.COUNTY, 31250L));
    }

    @Test
    void beforeTheFirstSetNothingIsGranted() {
        assertThat(policies.in(Semester.parse("2018-autumn"))).isEmpty();
    }

    @Test
    void theLoadedSetsAreSound() {
        read("policies/2019-spring.2/problems").then().statusCode(200).body("$", empty());
        read("policies/2019-autumn.1/problems").then().statusCode(200).body("$", empty());
    }

    @Test
    void whatAwardsRestOnCanBeReadAfterItsReplacement() {
        PolicySet first =
                policies.named("2019-spring.1/1", Semester.parse("2019-spring")).orElseThrow();

        assertThat(first.version()).isEqualTo("2019-spring.1/1");
        assertThat(AwardDecision.of(pupil(Stage.JUNIOR, true), first)
                        .to("CMP-03")
                        .orElseThrow()
                        .amountFen())
                .isEqualTo(62500);
        read("policies").then().body("find { it.version == '2019-spring.1' }.state", equalTo("RETIRED"));
    }

    @Test
    void programmesRatesAndSetsAreRead() {
        read("programmes").then().body("code", hasItems("PRE-01", "CMP-03", "HS-01", "LN-01", "SOC-01"));
        read("programmes?policy=2019-spring.1").then().body("code", not(hasItem("LN-01")));
        read("policies").then().body("version", hasItem("2019-spring.2")).body("state", hasItem("IN_FORCE"));
        read("rates?semester=2019-spring")
                .then()
                .body("find { it.programme == 'CMP-03' && it.key == 'JUNIOR' }.amountFen", equalTo(62500))
                .body("programme", not(hasItem("CMP-04")));
        read("rates?semester=2024-autumn")
                .then()
                .body("find { it.programme == 'CMP-04' && it.key == 'JUNIOR' }.amountFen", equalTo(37500));
        read("policies/no-such-set").then().statusCode(404);
    }

    private static PupilSituation childAt(SchoolKind kind) {
        return new PupilSituation(
                Stage.PRESCHOOL,
                1,
                false,
                true,
                true,
                Level.ORDINARY,
                Set.of(),
                false,
                new Circumstances("某镇", null, kind, null, null, null));
    }

    private PolicySet in(String semester) {
        return policies.in(Semester.parse(semester)).orElseThrow();
    }

    private long fen(String semester, String programme, String key) {
        return in(semester).rate(programme, key).orElseThrow().amountFen();
    }

    private static PupilSituation pupil(Stage stage, boolean boarding) {
        return new PupilSituation(stage, 2, boarding, true, true, Level.SEVERE, Set.of("DIBAO_R"), true);
    }

    private static Response read(String path) {
        return given().auth().oauth2(Tokens.viewer()).get("/api/v1/" + path);
    }
}
