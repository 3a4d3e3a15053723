package cn.gov.zhuozhou.aid.registry.school;

import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Tells of schools as they are now. */
@ApplicationScoped
public class SchoolEvents {
    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /** Tells that only a file delivered wrongly named these schools; before they are deleted. */
    public void ofWithdrawn(UUID batch) {
        database.update("""
                insert into outbox (topic, event_key, type, subject, revision, payload)
                select 'student-registry.school', s.code, 'cn.gov.zhuozhou.aid.registry.SchoolChanged.v1', s.code,
                  s.revision + 1,
                  jsonb_build_object('schoolCode', s.code, 'name', s.name, 'stage', s.stage, 'town', s.town,
                    'revision', s.revision + 1, 'withdrawn', true)::text
                from school s
                where exists (select 1 from row_change c where c.batch_id = :batch and c.relation = 'school'
                                and c.act = 'INSERTED' and c.key = s.code)
                order by s.code""", Map.of("batch", batch));
        outbox.publishAfterCommit();
    }

    /** Tells of every school named in a table {@code (code)} of the present transaction. */
    public void ofSchoolsIn(String table) {
        database.update("""
                insert into outbox (topic, event_key, type, subject, revision, payload)
                select 'student-registry.school', s.code, 'cn.gov.zhuozhou.aid.registry.SchoolChanged.v1', s.code, s.revision,
                  jsonb_build_object('schoolCode', s.code, 'name', s.name, 'stage', s.stage, 'town', s.town,
                    'stages', s.stages, 'kind', s.kind, 'nature', s.nature, 'central', s.central,
                    'centralSchoolCode', s.central_code, 'revision', s.revision)::text
                from school s join %s d on d.code = s.code
                order by s.code""".formatted(table), Map.of());
        outbox.publishAfterCommit();
    }
}
