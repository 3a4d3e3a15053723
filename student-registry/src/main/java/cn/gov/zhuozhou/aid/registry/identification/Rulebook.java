package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.identification.rule.Decision;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evaluation;
import cn.gov.zhuozhou.aid.registry.identification.rule.Prior;
import cn.gov.zhuozhou.aid.registry.identification.rule.PupilFacts;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSets;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Puts a pupil's facts before the rule set of the semester. */
@ApplicationScoped
class Rulebook {
    @Inject
    ObjectMapper json;

    /** Measures against what people have put in force, be it last semester or in the middle of this one. */
    Verdict judge(Pupil pupil, Standing baseline, Semester semester) {
        Prior prior = baseline.identified() ? new Prior(baseline.level(), baseline.categories(), null) : null;
        PupilFacts facts = new PupilFacts(
                semester.code(),
                pupil.enrolment(),
                pupil.stage(),
                prior,
                pupil.evidence(),
                pupil.matches(),
                List.of(),
                pupil.hardship(),
                pupil.procedure());
        Decision decision = Evaluation.of(facts, RuleSets.on(semester.firstDay()));
        return new Verdict(decision, inputs(facts));
    }

    /** Makes a stored decision again. */
    Decision replay(Ruling ruling) {
        try {
            return Evaluation.of(
                    json.readValue(ruling.inputs(), PupilFacts.class),
                    RuleSets.byId(ruling.ruleSet(), ruling.ruleSetVersion()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inputs of a ruling cannot be read any more", e);
        }
    }

    private String inputs(PupilFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inputs of a ruling cannot be written", e);
        }
    }
}
