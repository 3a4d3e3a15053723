package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.util.UUID;

/** A finding that a pupil is aided without valid basis (A06), confirmed by a person and not closed: nothing is paid. */
record WrongAward(UUID findingId, String textZh, String textEn, String legalBasis) {
    Reason reason() {
        return new Reason(
                "WRONG_AWARD_CONFIRMED",
                "督导核实为错助，停止发放：" + textZh,
                "Inspection confirmed that it is wrong, so nothing is paid: " + textEn,
                legalBasis);
    }
}
