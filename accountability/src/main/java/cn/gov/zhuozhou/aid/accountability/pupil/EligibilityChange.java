package cn.gov.zhuozhou.aid.accountability.pupil;

import static java.util.Objects.requireNonNull;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.util.UUID;

/** How a pupil's identification of one semester stands. */
record EligibilityChange(UUID identificationId, UUID studentId, Long revision, Semester semester, Boolean identified) {
    EligibilityChange {
        requireNonNull(identificationId);
        requireNonNull(studentId);
        requireNonNull(revision);
        requireNonNull(semester);
        requireNonNull(identified);
    }
}
