package cn.gov.zhuozhou.aid.registry.enrolment;

import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.GRADUATED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.IN_SCHOOL;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.LEFT;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.SUSPENDED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState.TRANSFERRED;

import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened between two places. The table says which states may follow each other; what stands in no row cannot happen. */
enum Step {
    /** First seen on the roll of the county. */
    ENTERED,
    /** First seen, and the file says he came from outside the county. */
    TRANSFERRED_IN,
    /** To another school of the county. */
    MOVED,
    /** To a higher grade or stage in the same school. */
    ADVANCED,
    /** Another class, or boarding begun or ended. */
    CHANGED,
    SUSPENDED_FROM,
    RESUMED,
    TRANSFERRED_OUT,
    LEFT_SCHOOL,
    COMPLETED,
    /** On the roll again after he had left it. */
    RETURNED;

    private record Row(Set<EnrolmentState> from, EnrolmentState to, Step step) {}

    private static final List<Row> TABLE = List.of(
            new Row(Set.of(IN_SCHOOL), SUSPENDED, SUSPENDED_FROM),
            new Row(Set.of(SUSPENDED), IN_SCHOOL, RESUMED),
            new Row(Set.of(IN_SCHOOL, SUSPENDED), TRANSFERRED, TRANSFERRED_OUT),
            new Row(Set.of(IN_SCHOOL, SUSPENDED), LEFT, LEFT_SCHOOL),
            new Row(Set.of(IN_SCHOOL), GRADUATED, COMPLETED),
            new Row(Set.of(TRANSFERRED, LEFT, GRADUATED), IN_SCHOOL, RETURNED));

    /** The step a person may record; empty where the states cannot follow each other or nothing changes. */
    static Optional<Step> between(Place before, Place after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (before.present() && after.enrolmentState() == IN_SCHOOL && !before.sameSchool(after)) {
            return Optional.of(MOVED);
        }
        if (before.enrolmentState() == after.enrolmentState()) {
            return before.present() ? Optional.of(after.higherThan(before) ? ADVANCED : CHANGED) : Optional.empty();
        }
        return TABLE.stream()
                .filter(row -> row.from().contains(before.enrolmentState()) && row.to() == after.enrolmentState())
                .map(Row::step)
                .findFirst();
    }

    /** What to call a change a file has brought, possible or not: files tell what is, not how it came about. */
    static Step named(Place before, Place after) {
        return between(before, after).orElse(after.present() ? RETURNED : CHANGED);
    }
}
