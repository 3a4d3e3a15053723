package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What we read of the registry's RecoveryAsked. */
public record RecoveryAsked(
        UUID recoveryId,
        UUID studentId,
        Semester fromSemester,
        Semester toSemester,
        String reason,
        String legalBasis,
        LocalDate askedOn) {
    /** A message that does not say whose money of which semesters is asked back cannot be read. */
    public RecoveryAsked {
        Objects.requireNonNull(recoveryId, "recoveryId");
        Objects.requireNonNull(studentId, "studentId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(legalBasis, "legalBasis");
        Objects.requireNonNull(askedOn, "askedOn");
        if (fromSemester.compareTo(toSemester) > 0) {
            throw new IllegalArgumentException("the semesters are in the wrong order");
        }
    }

    /** All of them, in their order. */
    public List<Semester> semesters() {
        return Stream.iterate(fromSemester, s -> s.compareTo(toSemester) <= 0, Semester::next)
                .toList();
    }
}
