package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DEFACTO;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_U;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DISABLED_CHILD;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DISABLED_STU;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.MARTYR;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.ORPHAN;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.REG_POOR;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.TEKUN_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.TEKUN_U;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The rule sets by date. A set once used is never edited; a change of policy is a new set. */
public final class RuleSets {
    private static final RuleSet SPRING_2019 = new RuleSet(
            "2019-spring",
            "1",
            LocalDate.of(2019, 3, 1),
            List.of(REG_POOR),
            List.of(REG_POOR, DIBAO_R, TEKUN_R, DISABLED_STU),
            List.of(
                    REG_POOR,
                    DIBAO_R,
                    DIBAO_U,
                    TEKUN_R,
                    TEKUN_U,
                    DISABLED_STU,
                    DISABLED_CHILD,
                    ORPHAN,
                    DEFACTO,
                    MARTYR),
            List.of(DISABLED_STU, DISABLED_CHILD),
            List.of(REG_POOR, DIBAO_R, DIBAO_U, TEKUN_R, TEKUN_U, DISABLED_STU),
            List.of(EnrolmentState.IN_SCHOOL),
            List.of(Stage.SECONDARY_VOCATIONAL),
            Level.SEVERE,
            Level.ORDINARY,
            List.of("教财〔2018〕16号", "冀财教〔2018〕50号", "涿教字〔2018〕41号"));

    private static final List<RuleSet> ALL = List.of(SPRING_2019);

    private RuleSets() {}

    /**
     * The set in force on a day, usually the first day of the semester.
     *
     * @throws IllegalArgumentException for a day before the first set
     */
    public static RuleSet on(LocalDate day) {
        return ALL.stream()
                .filter(set -> !set.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(RuleSet::effectiveFrom))
                .orElseThrow(() -> new IllegalArgumentException("no rule set is in force on " + day));
    }

    /** The set a stored decision was made with. */
    public static RuleSet byId(String id, String version) {
        return ALL.stream()
                .filter(set -> set.id().equals(id) && set.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule set " + id + " version " + version));
    }
}
