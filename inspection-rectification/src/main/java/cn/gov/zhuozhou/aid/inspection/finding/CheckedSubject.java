package cn.gov.zhuozhou.aid.inspection.finding;

import java.util.List;
import java.util.UUID;

/**
 * What a check found out about one subject.
 *
 * @param code of the check
 * @param studentId null where the subject is no pupil
 * @param reasons empty where nothing is wrong
 * @param workingDays the owner has to mend it
 */
public record CheckedSubject(
        String code, UUID subjectId, UUID studentId, OwnerUnit owner, List<Reason> reasons, int workingDays) {
    public CheckedSubject {
        reasons = List.copyOf(reasons);
    }

    boolean hit() {
        return !reasons.isEmpty();
    }
}
