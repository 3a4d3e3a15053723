package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.student.KeyVisits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings cases and evidence in line with what registers and enrolment say now, for everything {@link Touched}. The outcome
 * depends on the present facts only, never on the order in which they came.
 */
@ApplicationScoped
public class Matching {
    private static final long LOCK = 0x6665656473L;

    @Inject
    Database database;

    @Inject
    Cases cases;

    @Inject
    EvidenceKeeping evidence;

    @Inject
    KeyVisits keyVisits;

    @Inject
    SchoolAges ages;

    @Inject
    Event<CasesChanged> changed;

    @Inject
    BusinessClock clock;

    /**
     * Waits until nobody else changes facts or decides cases, and holds that until the transaction ends: each sees all that was
     * there before him.
     */
    public void takeTurn() {
        database.list("select pg_advisory_xact_lock(:lock)", Map.of("lock", LOCK), row -> row);
    }

    /** Whom of a register's persons somebody should know as a pupil. */
    public SchoolAges.Born bornOfSchoolAge(String source) {
        return ages.born(source);
    }

    /** The day ages count on, the semester's first ({@code school_age_on}). */
    public LocalDate schoolDay() {
        return ages.countedOn();
    }

    /**
     * Reconciles; must run inside the transaction that changed the facts.
     *
     * @param batch the batch whose rows caused it; null where no batch did
     * @param asOf the day the new facts hold from
     */
    public void reconcile(UUID batch, LocalDate asOf) {
        reconcile(batch, asOf, false);
    }

    /** Reconciles after the facts of a batch were taken back; what it alone had ended or closed is as it was. */
    public void reconcileWithout(UUID batch) {
        cases.reviveThoseClosedBy(batch);
        reconcile(batch, clock.today(), true);
        evidence.forget(batch, clock.now());
    }

    private void reconcile(UUID batch, LocalDate asOf, boolean undoing) {
        Map<String, Object> values = new HashMap<>();
        values.put("undoing", undoing);
        values.put("batch", batch);
        values.put("asOf", asOf);
        values.put("now", clock.now());
        values.put("schoolDay", ages.countedOn());
        database.analyzeIfMany("touched_person", count("touched_person"));
        database.update("""
                insert into touched_household
                select distinct e.source, e.household_index
                from touched_person t join register_entry e on e.person_index = t.person_index and e.valid_to is null
                where e.household_index is not null""", Map.of());
        database.analyzeIfMany("touched_household", count("touched_household"));
        cases.reconcile(values);
        evidence.reconcile(values);
        keyVisits.followEvidence();
        changed.fire(new CasesChanged());
        database.update("""
                insert into pending_evaluation (student_id, requested_at)
                select distinct student_id, now() from touched_student
                on conflict (student_id) do update set requested_at = excluded.requested_at""", Map.of());
    }

    private int count(String table) {
        return database.first("select count(*) from " + table, Map.of(), row -> row.getInt(1))
                .orElseThrow();
    }

    /** The pupils whose facts the present transaction changed. */
    public List<UUID> touchedStudents() {
        return database.list(
                "select distinct student_id from touched_student", Map.of(), row -> row.getObject(1, UUID.class));
    }
}
