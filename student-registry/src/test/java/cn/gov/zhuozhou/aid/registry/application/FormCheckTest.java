package cn.gov.zhuozhou.aid.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckTest {
    @Test
    void aFormFilledInWellIsTaken() {
        assertThat(faults(Forms.answers(Forms.form()))).isEmpty();
    }

    @Test
    void whatTheTemplateAsksForMustBeAnswered() {
        assertThat(faults(Forms.answers(Forms.form(null, null, Map.of(), 4))))
                .containsExactly(
                        "form.perCapitaIncomeFen MISSING",
                        "form.mainIncomeSource MISSING",
                        "form.extras.hukou MISSING");
    }

    @Test
    void onlyTheTemplatesChoicesAreTaken() {
        Form form = Forms.form(1L, "LOTTERY", Map.of("hukou", "农业", "pets", "一只猫"), 4);

        assertThat(faults(Forms.answers(form, true, true, "RUMOUR")))
                .containsExactly("form.mainIncomeSource UNKNOWN", "form.extras UNKNOWN", "evidence.kind UNKNOWN");
    }

    @Test
    void aHouseholdIsNotSmallerThanItsParts() {
        assertThat(faults(Forms.answers(Forms.form(1L, "FARMING", Map.of("hukou", "农业"), 1))))
                .containsExactly("form.householdSize TOO_SMALL");
    }

    @Test
    void theTruthIsPledgedAndCheckingIsAuthorised() {
        assertThat(faults(Forms.answers(Forms.form(), false, false, "MEDICAL")))
                .containsExactly("pledged NOT_PLEDGED", "authorised NOT_AUTHORISED");
    }

    @Test
    void theDecisionAidCountsWhatTheTemplateWeighs() {
        HardshipIndex index = HardshipIndex.of(Forms.form(), Forms.TEMPLATE.weights());

        assertThat(index.points()).isEqualTo(50);
        assertThat(index.most()).isEqualTo(60);
        assertThat(index.holding())
                .containsExactly(HardshipIndex.Indicator.LOW_INCOME, HardshipIndex.Indicator.MEMBER_ILL);
    }

    private static List<String> faults(Answers answers) {
        return new FormCheck(Forms.TEMPLATE)
                .faults(answers).stream().map(FormCheckTest::told).toList();
    }

    private static String told(FieldError fault) {
        return fault.field() + " " + fault.code();
    }
}
