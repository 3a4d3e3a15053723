package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule set decides by: all that changes with time and place, as data.
 *
 * @param checks codes of the checks asked, in this order; the last one always decides
 * @param levels the levels this set gives, the most severe first, with their names
 * @param formerLevels what a level of a former set, not given any more, corresponds to
 * @param direct groups that count by themselves, each with the level it gives
 * @param needHardship count only together with proven hardship of the family
 * @param registered known from a register, so that no longer being listed means lost
 * @param sticky kept to the end of the stage once held
 * @param fourCategories the four priority categories (四类) awards of certain programmes lean on
 * @param present enrolment states that count as in school
 * @param evaluatedInSpring stages without carry-over into spring
 * @param evaluatedInAutumn stages without carry-over into autumn, the new school year
 * @param judgedLevels levels a school's own judgement may give
 * @param judgedLevel level where a school's judgement is left and says none
 * @param ordinaryQuota whether hardship judged by the school is bound to a quota
 * @param similarityThreshold per cent of a school's recipients that may differ from last semester's without being asked about
 * @param sources where each thing is written
 */
public record Parameters(
        List<String> checks,
        List<Grade> levels,
        Map<Level, Level> formerLevels,
        Map<Category, Level> direct,
        List<Category> needHardship,
        List<Category> registered,
        List<Category> sticky,
        List<Category> fourCategories,
        List<EnrolmentState> present,
        List<Stage> evaluatedInSpring,
        List<Stage> evaluatedInAutumn,
        List<Level> judgedLevels,
        Level judgedLevel,
        boolean ordinaryQuota,
        int similarityThreshold,
        Map<Law, String> sources) {
    /** A level as this rule set names it. */
    public record Grade(Level level, String zh, String en) {}

    public Parameters {
        checks = copy(checks);
        levels = copy(levels);
        formerLevels = copy(formerLevels, Level.class);
        direct = copy(direct, Category.class);
        needHardship = copy(needHardship);
        registered = copy(registered);
        sticky = copy(sticky);
        fourCategories = copy(fourCategories);
        present = copy(present);
        evaluatedInSpring = copy(evaluatedInSpring);
        evaluatedInAutumn = copy(evaluatedInAutumn);
        judgedLevels = copy(judgedLevels);
        sources = copy(sources, Law.class);
    }

    /** Stages without carry-over into a semester, such as {@code 2019-spring}. */
    public List<Stage> evaluatedIn(String semester) {
        return semester.endsWith("-autumn") ? evaluatedInAutumn : evaluatedInSpring;
    }

    /** Whether this set gives the level. */
    public boolean gives(Level level) {
        return grade(level).isPresent();
    }

    /** The level's name in this set. */
    public Text label(Level level) {
        return grade(level).map(grade -> Text.of(grade.zh(), grade.en())).orElseGet(level::label);
    }

    public boolean isFourCategory(Collection<Category> categories) {
        return categories.stream().anyMatch(fourCategories::contains);
    }

    /** Whether the group counts without a finding about the family. */
    public boolean provesByItself(Category category) {
        return direct.containsKey(category) && !needHardship.contains(category);
    }

    /** The most severe level the groups among these give; empty where none counts by itself. */
    Optional<Level> directLevel(Collection<Category> categories) {
        return categories.stream()
                .filter(direct::containsKey)
                .map(direct::get)
                .reduce((one, other) -> isBelow(other, one) ? one : other);
    }

    boolean isBelow(Level level, Level other) {
        return rank(level) > rank(other);
    }

    /** A level given under any set, in the levels of this one. */
    Level corresponding(Level level) {
        return gives(level) ? level : formerLevels.getOrDefault(level, judgedLevel);
    }

    private int rank(Level level) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).level() == level) {
                return i;
            }
        }
        throw new IllegalArgumentException("this rule set gives no level " + level);
    }

    private Optional<Grade> grade(Level level) {
        return levels.stream().filter(grade -> grade.level() == level).findFirst();
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <K extends Enum<K>, V> Map<K, V> copy(Map<K, V> map, Class<K> type) {
        Map<K, V> copy = new EnumMap<>(type);
        if (map != null) {
            copy.putAll(map);
        }
        return Collections.unmodifiableMap(copy);
    }
}
