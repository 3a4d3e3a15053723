package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cases of persons whom a register names and no pupil is, as the reverse check answers them. In the caller's transaction. */
@ApplicationScoped
public class MissingPupils {
    private static final String REASON = "TYPING_ERROR";

    /** A candidate the rules have found, or another person has, is proposed; where there is none one is made. */
    private static final String PROPOSE = """
            insert into match_case as mc (id, kind, student_id, entry_id, person_index, household_index, source, town, village,
              birth_date, content, state, verdict, reason_code, reason, proposed_by, proposed_at, created_at)
            select uuidv7(), coalesce(c.kind, 'WRONG_NUMBER'), :student, e.id, e.person_index, e.household_index, e.source,
              e.town, e.village, e.birth_date,
              decode(md5(concat_ws(chr(31), e.person_index, :student::uuid, e.category)), 'hex'),
              'PROPOSED', 'CONFIRMED', :code, :reason, :by, :now, :now
            from match_case missing
            join register_entry e on e.person_index = missing.person_index and e.valid_to is null
            left join match_case c on c.person_index = e.person_index and c.source = e.source and c.student_id = :student
              and c.kind in ('CANDIDATE', 'WRONG_NUMBER') and c.state <> 'CLOSED'
            where missing.id = :missing and (c.id is null or c.state = 'OPEN')
            on conflict (kind, source, person_index, student_id) where state <> 'CLOSED' do update
              set state = 'PROPOSED', verdict = 'CONFIRMED', reason_code = excluded.reason_code, reason = excluded.reason,
                proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at, version = mc.version + 1
            returning mc.id""";

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Matching matching;

    @Inject
    Touched touched;

    @Inject
    Reevaluations reevaluations;

    @Inject
    BusinessClock clock;

    /** The number in clear of the person each case misses, for sealing it elsewhere or showing it masked. */
    public Map<UUID, String> numbers(Collection<UUID> caseIds) {
        var session = crypto.session();
        Map<UUID, String> numbers = new HashMap<>();
        database.list(
                """
                select mc.id, mc.person_index, e.sealed from match_case mc join register_entry e on e.id = mc.entry_id
                where mc.id = any(:ids)""",
                Map.of("ids", caseIds),
                row -> numbers.put(
                        row.getObject(1, UUID.class),
                        RegisterRow.number(
                                RegisterRow.cells(row.getBytes(3), session), row.getObject(2, UUID.class), session)));
        return numbers;
    }

    /** Must be called before the task is locked where a pupil is going to be proposed. */
    public void takeTurn() {
        matching.takeTurn();
    }

    /**
     * Matches persons whom no file has touched since they came of school age, or passed it. Takes the turn.
     *
     * @param before the day ages were counted on last; null looks at everybody of school age
     * @return how many persons
     */
    public int matchThoseOfOtherAgeThan(LocalDate before) {
        matching.takeTurn();
        touched.begin();
        Values days = Values.of("before", before).and("now", matching.schoolDay());
        int persons = database.update("""
                insert into touched_person
                select distinct e.person_index from register_entry e
                left join school_age_on(:now) a
                  on a.task and a.source = e.source and e.birth_date between a.born_from and a.born_to
                left join school_age_on(:before) b
                  on b.task and b.source = e.source and e.birth_date between b.born_from and b.born_to
                where e.valid_to is null and (a.source is null) <> (b.source is null)""", days);
        if (persons > 0) {
            matching.reconcile(null, clock.today());
        }
        return persons;
    }

    /** Cases settled before are open again. */
    public void reopenAll(Collection<UUID> caseIds) {
        database.update("""
                update match_case set state = 'OPEN', reason = null, decided_by = null, decided_at = null,
                  version = version + 1
                where id = any (:ids) and state = 'CONFIRMED'""", Map.of("ids", caseIds));
    }

    /** The matter is at an end: the person is not asked for again while the register says the same. */
    public void settle(UUID caseId, String reason, Actor actor) {
        Map<String, Object> values = values(reason, actor);
        values.put("id", caseId);
        database.update("""
                update match_case set state = 'CONFIRMED', reason = :reason, decided_by = :by, decided_at = :now,
                  version = version + 1
                where id = :id and state = 'OPEN'""", values);
    }

    /** The matter is open again. */
    public void reopen(UUID caseId) {
        reopenAll(List.of(caseId));
    }

    /** Puts before a second person that the register means this pupil and that one of the numbers is wrong. */
    public void proposePupil(UUID caseId, UUID student, String reason, Actor actor) {
        Map<String, Object> values = values(reason, actor);
        values.put("missing", caseId);
        values.put("student", student);
        values.put("code", REASON);
        List<UUID> proposed = database.list(PROPOSE, values, row -> row.getObject(1, UUID.class));
        if (proposed.isEmpty()) {
            throw new ProblemException(RegistryProblem.CANDIDATE_REJECTED);
        }
        for (UUID id : proposed) {
            values.put("step", Ids.next());
            values.put("id", id);
            values.put("byName", actor.name());
            database.update("""
                    insert into match_decision (id, case_id, occasion, verdict, reason_code, reason, money, acted_by,
                      acted_by_name, acted_at)
                    values (:step, :id, 'PROPOSED', 'CONFIRMED', :code, :reason, 'NEW_GROUND', :by, :byName, :now)""", values);
        }
        reevaluations.evaluate(List.of(student));
    }

    private Map<String, Object> values(String reason, Actor actor) {
        Map<String, Object> values = new HashMap<>();
        values.put("reason", Masked.anywhere(reason));
        values.put("by", actor.id());
        values.put("now", clock.now());
        return values;
    }
}
