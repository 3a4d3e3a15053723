package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Decision;
import cn.gov.zhuozhou.aid.registry.identification.rule.PupilFacts;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;

/** What the rules say about a pupil, measured against what is in force. */
record Verdict(Decision decision, PupilFacts facts) {
    Stage stage() {
        return facts.stage();
    }

    Result result() {
        return decision.result();
    }

    /** What would be in force. */
    Standing standing() {
        return standing(decision);
    }

    static Standing standing(Decision decision) {
        return new Standing(decision.identified(), decision.level(), decision.categories());
    }
}
