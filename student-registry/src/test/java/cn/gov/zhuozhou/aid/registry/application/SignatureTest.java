package cn.gov.zhuozhou.aid.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.registry.application.Signature.By;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final LocalDate SIGNED = LocalDate.of(2019, 3, 18);

    @ParameterizedTest(name = "born {0}, signed by {1}: {2}")
    @CsvSource({
        "2003-03-19, GUARDIAN,",
        "2003-03-19, PUPIL, GUARDIAN_SIGNS",
        "2003-03-18, PUPIL,",
        "2003-03-18, GUARDIAN, PUPIL_SIGNS",
        ", GUARDIAN,",
        ", PUPIL, GUARDIAN_SIGNS"
    })
    void belowSixteenTheGuardianSignsFromThenOnThePupil(LocalDate born, By by, String fault) {
        var signature = new Signature(by, "某人", "母亲", SIGNED);

        assertThat(signature.faults(born, 16, SIGNED).stream()
                        .map(FieldError::code)
                        .toList())
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void theAgeIsTheTemplates() {
        var signature = new Signature(By.PUPIL, "某人", null, SIGNED);

        assertThat(signature.faults(LocalDate.of(2004, 3, 18), 15, SIGNED)).isEmpty();
    }

    @Test
    void aGuardianSaysWhoHeIsAndNobodySignsTomorrow() {
        var signature = new Signature(By.GUARDIAN, "某人", " ", SIGNED);

        assertThat(signature.faults(null, 16, SIGNED.minusDays(1)).stream().map(FieldError::field))
                .containsExactly("signature.relation", "signature.signedOn");
    }
}
