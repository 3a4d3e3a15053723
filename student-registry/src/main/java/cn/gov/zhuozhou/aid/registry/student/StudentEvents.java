package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells of pupils as they are now; no number leaves. */
@ApplicationScoped
public class StudentEvents {
    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /** Tells of every pupil named in a table {@code (student_id)} of the present transaction. */
    public void ofPupilsIn(String table) {
        database.update("""
                insert into outbox (topic, event_key, type, subject, revision, payload)
                select 'student-registry.student', p.id::text, 'cn.gov.zhuozhou.aid.registry.StudentChanged.v1', p.id::text,
                  p.revision,
                  jsonb_build_object('studentId', p.id, 'revision', p.revision, 'name', p.name,
                    'schoolCode', p.school_code, 'schoolName', s.name, 'schoolTown', s.town, 'stage', p.stage,
                    'grade', p.grade, 'className', p.class_name, 'boarding', p.boarding,
                    'enrolmentState', case when p.merged_into is null then p.enrolment_state else 'LEFT' end,
                    'householdTown', p.household_town, 'householdVillage', p.household_village,
                    'keyVisitKinds', case when p.merged_into is null then to_jsonb(%s) else '[]'::jsonb end,
                    'mergedInto', p.merged_into, 'guardiansRevision', p.guardians_revision)::text
                from student p
                join %s c on c.student_id = p.id
                left join school s on s.code = p.school_code""".formatted(KeyVisits.KINDS, table), Map.of());
        outbox.publishAfterCommit();
    }
}
