package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.CasesChanged;
import cn.gov.zhuozhou.aid.registry.hardship.Deadlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens and closes tasks as matching finds persons without a pupil, thousands at a time, in its transaction. */
@ApplicationScoped
class TaskKeeping {
    static final String TABLE = """
            create temporary table if not exists told_task (task_id uuid) on commit delete rows;
            delete from told_task""";

    private static final String OPEN = """
            with opened as (
              insert into reverse_check (id, version, state, expected_stage, opened_on, due_on)
              select mc.id, 1, 'OPEN', expected_stage(mc.source, mc.birth_date, :schoolDay), :today, :due
              from changed_case c join match_case mc on mc.id = c.case_id
              where c.kind = 'NO_PUPIL' and not c.closed and mc.state = 'OPEN'
              on conflict do nothing
              returning id)
            insert into told_task select id from opened""";

    private static final String CLOSE = """
            with closed as (
              update reverse_check rc set state = 'CLOSED', version = rc.version + 1, agreed_answer_id = null
              from changed_case c
              where c.case_id = rc.id and c.closed and rc.state <> 'CLOSED'
              returning rc.id)
            insert into told_task select id from closed""";

    /** The pupil somebody named was found to be another person, or the proposal was taken back. */
    private static final String PUPIL_REJECTED = """
            update reverse_check rc set state = 'TAKEN', version = rc.version + 1, answer_id = null, answered_on = null
            from changed_case c
            join match_case mc on mc.id = c.case_id and mc.state in ('OPEN', 'REJECTED')
            join match_case missing
              on missing.person_index = mc.person_index and missing.kind = 'NO_PUPIL' and missing.state = 'OPEN'
            join reverse_check_answer a on a.task_id = missing.id and a.kind = 'WRONG_NUMBER' and a.student_id = mc.student_id
            where c.kind in ('CANDIDATE', 'WRONG_NUMBER') and rc.id = missing.id and rc.answer_id = a.id
              and rc.state = 'FOLLOWED_UP'
            returning rc.id""";

    @Inject
    Database database;

    @Inject
    Deadlines deadlines;

    @Inject
    ReverseCheckEvents events;

    @Inject
    BusinessClock clock;

    void follow(@Observes CasesChanged changed) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", clock.today());
        values.put("due", deadlines.dueFromToday(Deadlines.Work.REVERSE_CHECK));
        values.put("schoolDay", clock.semester().firstDay());
        database.execute(TABLE);
        if (database.update(OPEN, values) + database.update(CLOSE, values) > 0) {
            events.unmatched();
        }
        List<UUID> again = database.list(PUPIL_REJECTED, values, row -> row.getObject(1, UUID.class));
        again.forEach(events::answered);
    }
}
