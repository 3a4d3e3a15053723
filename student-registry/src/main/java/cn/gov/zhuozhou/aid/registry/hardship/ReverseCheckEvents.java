package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells of persons of school age without a pupil, as tasks that open and close; no name and no number leaves. */
@ApplicationScoped
class ReverseCheckEvents {
    private static final String APPEND = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            select 'student-registry.reverse-check', mc.id::text,
              'cn.gov.zhuozhou.aid.registry.SchoolAgePersonUnmatched.v1', mc.id::text, mc.version,
              jsonb_build_object(
                'taskId', mc.id, 'revision', mc.version, 'state', case when c.closed then 'CLOSED' else 'OPEN' end,
                'town', mc.town, 'village', mc.village, 'birthYear', extract(year from mc.birth_date)::int,
                'source', mc.source, 'since', (mc.created_at at time zone 'Asia/Shanghai')::date,
                'closedReason', case when not c.closed then null
                                     when mc.state = 'CLOSED' then 'CAUSE_GONE' else 'DECIDED' end)::text
            from changed_case c join match_case mc on mc.id = c.case_id
            where c.kind = 'NO_PUPIL'
            order by mc.id""";

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /** Reads {@code changed_case} of the present transaction. */
    void ofChangedCases() {
        database.update(APPEND, Map.of());
        outbox.publishAfterCommit();
    }
}
