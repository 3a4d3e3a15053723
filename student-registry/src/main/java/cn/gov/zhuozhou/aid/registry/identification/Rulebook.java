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

/** The facts rules decide on, kept so that they can be put before a rule set again. */
@ApplicationScoped
class Rulebook {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    @Inject
    Rulebook(ObjectMapper json) {
        this.writer = json.writerFor(PupilFacts.class);
        this.reader = json.readerFor(PupilFacts.class);
    }

    /** The facts, measured against what people have put in force, be it last semester or in the middle of this one. */
    static PupilFacts facts(Pupil pupil, Identification current) {
        InForce inForce = current.inForce();
        Standing baseline = inForce.baseline();
        Prior prior = baseline.identified()
                ? new Prior(baseline.level(), baseline.categories(), inForce.baselineStage())
                : null;
        return new PupilFacts(
                current.semester(),
                pupil.enrolment(),
                pupil.stage(),
                prior,
                pupil.evidence(),
                pupil.matches(),
                List.of(),
                pupil.hardship(),
                pupil.procedure());
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
