package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.school.SchoolEvents;
import cn.gov.zhuozhou.aid.registry.student.StudentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Merges the list of schools. A school missing from it stays: its pupils and their history still name it. */
@ApplicationScoped
class SchoolMerge {
    static final String STAGE = """
            create temporary table if not exists school_stage (line_no integer, code text, name text, stage text, town text,
              refused text, sealed bytea) on commit delete rows;
            create temporary table if not exists school_diff (line_no integer, code text, outcome text, change text)
              on commit delete rows;
            create temporary table if not exists school_pupil (student_id uuid) on commit delete rows;
            delete from school_stage;
            delete from school_diff;
            delete from school_pupil""";

    private static final String DIFF = """
            insert into school_diff
            select s.line_no, s.code,
              case when s.line_no > min(s.line_no) over (partition by s.code) then 'DUPLICATE' else 'ACCEPTED' end,
              case when s.line_no > min(s.line_no) over (partition by s.code) then null
                   when c.code is null then 'NEW'
                   when (c.name, c.stage, c.town) is distinct from (s.name, s.stage, s.town) then 'CHANGED'
                   else 'SAME' end
            from school_stage s left join school c on c.code = s.code
            where s.refused is null""";

    private static final String ROWS = """
            insert into feed_row (batch_id, line_no, outcome, match, change, reasons, sealed)
            select :batch, s.line_no, coalesce(d.outcome, 'REFUSED'), null, d.change, string_to_array(s.refused, chr(10)), s.sealed
            from school_stage s left join school_diff d on d.line_no = s.line_no""";

    /** A school that was withdrawn and comes again goes on counting, for others keep the highest revision they saw. */
    private static final String KEEP = """
            insert into school (code, name, stage, town, revision)
            select s.code, s.name, s.stage, s.town, coalesce((
              select max((c.after ->> 'revision')::bigint) + 2 from row_change c
              where c.relation = 'school' and c.key = s.code and c.known_to is not null), 1)
            from school_stage s join school_diff d on d.line_no = s.line_no
            where d.change in ('NEW', 'CHANGED')
            on conflict (code) do update set name = excluded.name, stage = excluded.stage, town = excluded.town,
              revision = school.revision + 1""";

    /** Pupils' events carry their school's name and town. */
    private static final String PUPILS = """
            with moved as (
              update student p set revision = p.revision + 1
              from school_diff d where d.code = p.school_code and d.change in ('NEW', 'CHANGED')
              returning p.id)
            insert into school_pupil select id from moved""";

    @Inject
    Database database;

    @Inject
    SchoolEvents schools;

    @Inject
    StudentEvents students;

    int merge(Batch batch) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch.id());
        database.update(DIFF, values);
        database.update(ROWS, values);
        database.update(KEEP, values);
        tell();
        return 0;
    }

    /** Tells of the schools NEW or CHANGED in {@code school_diff} and of their pupils. */
    void tell() {
        database.update(PUPILS, Map.of());
        schools.ofChanged("school_diff");
        students.ofPupilsIn("school_pupil");
    }
}
