package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Decision;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;

/**
 * What the rules say about a pupil, measured against what is in force.
 *
 * @param inputs the facts as JSON, enough to decide again
 */
record Verdict(Decision decision, String inputs) {
    Result result() {
        return decision.result();
    }

    /** What would be in force. */
    Standing standing() {
        return new Standing(decision.identified(), decision.level(), decision.categories());
    }
}
