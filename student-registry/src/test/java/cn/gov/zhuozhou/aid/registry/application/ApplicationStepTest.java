package cn.gov.zhuozhou.aid.registry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationStepTest {
    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, PROPOSE, CLASS_PROPOSED",
        "CLASS_PROPOSED, REVIEW, GROUP_REVIEWED",
        "GROUP_REVIEWED, ACCEPT, ACCEPTED",
        "GROUP_REVIEWED, DECLINE, DECLINED",
        "GROUP_REVIEWED, RETURN, SUBMITTED",
        "SUBMITTED, VERIFY, VERIFIED",
        "VERIFIED, ACCEPT, ACCEPTED",
        "CLASS_PROPOSED, WITHDRAW, WITHDRAWN",
        "ACCEPTED, REVOKE, REVOKED"
    })
    void theTableLeadsOn(ApplicationState from, ApplicationStep step, ApplicationState to) {
        assertThat(step.from(from)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, ACCEPT",
        "CLASS_PROPOSED, ACCEPT",
        "VERIFIED, REVIEW",
        "CLASS_PROPOSED, VERIFY",
        "ACCEPTED, WITHDRAW",
        "DECLINED, ACCEPT"
    })
    void noStepIsSkipped(ApplicationState from, ApplicationStep step) {
        assertThatThrownBy(() -> step.from(from)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"DECLINED", "WITHDRAWN", "REVOKED"})
    void whatHasEndedIsNotTakenUpAgain(ApplicationState ended) {
        assertThat(Arrays.stream(ApplicationStep.values()).filter(step -> step.leaves(ended)))
                .isEmpty();
    }

    @Test
    void theResourcesLetOnlyThemAct() {
        Map<ApplicationStep, Method> acts = Map.of(
                ApplicationStep.SUBMIT, method(ApplicationResource.class, "submit"),
                ApplicationStep.PROPOSE, method(ApplicationStepResource.class, "propose"),
                ApplicationStep.VERIFY, method(ApplicationStepResource.class, "verify"),
                ApplicationStep.REVIEW, method(ReviewGroupResource.class, "record"),
                ApplicationStep.ACCEPT, method(ApplicationStepResource.class, "decide"),
                ApplicationStep.DECLINE, method(ApplicationStepResource.class, "decide"),
                ApplicationStep.RETURN, method(ApplicationStepResource.class, "decide"),
                ApplicationStep.WITHDRAW, method(ApplicationStepResource.class, "withdraw"));

        assertThat(acts)
                .allSatisfy((step, act) -> assertThat(
                                List.of(act.getAnnotation(RolesAllowed.class).value()))
                        .containsExactly(step.actor()));
    }

    private static Method method(Class<?> resource, String name) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
