package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import java.util.Objects;
import java.util.UUID;

/** What we read of the registry's StudentChanged. */
public record PupilChange(
        UUID studentId,
        String name,
        String schoolCode,
        String schoolName,
        String schoolTown,
        Stage stage,
        Integer grade,
        String className,
        Boolean boarding,
        String enrolmentState) {
    /** Every field but the class is needed to decide; a message without one cannot be read. */
    public PupilChange {
        Objects.requireNonNull(studentId, "studentId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schoolCode, "schoolCode");
        Objects.requireNonNull(schoolName, "schoolName");
        Objects.requireNonNull(schoolTown, "schoolTown");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(boarding, "boarding");
        Objects.requireNonNull(enrolmentState, "enrolmentState");
    }
}
