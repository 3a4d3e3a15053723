package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What we read of inspection's FindingChanged. */
record FindingChange(
        UUID findingId,
        String code,
        String state,
        UUID studentId,
        Semester semester,
        Instant confirmedAt,
        List<Why> reasons) {
    /** 错助: aid without valid basis. */
    private static final String WITHOUT_BASIS = "A06";

    record Why(String text, String textEn, String legalBasis) {}

    /** A message without what a decision needs cannot be read. */
    FindingChange {
        Objects.requireNonNull(findingId, "findingId");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(semester, "semester");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a finding has a reason");
        }
    }

    boolean isAboutAnAward() {
        return WITHOUT_BASIS.equals(code) && studentId != null;
    }

    boolean confirmedAndOpen() {
        return confirmedAt != null && !"CLOSED".equals(state);
    }
}
