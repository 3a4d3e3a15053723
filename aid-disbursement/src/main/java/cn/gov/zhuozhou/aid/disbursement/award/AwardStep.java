package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.time.Instant;
import java.util.List;

/** One change an award just made, before it is written down. Amounts are fen, null for a waiver at the school's charge. */
record AwardStep(Award award, AwardEdge edge, Long amountBefore, List<Reason> reasons, Instant at) {}
