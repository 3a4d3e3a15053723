package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Tells of persons of school age without a pupil and of what was found out about them; no name and no number leaves. */
@ApplicationScoped
class ReverseCheckEvents {
    private static final String UNMATCHED = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            select 'student-registry.reverse-check', rc.id::text,
              'cn.gov.zhuozhou.aid.registry.SchoolAgePersonUnmatched.v1', rc.id::text, rc.version,
              jsonb_build_object(
                'taskId', rc.id, 'revision', rc.version, 'state', case when rc.state = 'CLOSED' then 'CLOSED' else 'OPEN' end,
                'town', mc.town, 'village', mc.village, 'birthYear', extract(year from mc.birth_date)::int,
                'source', mc.source, 'since', rc.opened_on,
                'closedReason', case when rc.state = 'CLOSED' then 'CAUSE_GONE' end)::text
            from told_task t join reverse_check rc on rc.id = t.task_id join match_case mc on mc.id = rc.id
            order by rc.id""";

    private static final String ANSWERED = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            select 'student-registry.reverse-check', rc.id::text,
              'cn.gov.zhuozhou.aid.registry.ReverseCheckAnswered.v1', rc.id::text, rc.version,
              jsonb_build_object(
                'taskId', rc.id, 'revision', rc.version,
                'state', case rc.state when 'SETTLED' then 'SETTLED' when 'FOLLOWED_UP' then 'ANSWERED' else 'REOPENED' end,
                'answer', a.kind, 'town', mc.town, 'village', mc.village,
                'birthYear', extract(year from mc.birth_date)::int, 'expectedStage', rc.expected_stage,
                'stage', a.stage, 'province', a.province, 'city', a.city,
                'outOfSchoolSince', case when a.kind = 'OUT_OF_SCHOOL' then a.since end, 'source', mc.source,
                'since', rc.opened_on, 'dueOn', rc.due_on, 'answeredOn', rc.answered_on)::text
            from reverse_check rc
            join match_case mc on mc.id = rc.id
            left join reverse_check_answer a on a.id = rc.answer_id
            where rc.id = :id""";

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /** Reads {@code told_task} of the present transaction. */
    void unmatched() {
        database.update(UNMATCHED, Map.of());
        outbox.publishAfterCommit();
    }

    void answered(UUID taskId) {
        database.update(ANSWERED, Map.of("id", taskId));
        outbox.publishAfterCommit();
    }
}
