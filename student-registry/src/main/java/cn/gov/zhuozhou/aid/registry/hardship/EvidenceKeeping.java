package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Evidence of hardship: number and name equal, or a case a person confirmed. Ended evidence stays as history. */
@ApplicationScoped
class EvidenceKeeping {
    private static final String TABLES = """
            create temporary table if not exists wanted_evidence (student_id uuid, category text, source text, entry_id uuid,
              batch_id uuid, line_no integer, match_kind text, person_index uuid, case_id uuid, since date)
              on commit delete rows;
            delete from wanted_evidence""";

    private static final String WANTED = """
            insert into wanted_evidence
            select distinct on (student_id, category, source) * from (
              select s.student_id, e.category, e.source, e.id, e.batch_id, e.line_no, 'EXACT' as match_kind,
                e.person_index, null::uuid, e.since
              from touched_person t
              join register_entry e on e.person_index = t.person_index and e.valid_to is null
              join pupil_identity s on s.identity_index = e.person_index and s.name = e.name
              union all
              select mc.student_id, e.category, e.source, e.id, e.batch_id, e.line_no, 'DECIDED',
                mc.person_index, mc.id, e.since
              from scope_case sc
              join match_case mc on mc.id = sc.case_id and mc.state = 'CONFIRMED' and mc.student_id is not null
              join register_entry e on e.id = mc.entry_id and e.valid_to is null) w
            order by student_id, category, source, match_kind desc""";

    private static final String END = """
            with ended as (
              update evidence ev set valid_to = greatest(:asOf::date, ev.valid_from)
              where ev.valid_to is null
                and (exists (select 1 from touched_person t where t.person_index = ev.person_index)
                     and ev.match_kind = 'EXACT'
                     or exists (select 1 from scope_case sc where sc.case_id = ev.case_id))
                and not exists (
                  select 1 from wanted_evidence w
                  where w.student_id = ev.student_id and w.category = ev.category and w.source = ev.source
                    and w.match_kind = ev.match_kind and w.case_id is not distinct from ev.case_id)
              returning ev.student_id)
            insert into touched_student select student_id from ended""";

    /** The register's row is another one now and may say something else, such as that the certificate has ended. */
    private static final String MOVE = """
            with moved as (
              update evidence ev set entry_id = w.entry_id, batch_id = w.batch_id, line_no = w.line_no
              from wanted_evidence w
              where ev.valid_to is null and ev.student_id = w.student_id and ev.category = w.category
                and ev.source = w.source and ev.entry_id <> w.entry_id
              returning ev.student_id)
            insert into touched_student select student_id from moved""";

    private static final String BEGIN = """
            with begun as (
              insert into evidence (id, student_id, category, source, entry_id, batch_id, line_no, match_kind, person_index,
                case_id, valid_from)
              select uuidv7(), w.student_id, w.category, w.source, w.entry_id, w.batch_id, w.line_no, w.match_kind,
                w.person_index, w.case_id, w.since
              from wanted_evidence w
              on conflict do nothing
              returning student_id)
            insert into touched_student select student_id from begun""";

    @Inject
    Database database;

    /** Needs the scope {@link Cases#reconcile} or {@link Decisions} left in this transaction. */
    void reconcile(Map<String, ?> values) {
        database.execute(TABLES);
        database.analyzeIfMany("wanted_evidence", database.update(WANTED, values));
        database.update(END, values);
        database.update(MOVE, values);
        database.update(BEGIN, values);
    }
}
