package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Merges the list of a semester's identified pupils; rows wait for their pupil where enrolment has not come yet. */
@ApplicationScoped
public class IdentifiedMerge {
    static final String STAGE = """
            create temporary table if not exists identified_stage (line_no integer, student_number_index uuid, name text,
              level text, categories text, row_hash bytea, refused text, sealed bytea, ended boolean) on commit delete rows;
            create temporary table if not exists identified_diff (line_no integer, student_number_index uuid, outcome text,
              change text) on commit delete rows;
            delete from identified_stage;
            delete from identified_diff""";

    private static final String DIFF = """
            insert into identified_diff
            with repeated as (
              select student_number_index, case when :snapshot then min(line_no) else max(line_no) end as taken_line
              from identified_stage
              where refused is null group by student_number_index having count(*) > 1)
            select s.line_no, s.student_number_index,
              case when s.line_no <> r.taken_line then 'DUPLICATE' else 'ACCEPTED' end,
              case when s.line_no <> r.taken_line then null
                   when s.ended then case when i.student_number_index is null then 'SAME' else 'GONE' end
                   when i.student_number_index is null then 'NEW'
                   when i.row_hash = s.row_hash then 'SAME'
                   else 'CHANGED' end
            from identified_stage s
            left join repeated r on r.student_number_index = s.student_number_index
            left join identified_entry i on i.student_number_index = s.student_number_index and i.semester = :semester
            where s.refused is null""";

    private static final RowOutcomes.Query OUTCOMES = RowOutcomes.Query.of("""
            select d.line_no, d.outcome, d.change,
              case when d.outcome <> 'ACCEPTED' then null
                   when p.known is null then 'NO_PUPIL'
                   when p.known then 'MATCHED'
                   else 'NAME_CONFLICT' end as match
            from identified_stage s
            join identified_diff d on d.line_no = s.line_no
            left join lateral (
              select bool_or(p.name = s.name) as known
              from student_number_holder h join student p on p.id = h.student_id
              where h.student_number_index = s.student_number_index) p on true""");

    private static final String FORGET = """
            delete from identified_entry i
            where i.semester = :semester and not exists (
              select 1 from identified_diff d where d.student_number_index = i.student_number_index)""";

    private static final String FORGET_ENDED = """
            delete from identified_entry i using identified_diff d
            where i.semester = :semester and d.student_number_index = i.student_number_index and d.change = 'GONE'""";

    private static final String KEEP = """
            insert into identified_entry (student_number_index, semester, name, level, categories, row_hash, batch_id, line_no)
            select s.student_number_index, :semester, s.name, s.level, string_to_array(s.categories, ','), s.row_hash, :batch,
              s.line_no
            from identified_stage s join identified_diff d on d.line_no = s.line_no
            where d.change in ('NEW', 'CHANGED')
            on conflict (student_number_index, semester) do update set name = excluded.name, level = excluded.level,
              categories = excluded.categories, row_hash = excluded.row_hash, batch_id = excluded.batch_id,
              line_no = excluded.line_no""";

    private static final String WITHDRAW = """
            with withdrawn as (
              delete from prior_identification pi
              where not exists (
                select 1 from identified_entry i
                join student_number_holder h on h.student_number_index = i.student_number_index
                where h.student_id = pi.student_id and i.semester = pi.semester)
              returning pi.student_id)
            insert into touched_student select student_id from withdrawn""";

    /** Of several numbers of one person, the one in use counts. */
    private static final String MATERIALISE = """
            with written as (
              insert into prior_identification (student_id, semester, level, categories, batch_id)
              select distinct on (h.student_id, i.semester) h.student_id, i.semester, i.level, i.categories, i.batch_id
              from identified_entry i join student_number_holder h on h.student_number_index = i.student_number_index
              order by h.student_id, i.semester, h.rank, i.student_number_index
              on conflict (student_id, semester) do update
                set level = excluded.level, categories = excluded.categories, batch_id = excluded.batch_id
                where (prior_identification.level, prior_identification.categories)
                  is distinct from (excluded.level, excluded.categories)
              returning student_id)
            insert into touched_student select student_id from written""";

    @Inject
    Database database;

    @Inject
    RowOutcomes outcomes;

    @Inject
    Touched touched;

    @Inject
    Matching matching;

    /** Merges the staged rows; returns how many pupils are no longer on the semester's list. */
    int merge(Batch batch) {
        touched.begin();
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch.id());
        values.put("semester", batch.semester());
        values.put("snapshot", batch.isSnapshot());
        database.analyzeIfMany("identified_diff", database.update(DIFF, values));
        outcomes.keep(batch, "identified_stage", OUTCOMES, values);
        int gone = batch.isSnapshot() ? database.update(FORGET, values) : 0;
        database.update(FORGET_ENDED, values);
        database.update(KEEP, values);
        materialise();
        matching.reconcile(batch.id(), batch.asOf());
        return gone;
    }

    /** Brings {@code prior_identification} in line with the lists and the pupils known now. */
    public void materialise() {
        database.update(WITHDRAW, Map.of());
        database.update(MATERIALISE, Map.of());
    }
}
