package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Who is visited every month besides the poor (S55): the left-behind, the disabled, the struggling. */
@ApplicationScoped
public class KeyVisits {
    /** The kinds of a pupil {@code p} as {@code text[]}. */
    static final String KINDS = """
            array_remove(array[case when p.left_behind then 'LEFT_BEHIND' end,
              case when p.disability_proven or p.disability is not null then 'DISABLED' end,
              case when exists (select 1 from struggling_pupil g where g.student_id = p.id and g.ended_at is null)
                   then 'STRUGGLING' end], null)""";

    private static final String TABLE = """
            create temporary table if not exists key_visit_change (student_id uuid) on commit delete rows;
            delete from key_visit_change""";

    private static final String FOLLOW = """
            with changed as (
              update student p set disability_proven = f.proven, revision = p.revision + 1
              from (
                select t.student_id, exists (
                  select 1 from evidence e join register_entry r on r.id = e.entry_id
                  where e.student_id = t.student_id and e.category = 'DISABLED_STU' and e.valid_to is null
                    and coalesce(r.details ->> 'standing', 'CURRENT') = 'CURRENT') as proven
                from (select distinct student_id from touched_student) t) f
              where p.id = f.student_id and p.disability_proven <> f.proven
              returning p.id)
            insert into key_visit_change select id from changed""";

    @Inject
    Database database;

    @Inject
    StudentEvents events;

    /** Tells of those in {@code touched_student} whose certificate has come or gone in the present transaction. */
    public void followEvidence() {
        database.execute(TABLE);
        if (database.update(FOLLOW, Map.of()) > 0) {
            events.ofPupilsIn("key_visit_change");
        }
    }

    /** Tells of one pupil whose kinds have changed otherwise. */
    void changed(UUID student) {
        database.execute(TABLE);
        database.update("""
                with changed as (update student set revision = revision + 1 where id = :student returning id)
                insert into key_visit_change select id from changed""", Map.of("student", student));
        events.ofPupilsIn("key_visit_change");
    }
}
