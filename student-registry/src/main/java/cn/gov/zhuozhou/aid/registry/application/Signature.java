package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Who signed, and when.
 *
 * @param relation to the pupil, of a guardian
 */
record Signature(
        @NotNull By by,
        @NotBlank @Size(max = 50) String name,
        @Size(max = 30) String relation,
        @NotNull LocalDate signedOn) {
    /** Below a certain age the guardian signs (template; 广东省认定申请表: 16). */
    enum By {
        GUARDIAN,
        PUPIL
    }

    /** What is wrong with it. Who has no birth date on the roll is taken for a child. */
    List<FieldError> faults(LocalDate birthDate, int selfSignsFromAge, LocalDate today) {
        List<FieldError> faults = new ArrayList<>();
        boolean grown = birthDate != null && Period.between(birthDate, signedOn).getYears() >= selfSignsFromAge;
        if (grown && by == By.GUARDIAN) {
            faults.add(new FieldError(
                    "signature.by",
                    "PUPIL_SIGNS",
                    Text.of("年满 %d 周岁由学生本人签名", "from %d years on the pupil signs")
                            .formatted(selfSignsFromAge)));
        }
        if (!grown && by == By.PUPIL) {
            faults.add(new FieldError(
                    "signature.by",
                    "GUARDIAN_SIGNS",
                    Text.of("未满 %d 周岁由监护人签名", "under %d years the guardian signs")
                            .formatted(selfSignsFromAge)));
        }
        if (by == By.GUARDIAN && (relation == null || relation.isBlank())) {
            faults.add(new FieldError(
                    "signature.relation", "MISSING", Text.of("监护人须写明与学生的关系", "a guardian states the relation")));
        }
        if (signedOn.isAfter(today)) {
            faults.add(new FieldError("signature.signedOn", "IN_THE_FUTURE", Text.of("签名日期不能晚于今天", "not after today")));
        }
        return faults;
    }
}
