package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides one pupil for one semester. The checks are asked in this order; the first that decides ends the evaluation. */
public final class Evaluation {
    private static final List<Check> CHECKS = List.of(
            new PresenceCheck(),
            new RevocationCheck(),
            new WaiverCheck(),
            new EvidenceCheck(),
            new StickyCheck(),
            new UncontestedCheck(),
            new OpenMatchCheck(),
            new HardshipCheck(),
            new JudgementCheck(),
            new GainCheck(),
            new LossCheck(),
            new LevelCheck(),
            new VocationalCheck(),
            new CarryCheck(),
            new NothingCheck());

    private Evaluation() {}

    public static Decision of(PupilFacts facts, RuleSet rules) {
        Case c = Case.of(facts, rules);
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (Check check : CHECKS) {
            Optional<Finding> finding = check.examine(c);
            if (finding.isPresent()) {
                outcomes.add(finding.get().recorded());
                if (finding.get().result() != null) {
                    return decision(c, finding.get().result(), outcomes);
                }
            }
        }
        throw new IllegalStateException("the last check always decides");
    }

    private static Decision decision(Case c, Result result, List<CheckOutcome> outcomes) {
        RuleSet rules = c.rules();
        List<Category> held = c.holdings().categories();
        boolean identified = switch (result) {
            case CARRIED, ADDED, LEVEL_CHANGED, REEVALUATED -> true;
            case REMOVED, DECISION_NEEDED, NONE -> false;
        };
        return new Decision(
                rules.id(),
                rules.version(),
                result,
                identified,
                identified ? c.level() : null,
                identified ? held : List.of(),
                identified && rules.isFourCategory(held),
                c.inSchool() && !held.isEmpty(),
                held,
                outcomes);
    }
}
