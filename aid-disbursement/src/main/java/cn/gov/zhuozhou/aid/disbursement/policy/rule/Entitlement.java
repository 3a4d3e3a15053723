package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import java.util.List;

/**
 * One programme a pupil is entitled to.
 *
 * @param amountFen fen for the semester; null for a waiver at the school's own charge
 */
public record Entitlement(Programme programme, String rateKey, Long amountFen, List<Reason> reasons) {
    public Entitlement {
        reasons = List.copyOf(reasons);
    }
}
