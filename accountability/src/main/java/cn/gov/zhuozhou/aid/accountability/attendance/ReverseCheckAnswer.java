package cn.gov.zhuozhou.aid.accountability.attendance;

import static java.util.Objects.requireNonNull;

import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.Occasion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What we read of {@code registry.ReverseCheckAnswered.v1}: what a town found out about a person of school age who is no pupil.
 *
 * @param town null where the register does not say
 */
record ReverseCheckAnswer(
        UUID taskId,
        Long revision,
        String state,
        String answer,
        String town,
        Integer birthYear,
        String expectedStage,
        LocalDate outOfSchoolSince,
        LocalDate answeredOn) {
    ReverseCheckAnswer {
        requireNonNull(taskId);
        requireNonNull(revision);
        requireNonNull(state);
    }

    boolean isOutOfSchool() {
        return "ANSWERED".equals(state) && "OUT_OF_SCHOOL".equals(answer);
    }

    LocalDate absentSince(LocalDate today) {
        if (outOfSchoolSince != null) {
            return outOfSchoolSince;
        }
        return answeredOn == null ? today : answeredOn;
    }

    /** What the answer says about a person who is a case already. */
    Optional<Occasion> says() {
        return switch (state) {
            case "ANSWERED" -> "NOT_FOUND".equals(answer) ? Optional.of(Occasion.NOT_FOUND) : Optional.empty();
            case "SETTLED" ->
                switch (answer) {
                    case "OUT_OF_AREA", "MOVED" -> Optional.of(Occasion.FOUND_ELSEWHERE);
                    case "OVER_AGE", "NOT_SCHOOL_AGE", "DECEASED" -> Optional.of(Occasion.EXEMPTED);
                    case null, default -> Optional.empty();
                };
            case "REOPENED" -> Optional.of(Occasion.END_IN_DOUBT);
            default -> Optional.empty();
        };
    }
}
