package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads identifications and writes their changes in batches, with rulings and events, in the caller's transaction. */
@ApplicationScoped
class IdentificationStore {
    private static final String SELECT = "select " + IdentificationRows.COLUMNS + " from identification i ";

    /** "aididen" as a number; any constant of this service's own would do. */
    private static final long LOCK = 0x61_69_64_69_64_65_6eL;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Outbox outbox;

    @Inject
    RulingStore rulings;

    @Inject
    RuleSets ruleSets;

    @Inject
    Event<NoticeOvertaken> overtaken;

    /**
     * One writer at a time, until the end of the transaction: whoever evaluates reads the facts after everybody before him has
     * committed, and nobody waits crosswise.
     */
    void lock() {
        database.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }

    List<Identification> find(Collection<UUID> ids) {
        return database.list(
                SELECT + "where i.id = any (:ids) order by i.id", Map.of("ids", ids), IdentificationRows::read);
    }

    List<Identification> ofStudents(String semester, Collection<UUID> studentIds) {
        return database.list(
                SELECT + "where i.student_id = any (:students) and i.semester = :semester order by i.id",
                Map.of("students", studentIds, "semester", semester),
                IdentificationRows::read);
    }

    /** Writes changes, their rulings and their events. */
    void save(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Ruling> made =
                changes.stream().map(Change::ruling).filter(Objects::nonNull).toList();
        rulings.insert(made);
        write(changes);
        tell(changes);
    }

    private void write(List<Change> changes) {
        Instant now = clock.now();
        Map<Boolean, List<Identification>> byNew = changes.stream()
                .collect(Collectors.partitioningBy(
                        c -> c.before().isNew(), Collectors.mapping(Change::after, Collectors.toList())));
        List<Identification> first = byNew.get(true);
        List<Identification> next = byNew.get(false);
        if (!first.isEmpty()) {
            database.update(IdentificationRows.INSERT, IdentificationRows.lists(first, now));
        }
        if (!next.isEmpty()
                && database.update(IdentificationRows.UPDATE, IdentificationRows.lists(next, now)) != next.size()) {
            throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
        }
    }

    private static List<CheckOutcome> checks(Change change, Map<UUID, List<CheckOutcome>> earlier) {
        return change.ruling() == null
                ? earlier.get(change.after().ground().rulingId())
                : change.ruling().checks();
    }

    private void tell(List<Change> changes) {
        Map<UUID, List<CheckOutcome>> earlier = rulings.checks(changes.stream()
                .filter(c -> c.ruling() == null)
                .map(c -> c.after().ground().rulingId())
                .toList());
        Map<String, RuleSet> rules = changes.stream()
                .map(c -> c.after().semester())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), code -> ruleSets.of(Semester.parse(code))));
        outbox.append(changes.stream()
                .map(c -> EligibilityChanged.of(
                                c.after(),
                                checks(c, earlier),
                                rules.get(c.after().semester()))
                        .outbound())
                .toList());
        List<UUID> off = changes.stream()
                .filter(Change::leavesNotice)
                .map(c -> c.after().id())
                .toList();
        if (!off.isEmpty()) {
            overtaken.fire(new NoticeOvertaken(off));
        }
    }
}
