package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Decision;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evaluation;
import cn.gov.zhuozhou.aid.registry.identification.rule.Prior;
import cn.gov.zhuozhou.aid.registry.identification.rule.PupilFacts;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Puts a pupil's facts before a rule set, and keeps them so that they can be put before one again. */
@ApplicationScoped
class Rulebook {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    @Inject
    Rulebook(ObjectMapper json) {
        this.writer = json.writerFor(PupilFacts.class);
        this.reader = json.readerFor(PupilFacts.class);
    }

    /** Measures against what people have put in force, be it last semester or in the middle of this one. */
    Verdict judge(Pupil pupil, Identification current, RuleSet rules) {
        InForce inForce = current.inForce();
        Standing baseline = inForce.baseline();
        Prior prior = baseline.identified()
                ? new Prior(baseline.level(), baseline.categories(), inForce.baselineStage())
                : null;
        PupilFacts facts = new PupilFacts(
                current.semester(),
                pupil.enrolment(),
                pupil.stage(),
                prior,
                pupil.evidence(),
                pupil.matches(),
                List.of(),
                pupil.hardship());
        return new Verdict(Evaluation.of(facts, rules), facts);
    }

    /** Makes a stored decision again, under its own rule set or another. */
    Decision replay(Ruling ruling, RuleSet rules) {
        return Evaluation.of(read(ruling.inputs()), rules);
    }

    PupilFacts read(String inputs) {
        try {
            return reader.readValue(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inputs of a ruling cannot be read any more", e);
        }
    }

    String written(PupilFacts facts) {
        try {
            return writer.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inputs of a ruling cannot be written", e);
        }
    }
}
