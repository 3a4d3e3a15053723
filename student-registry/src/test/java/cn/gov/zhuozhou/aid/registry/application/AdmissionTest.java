package cn.gov.zhuozhou.aid.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.application.AdvanceNotice.Delivery;
import cn.gov.zhuozhou.aid.registry.application.AdvanceNotice.Means;
import cn.gov.zhuozhou.aid.registry.identification.ProcedureEffects.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final Semester SPRING = Semester.parse("2019-spring");
    private static final Known NEW = new Known(true, false, false, false, false);
    private static final LocalDate OPENS = LocalDate.of(2019, 3, 11);
    private static final LocalDate CLOSES = LocalDate.of(2019, 3, 29);
    private static final Optional<AdvanceNotice> TOLD = told(OPENS.minusDays(1));

    @ParameterizedTest(name = "{0}, evaluated {1}, every semester {2}, facts changed {3}: {4}")
    @CsvSource({
        "2019-spring, true, false, false, EVALUATED_IN_AUTUMN",
        "2019-spring, true, false, true,",
        "2019-spring, true, true, false,",
        "2019-spring, false, false, false,",
        "2019-autumn, true, false, false,"
    })
    @DisplayName("S68: whoever was evaluated in autumn is not in spring, secondary vocational excepted")
    void whoeverWasEvaluatedInAutumnIsNotInSpring(
            String semester, boolean evaluated, boolean evaluatedAgain, boolean changed, ApplicationProblem refused) {
        var known = new Known(true, evaluated, evaluatedAgain, false, false);

        assertThat(new Admission(Semester.parse(semester), known, false, false, changed)
                        .refusal(Forms.TEMPLATE, TOLD, OPENS))
                .isEqualTo(Optional.ofNullable(refused));
    }

    @Test
    @DisplayName("S68: that the school found no hardship in autumn is an evaluation too")
    void aDecisionAgainstHimCountsAsEvaluated() {
        assertThat(new Admission(SPRING, NEW, true, false, false).refusal(Forms.TEMPLATE, TOLD, OPENS))
                .contains(ApplicationProblem.EVALUATED_IN_AUTUMN);
    }

    @Test
    void whoeverWasFoundNotInHardshipAppliesAgainOnlyWithNewFacts() {
        assertThat(new Admission(SPRING, NEW, false, true, false).refusal(Forms.TEMPLATE, TOLD, OPENS))
                .contains(ApplicationProblem.DECLINED_THIS_SEMESTER);
        assertThat(new Admission(SPRING, NEW, false, true, true).refusal(Forms.TEMPLATE, TOLD, OPENS))
                .isEmpty();
    }

    @Test
    @DisplayName("S103: nobody applies before his school has told the families")
    void nobodyAppliesWhereFamiliesWereNotToldBefore() {
        assertThat(refusal(Optional.empty())).contains(ApplicationProblem.NO_ADVANCE_NOTICE);
        assertThat(refusal(told(OPENS))).contains(ApplicationProblem.NO_ADVANCE_NOTICE);
        assertThat(refusal(TOLD)).isEmpty();
    }

    @Test
    void aCountyMayDoWithoutNoticeInAdvance() {
        Template lenient = new Template(
                false,
                16,
                Forms.TEMPLATE.requiredMembers(),
                Forms.TEMPLATE.requiredAnswers(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(new Admission(SPRING, NEW, false, false, false).refusal(lenient, Optional.empty(), OPENS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2019-03-10, APPLICATIONS_NOT_OPEN", "2019-03-11,", "2019-03-29,", "2019-03-30, APPLICATIONS_NOT_OPEN"})
    void applicationsAreTakenInThePeriodOnly(LocalDate today, ApplicationProblem refused) {
        assertThat(new Admission(SPRING, NEW, false, false, false).refusal(Forms.TEMPLATE, TOLD, today))
                .isEqualTo(Optional.ofNullable(refused));
    }

    @ParameterizedTest(name = "in school {0}, waived {1}, revoked {2}: {3}")
    @CsvSource({
        "false, false, false, PUPIL_NOT_IN_SCHOOL",
        "true, true, false, WAIVER_STANDS",
        "true, false, true, FALSE_STATEMENT_CONFIRMED"
    })
    void notEverybodyMayApply(boolean inSchool, boolean waived, boolean revoked, ApplicationProblem refused) {
        var known = new Known(inSchool, false, false, waived, revoked);

        assertThat(new Admission(SPRING, known, false, false, false).refusal(Forms.TEMPLATE, TOLD, OPENS))
                .contains(refused);
    }

    private static Optional<ApplicationProblem> refusal(Optional<AdvanceNotice> told) {
        return new Admission(SPRING, NEW, false, false, false).refusal(Forms.TEMPLATE, told, OPENS);
    }

    private static Optional<AdvanceNotice> told(LocalDate deliveredOn) {
        return Optional.of(new AdvanceNotice(
                UUID.randomUUID(),
                SPRING.code(),
                "school",
                "某小学",
                OPENS,
                CLOSES,
                "某人",
                List.of(new Delivery(Means.LETTER, deliveredOn, 300, 290, "卷 1")),
                2));
    }
}
