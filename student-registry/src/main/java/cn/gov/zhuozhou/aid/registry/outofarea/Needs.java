package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which answers are needed of whom.
 *
 * @param from the day the newest rule began
 */
record Needs(Map<Question, Rule> rules, LocalDate from) {
    enum Needed {
        ALWAYS,
        WHERE_AIDED,
        OF_STAGES,
        NEVER
    }

    /** @param stages where it depends on the stage */
    record Rule(Needed needed, Set<Stage> stages, Text why) {
        Rule {
            stages = Set.copyOf(stages);
        }
    }

    Needs {
        rules = Map.copyOf(rules);
    }

    /**
     * Why an answer is needed; empty where it is not.
     *
     * @param stage null where it is not known
     */
    Optional<Text> why(Question question, Stage stage, boolean aided) {
        Rule rule = rules.get(question);
        boolean needed = rule != null
                && switch (rule.needed()) {
                    case ALWAYS -> true;
                    case WHERE_AIDED -> aided;
                    case OF_STAGES -> stage != null && rule.stages().contains(stage);
                    case NEVER -> false;
                };
        return needed ? Optional.of(rule.why()) : Optional.empty();
    }
}
