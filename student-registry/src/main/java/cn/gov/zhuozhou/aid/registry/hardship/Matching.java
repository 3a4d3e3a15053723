package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.student.KeyVisits;
import jakarta.enterprise.context.ApplicationScoped;
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
    /** Below this age (on the semester's first day) nobody is missed at school, from {@link #GROWN_UP} on nobody either. */
    private static final int SCHOOL_AGE = 3;

    private static final int GROWN_UP = 18;

    @Inject
    Database database;

    @Inject
    Cases cases;

    @Inject
    EvidenceKeeping evidence;

    @Inject
    KeyVisits keyVisits;

    @Inject
    ReverseCheckEvents events;

    @Inject
    BusinessClock clock;

    /** The first birth date of those of school age, that is, of the oldest. */
    public LocalDate oldestBorn() {
        return clock.semester().firstDay().minusYears(GROWN_UP).plusDays(1);
    }

    /** The last birth date of those of school age, that is, of the youngest. */
    public LocalDate youngestBorn() {
        return clock.semester().firstDay().minusYears(SCHOOL_AGE);
    }

    /**
     * Reconciles; must run inside the transaction that changed the facts.
     *
     * @param batch the batch whose rows caused it
     * @param asOf the day the new facts hold from
     */
    public void reconcile(UUID batch, LocalDate asOf) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch);
        values.put("asOf", asOf);
        values.put("now", clock.now());
        values.put("oldest", oldestBorn());
        values.put("youngest", youngestBorn());
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
        events.ofChangedCases();
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
