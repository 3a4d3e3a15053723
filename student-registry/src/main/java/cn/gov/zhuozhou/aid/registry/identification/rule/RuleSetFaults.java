package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with a rule set, so that it could not decide every pupil; the field and what was expected there. */
public final class RuleSetFaults {
    /** One fault. */
    public record Fault(String field, Text expected) {}

    private static final int MOST_PER_CENT = 100;

    private final RuleSet set;
    private final Parameters rules;
    private final List<Fault> faults = new ArrayList<>();

    private RuleSetFaults(RuleSet set) {
        this.set = set;
        this.rules = set.parameters();
    }

    public static List<Fault> of(RuleSet set) {
        RuleSetFaults found = new RuleSetFaults(set);
        found.look();
        return List.copyOf(found.faults);
    }

    private void look() {
        require(
                set.effectiveTo() == null || !set.effectiveTo().isBefore(set.effectiveFrom()),
                "effectiveTo",
                Text.of("不早于 effectiveFrom", "not before effectiveFrom"));
        require(
                !set.documents().isEmpty()
                        && set.documents().stream()
                                .allMatch(d -> d.title() != null && !d.title().isBlank()),
                "documents",
                Text.of("至少一个文件,各有标题", "at least one document, each with a title"));
        checks();
        levels();
        require(!rules.present().isEmpty(), "present", Text.of("至少一种学籍状态", "at least one enrolment state"));
        require(
                rules.direct().keySet().containsAll(rules.needHardship()),
                "needHardship",
                Text.of("仅限 direct 中的类别", "only categories of direct"));
        require(
                rules.similarityThreshold() >= 0 && rules.similarityThreshold() <= MOST_PER_CENT,
                "similarityThreshold",
                Text.of("0 到 100", "0 to 100"));
        for (Law law : Law.values()) {
            String source = rules.sources().get(law);
            require(source != null && !source.isBlank(), "sources." + law, Text.of("写明出处", "where it is written"));
        }
    }

    private void checks() {
        List<String> codes = rules.checks();
        require(
                codes.stream().distinct().count() == codes.size()
                        && Evaluation.codes().containsAll(codes),
                "checks",
                Text.of("每项一次,可用:%s", "each once, of: %s").formatted(String.join(", ", Evaluation.codes())));
        require(
                !codes.isEmpty() && codes.getLast().equals(NothingCheck.CODE),
                "checks",
                Text.of("最后一项须为 %s", "the last one must be %s").formatted(NothingCheck.CODE));
    }

    private void levels() {
        List<Level> given = rules.levels().stream().map(Parameters.Grade::level).toList();
        require(
                !given.isEmpty()
                        && given.stream().distinct().count() == given.size()
                        && rules.levels().stream().allMatch(g -> named(g.zh()) && named(g.en())),
                "levels",
                Text.of("每档一次,由重到轻,有中英文名称", "each once, the most severe first, named in both languages"));
        onlyGiven(given, rules.direct().values(), "direct");
        onlyGiven(given, rules.judgedLevels(), "judgedLevels");
        onlyGiven(given, rules.formerLevels().values(), "formerLevels");
        require(
                rules.judgedLevel() != null && rules.judgedLevels().contains(rules.judgedLevel()),
                "judgedLevel",
                Text.of("judgedLevels 之一", "one of judgedLevels"));
        for (Level level : Level.values()) {
            require(
                    given.contains(level) != rules.formerLevels().containsKey(level),
                    "formerLevels." + level,
                    Text.of("未列入 levels 的档次须写明对应档次", "what a level that is not in levels corresponds to"));
        }
    }

    private void onlyGiven(List<Level> given, Collection<Level> used, String field) {
        require(given.containsAll(used), field, Text.of("仅限 levels 中的档次", "only levels of levels"));
    }

    private void require(boolean holds, String field, Text expected) {
        if (!holds) {
            faults.add(new Fault(field, expected));
        }
    }

    private static boolean named(String text) {
        return text != null && !text.isBlank();
    }
}
