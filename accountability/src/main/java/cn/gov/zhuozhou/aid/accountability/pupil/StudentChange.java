package cn.gov.zhuozhou.aid.accountability.pupil;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A pupil as the registry tells of him; what is not needed here is not read. */
record StudentChange(
        UUID studentId,
        Long revision,
        String name,
        String schoolCode,
        String schoolName,
        String schoolTown,
        Integer grade,
        String className,
        String enrolmentState) {
    StudentChange {
        requireNonNull(studentId);
        requireNonNull(revision);
        requireNonNull(name);
        requireNonNull(schoolCode);
        requireNonNull(enrolmentState);
    }
}
