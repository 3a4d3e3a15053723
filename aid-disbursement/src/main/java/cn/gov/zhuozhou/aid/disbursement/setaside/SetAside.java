package cn.gov.zhuozhou.aid.disbursement.setaside;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * What a school set aside of a year's income; amounts in fen.
 *
 * @param minBasisPoints the rate it has to reach, in hundredths of a per cent; null where no rule says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetAside(
        UUID id,
        long revision,
        String schoolCode,
        int year,
        SchoolKind schoolKind,
        SchoolNature schoolNature,
        long incomeBaseFen,
        long setAsideFen,
        long usedFen,
        Integer minBasisPoints) {
    private static final int WHOLE = 10_000;

    /** At least this much; a started fen counts. */
    @JsonProperty
    long requiredFen() {
        return minBasisPoints == null ? 0 : Math.ceilDiv(Math.multiplyExact(incomeBaseFen, minBasisPoints), WHOLE);
    }

    @JsonProperty
    boolean belowRate() {
        return setAsideFen < requiredFen();
    }

    @JsonProperty
    long leftFen() {
        return setAsideFen - usedFen;
    }
}
