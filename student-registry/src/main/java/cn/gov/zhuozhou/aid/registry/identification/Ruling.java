package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One decision of the rules, kept for ever with all that is needed to make it again.
 *
 * @param inputs the facts as JSON
 * @param decidedAt business time
 * @param decidedBy who or what asked for the evaluation
 */
record Ruling(
        UUID id,
        UUID identificationId,
        UUID studentId,
        String semester,
        String ruleSet,
        String ruleSetVersion,
        String inputs,
        List<CheckOutcome> checks,
        Result result,
        Standing standing,
        Instant decidedAt,
        Proposer decidedBy) {}
