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
        String enrolmentState,
        UUID mergedInto,
        Integer guardiansRevision) {
    /** A message without what a decision needs cannot be read. School name and town are empty while the school is unknown. */
    public PupilChange {
        Objects.requireNonNull(studentId, "studentId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schoolCode, "schoolCode");
        schoolName = Objects.requireNonNullElse(schoolName, "");
        schoolTown = Objects.requireNonNullElse(schoolTown, "");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(boarding, "boarding");
        Objects.requireNonNull(enrolmentState, "enrolmentState");
    }
}
