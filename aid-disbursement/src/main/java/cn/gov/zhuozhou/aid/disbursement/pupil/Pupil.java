package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import java.util.UUID;

/** A pupil as the registry last told of him. */
public record Pupil(
        UUID id,
        String name,
        String schoolCode,
        String schoolName,
        String schoolTown,
        Stage stage,
        int grade,
        boolean boarding,
        String enrolmentState) {
    /** Registered and present (在籍在校). */
    public boolean inSchool() {
        return "IN_SCHOOL".equals(enrolmentState);
    }

    /** Away for a time, to come back (休学). */
    public boolean away() {
        return "SUSPENDED".equals(enrolmentState);
    }
}
