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
              stages text, kind text, nature text, central boolean, told_central text, refused text, sealed bytea)
              on commit delete rows;
            create temporary table if not exists school_diff (line_no integer, code text, outcome text, change text)
              on commit delete rows;
            create temporary table if not exists school_told (code text) on commit delete rows;
            create temporary table if not exists school_pupil (student_id uuid) on commit delete rows;
            delete from school_stage;
            delete from school_diff;
            delete from school_told;
            delete from school_pupil""";

    private static final String DIFF = """
            insert into school_diff
            select s.line_no, s.code,
              case when s.line_no > min(s.line_no) over (partition by s.code) then 'DUPLICATE' else 'ACCEPTED' end,
              case when s.line_no > min(s.line_no) over (partition by s.code) then null
                   when c.code is null then 'NEW'
                   when (c.name, c.town, c.stages, c.kind, c.nature, c.central, c.told_central) is distinct from
                        (s.name, s.town, string_to_array(s.stages, ','), coalesce(s.kind, c.kind),
                         coalesce(s.nature, c.nature), coalesce(s.central, c.central),
                         coalesce(s.told_central, c.told_central)) then 'CHANGED'
                   else 'SAME' end
            from school_stage s left join school c on c.code = s.code
            where s.refused is null""";

    private static final RowOutcomes.Query OUTCOMES =
            RowOutcomes.Query.of("select line_no, outcome, null as match, change from school_diff");

    /**
     * Lists differ in what they tell; what one leaves out stays known. A school that was withdrawn and comes again goes on
     * counting, for others keep the highest revision they saw.
     */
    private static final String KEEP = """
            insert into school (code, name, stage, town, stages, kind, nature, central, told_central, revision)
            select s.code, s.name, s.stage, s.town, string_to_array(s.stages, ','), s.kind, s.nature,
              coalesce(s.central, c.central, false), s.told_central, coalesce((
                select max((w.after ->> 'revision')::bigint) + 2 from row_change w
                where w.relation = 'school' and w.key = s.code and w.known_to is not null), 1)
            from school_stage s join school_diff d on d.line_no = s.line_no left join school c on c.code = s.code
            where d.change in ('NEW', 'CHANGED')
            on conflict (code) do update set name = excluded.name, stage = excluded.stage, town = excluded.town,
              stages = excluded.stages, kind = coalesce(excluded.kind, school.kind),
              nature = coalesce(excluded.nature, school.nature), central = excluded.central,
              told_central = coalesce(excluded.told_central, school.told_central), revision = school.revision + 1""";

    /** A town without a central school of its own in the list, or with several, leaves its schools without one. */
    private static final String CENTRAL = """
            with belongs as (
              select s.code, coalesce(
                (select min(c.code) from school c where s.told_central in (c.code, c.name) having count(*) = 1),
                (select min(c.code) from school c where c.central and c.town = s.town having count(*) = 1)) as central_code
              from school s),
            moved as (
              update school s set central_code = b.central_code,
                revision = s.revision + case when exists (
                  select 1 from school_diff d where d.code = s.code and d.change in ('NEW', 'CHANGED')) then 0 else 1 end
              from belongs b where b.code = s.code and s.central_code is distinct from b.central_code
              returning s.code)
            insert into school_told
            select code from moved union select code from school_diff where change in ('NEW', 'CHANGED')""";

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
    RowOutcomes outcomes;

    @Inject
    SchoolEvents schools;

    @Inject
    StudentEvents students;

    int merge(Batch batch) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch.id());
        database.update(DIFF, values);
        outcomes.keep(batch, "school_stage", OUTCOMES, values);
        database.update(KEEP, values);
        tell();
        return 0;
    }

    /** Tells of the schools NEW or CHANGED in {@code school_diff} and of their pupils. */
    void tell() {
        database.update(CENTRAL, Map.of());
        database.update(PUPILS, Map.of());
        schools.ofSchoolsIn("school_told");
        students.ofPupilsIn("school_pupil");
    }
}
