package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Evidence of hardship: number and name equal, or a case a person confirmed. Ended evidence stays as history. */
@ApplicationScoped
class EvidenceKeeping {
    private static final String TABLES = """
            create temporary table if not exists affected_student (student_id uuid) on commit delete rows;
            delete from affected_student;
            create temporary table if not exists affected_identity (student_id uuid, identity_index uuid, name text)
              on commit delete rows;
            delete from affected_identity;
            create temporary table if not exists wanted_evidence (student_id uuid, category text, source text, entry_id uuid,
              batch_id uuid, line_no integer, match_kind text, person_index uuid, case_id uuid, since date)
              on commit delete rows;
            delete from wanted_evidence""";

    /** All evidence of a pupil is looked at together: what one register stops proving, another or a decision may prove. */
    private static final String AFFECTED = """
            insert into affected_student
            select s.student_id from touched_person t join pupil_identity s on s.identity_index = t.person_index
            union
            select ev.student_id from touched_person t
            join evidence ev on ev.person_index = t.person_index and ev.valid_to is null
            union
            select mc.student_id from scope_case sc join match_case mc on mc.id = sc.case_id
            where mc.student_id is not null
            union
            select ev.student_id from scope_case sc join evidence ev on ev.case_id = sc.case_id and ev.valid_to is null""";

    /** Kept apart because the planner cannot tell how many of a view's rows a few pupils are, and would read whole registers. */
    private static final String IDENTITIES = """
            insert into affected_identity
            select s.student_id, s.identity_index, s.name
            from affected_student a join pupil_identity s on s.student_id = a.student_id""";

    private static final String WANTED = """
            insert into wanted_evidence
            select distinct on (student_id, category, source) * from (
              select s.student_id, e.category, e.source, e.id, e.batch_id, e.line_no, 'EXACT' as match_kind,
                e.person_index, null::uuid as case_id, e.since
              from affected_identity s
              join register_entry e on e.person_index = s.identity_index and e.name = s.name and e.valid_to is null
              union all
              select mc.student_id, e.category, e.source, e.id, e.batch_id, e.line_no, 'DECIDED',
                mc.person_index, mc.id, e.since
              from affected_student a
              join match_case mc on mc.student_id = a.student_id and mc.state = 'CONFIRMED'
              join register_entry e on e.id = mc.entry_id and e.valid_to is null) w
            order by student_id, category, source, match_kind desc, case_id""";

    private static final String END = """
            with ended as (
              update evidence ev set valid_to = greatest(:asOf::date, ev.valid_from), end_known_from = :now,
                ended_by_batch = :batch, known_to = case when :undoing then :now::timestamptz end
              from affected_student a
              where ev.student_id = a.student_id and ev.valid_to is null
                and not exists (
                  select 1 from wanted_evidence w
                  where w.student_id = ev.student_id and w.category = ev.category and w.source = ev.source
                    and w.match_kind = ev.match_kind and w.case_id is not distinct from ev.case_id)
              returning ev.student_id)
            insert into touched_student select student_id from ended""";

    /** What only the batch being withdrawn had ended goes on. */
    private static final String REOPEN = """
            with again as (
              select distinct on (w.student_id, w.category, w.source) ev.id, ev.valid_to, ev.end_known_from,
                w.entry_id, w.batch_id, w.line_no
              from wanted_evidence w
              join evidence ev on ev.student_id = w.student_id and ev.category = w.category and ev.source = w.source
                and ev.match_kind = w.match_kind and ev.case_id is not distinct from w.case_id
                and ev.ended_by_batch = :batch and ev.known_to is null
              where not exists (
                select 1 from evidence live
                where live.student_id = w.student_id and live.category = w.category and live.source = w.source
                  and live.valid_to is null)
              order by w.student_id, w.category, w.source, ev.end_known_from desc),
            kept as (
              insert into end_taken_back (row_id, valid_to, known_from, known_to, batch_id)
              select id, valid_to, end_known_from, :now, :batch from again),
            reopened as (
              update evidence ev set valid_to = null, end_known_from = null, ended_by_batch = null,
                entry_id = again.entry_id, batch_id = again.batch_id, line_no = again.line_no
              from again where ev.id = again.id
              returning ev.student_id)
            insert into touched_student select student_id from reopened""";

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
                case_id, valid_from, known_from)
              select uuidv7(), w.student_id, w.category, w.source, w.entry_id, w.batch_id, w.line_no, w.match_kind,
                w.person_index, w.case_id, w.since, :now
              from wanted_evidence w
              on conflict do nothing
              returning student_id)
            insert into touched_student select student_id from begun""";

    /** Ended evidence that leant on an entry of a withdrawn batch leans on the entry before it, or never was. */
    private static final String FORGET = """
            with kept as (
              update evidence ev set entry_id = p.id, batch_id = p.batch_id, line_no = p.line_no
              from register_entry e
              join register_entry p on p.person_index = e.person_index and p.source = e.source
                and p.category = e.category and p.valid_to is null
              where e.batch_id = :batch and e.known_to is not null and ev.entry_id = e.id and ev.known_to is null
              returning ev.id)
            update evidence ev set known_to = :now, end_known_from = coalesce(ev.end_known_from, :now)
            from register_entry e
            where e.batch_id = :batch and e.known_to is not null and ev.entry_id = e.id and ev.known_to is null
              and ev.id not in (select id from kept)""";

    @Inject
    Database database;

    /** Needs the scope {@link Cases#reconcile} or {@link Decisions} left in this transaction. */
    void reconcile(Map<String, ?> values) {
        database.execute(TABLES);
        database.analyzeIfMany("affected_student", database.update(AFFECTED, values));
        database.analyzeIfMany("affected_identity", database.update(IDENTITIES, Map.of()));
        database.analyzeIfMany("wanted_evidence", database.update(WANTED, values));
        int changed = database.update(END, values);
        if (Boolean.TRUE.equals(values.get("undoing"))) {
            database.update(REOPEN, values);
        }
        database.update(MOVE, values);
        database.analyzeIfManyChanged("evidence", changed + database.update(BEGIN, values));
    }

    /** Nothing that was ever held for true on the word of a withdrawn batch is held for true any more. */
    void forget(UUID batch, Instant now) {
        database.update(FORGET, Map.of("batch", batch, "now", now));
    }
}
