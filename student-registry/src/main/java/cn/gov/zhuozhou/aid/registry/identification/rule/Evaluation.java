package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides one pupil for one semester. The rule set says which checks are asked; the first that decides ends the evaluation. */
public final class Evaluation {
    /** Every check there is, in the order a new rule set begins with. */
    private static final List<Check> CHECKS = List.of(
            new PresenceCheck(),
            new RevocationCheck(),
            new WaiverCheck(),
            new EvidenceCheck(),
            new StickyCheck(),
            new UncontestedCheck(),
            new FormerLevelCheck(),
            new OpenMatchCheck(),
            new HardshipCheck(),
            new JudgementCheck(),
            new GainCheck(),
            new LossCheck(),
            new LevelCheck(),
            new StageCheck(),
            new CarryCheck(),
            new NothingCheck());

    private static final Map<String, Check> BY_CODE =
            CHECKS.stream().collect(Collectors.toUnmodifiableMap(Check::code, Function.identity()));

    private Evaluation() {}

    /** The codes of all checks. */
    static List<String> codes() {
        return CHECKS.stream().map(Check::code).toList();
    }

    /** What a check asks; the code itself for one that is no longer there. */
    public static Text question(String code) {
        Check check = BY_CODE.get(code);
        return check == null ? Text.of(code, code) : check.question();
    }

    public static Decision of(PupilFacts facts, RuleSet rules) {
        Case c = Case.of(facts, rules.parameters());
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (String code : rules.parameters().checks()) {
            Optional<Finding> finding = BY_CODE.get(code).examine(c);
            if (finding.isPresent()) {
                outcomes.add(finding.get().recorded());
                if (finding.get().result() != null) {
                    return decision(c, rules, finding.get().result(), outcomes);
                }
            }
        }
        throw new IllegalStateException("the last check always decides");
    }

    private static Decision decision(Case c, RuleSet rules, Result result, List<CheckOutcome> outcomes) {
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
                identified && c.rules().isFourCategory(held),
                c.inSchool() && !held.isEmpty(),
                held,
                outcomes);
    }
}
