package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.Touched;
import cn.gov.zhuozhou.aid.registry.student.StudentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Merges enrolment in {@code student_stage} into the pupils; who is not on a snapshot any more has left, unless his row was
 * only refused. Who moved between schools of the county is one pupil in another school, though he may stand on the file twice,
 * as gone from one and present in the other; a pupil given another student number stays the same pupil.
 */
@ApplicationScoped
class StudentMerge {
    static final String STAGE = """
            create temporary table if not exists student_stage (line_no integer, student_number_index uuid,
              student_number_sealed bytea, identity_index uuid, identity_sealed bytea, entered_index uuid,
              entered_sealed bytea, name text, sex text, birth_date date, school_code text, stage text, grade integer,
              class_name text, boarding boolean, enrolment_state text, entry_mode text, disability text,
              left_behind boolean, household_kind text, household_town text, household_village text, guardian_name text,
              guardian_relation text, guardian_legal boolean, guardian_identity_index uuid, guardian_identity_sealed bytea,
              second_guardian_name text, second_guardian_relation text, second_guardian_legal boolean,
              second_guardian_identity_index uuid, second_guardian_identity_sealed bytea, row_hash bytea,
              refused text, sealed bytea) on commit delete rows;
            create temporary table if not exists student_diff (line_no integer, student_number_index uuid, outcome text,
              change text, student_id uuid) on commit delete rows;
            create temporary table if not exists student_change (student_id uuid, old_identity uuid, new_identity uuid,
              old_guardian uuid, new_guardian uuid, old_second_guardian uuid, new_second_guardian uuid)
              on commit delete rows;
            delete from student_stage;
            delete from student_diff;
            delete from student_change""";

    /** Of several rows of one number, the first that has the pupil at school; in a list of changes the last. */
    private static final String DIFF = """
            insert into student_diff
            with repeated as (
              select student_number_index from student_stage
              where refused is null group by student_number_index having count(*) > 1),
            kept as (
              select distinct on (s.student_number_index) s.student_number_index, s.line_no
              from repeated r join student_stage s on s.student_number_index = r.student_number_index
              where s.refused is null
              order by s.student_number_index, (:snapshot and s.enrolment_state in ('IN_SCHOOL', 'SUSPENDED')) desc,
                case when :snapshot then s.line_no else -s.line_no end)
            select s.line_no, s.student_number_index,
              case when s.line_no <> k.line_no then 'DUPLICATE' else 'ACCEPTED' end,
              case when s.line_no <> k.line_no then null
                   when p.id is null or p.withdrawn_by is not null then 'NEW'
                   when p.row_hash = s.row_hash then 'SAME'
                   else 'CHANGED' end,
              p.id
            from student_stage s
            left join kept k on k.student_number_index = s.student_number_index
            left join student p on p.student_number_index = s.student_number_index and p.merged_into is null
            where s.refused is null""";

    /** A number nobody bears now may have been somebody's before, or be that of a record merged into another. */
    private static final String FORMER_NUMBERS = """
            update student_diff d set student_id = p.id,
              change = case when p.row_hash = s.row_hash then 'SAME' else 'CHANGED' end
            from student_stage s
            join student_number_holder h on h.student_number_index = s.student_number_index and h.rank > 0
            join student p on p.id = h.student_id
            where s.line_no = d.line_no and d.change = 'NEW' and d.student_id is null""";

    /**
     * Both numbers of a merged pupil on one file: the row that has him at school counts, then the one of the number in use. In a
     * list of changes it is the last.
     */
    private static final String ONE_ROW_EACH = """
            with twice as (
              select student_id from student_diff where outcome = 'ACCEPTED' and student_id is not null
              group by student_id having count(*) > 1),
            kept as (
              select distinct on (d.student_id) d.student_id, d.line_no
              from twice t join student_diff d on d.student_id = t.student_id and d.outcome = 'ACCEPTED'
              join student_stage s on s.line_no = d.line_no
              join student p on p.id = d.student_id
              order by d.student_id, (:snapshot and s.enrolment_state in ('IN_SCHOOL', 'SUSPENDED')) desc,
                (:snapshot and p.student_number_index = d.student_number_index) desc,
                case when :snapshot then d.line_no else -d.line_no end)
            update student_diff d set outcome = 'DUPLICATE', change = null
            from kept k where k.student_id = d.student_id and d.outcome = 'ACCEPTED' and d.line_no <> k.line_no""";

    /**
     * A new student number in place of the one before, as when the formal follows the temporary: the same identity number and
     * name, the old number no longer on the file, and nobody else it could be. Of that, a list of changes is no proof.
     */
    private static final String NEW_NUMBERS = """
            with same_person as (
              select d.line_no, p.id, count(*) over (partition by d.line_no) as pupils,
                count(*) over (partition by p.id) as rows
              from student_diff d
              join student_stage s on s.line_no = d.line_no
              join student p on p.identity_index = s.identity_index and p.name = s.name and p.merged_into is null
              where d.change = 'NEW' and d.student_id is null
                and not exists (select 1 from student_stage o where o.student_number_index = p.student_number_index)
                and not exists (select 1 from student_diff o where o.student_id = p.id))
            update student_diff d set student_id = f.id, change = 'CHANGED'
            from same_person f where f.line_no = d.line_no and f.pupils = 1 and f.rows = 1""";

    /** What a person has recorded, or other rows have told, of a later day is not overruled. */
    private static final String OUTDATED = """
            update student_diff d set change = 'STALE'
            from student p left join feed_batch b on b.id = p.batch_id
            where d.change = 'CHANGED' and p.id = d.student_id and (b.as_of > :asOf or exists (
              select 1 from enrolment_change e
              where e.student_id = p.id and e.valid_from > :asOf and e.batch_id is null))""";

    private static final RowOutcomes.Query OUTCOMES = RowOutcomes.Query.of("""
            select line_no, outcome, case when outcome = 'ACCEPTED' then 'MATCHED' end as match, change from student_diff""");

    private static final String REMEMBER_NUMBERS = """
            with changed as (
              select p.*, s.identity_index as new_identity, s.student_number_index as new_number
              from student_diff d
              join student_stage s on s.line_no = d.line_no
              join student p on p.id = d.student_id
              where d.change = 'CHANGED'),
            former as (
              select id, 'IDENTITY' as kind, identity_index as number, identity_sealed as sealed, name from changed
              where identity_index is not null and identity_index is distinct from new_identity
              union all
              select id, 'STUDENT_NUMBER', student_number_index, student_number_sealed, name from changed
              where student_number_index <> new_number)
            insert into former_identifier (id, student_id, holder_id, kind, identifier_index, sealed, name, valid_from,
              valid_to, batch_id)
            select uuidv7(), f.id, f.id, f.kind, f.number, f.sealed, f.name,
              (select max(b.valid_to) from former_identifier b where b.student_id = f.id and b.kind = f.kind), :asOf, :batch
            from former f""";

    /** The identity number in a student number stays when the pupil is given another one. */
    private static final String REMEMBER_ENTERED = """
            insert into former_identifier (id, student_id, holder_id, kind, identifier_index, sealed, name, valid_to, batch_id)
            select uuidv7(), p.id, p.id, 'IDENTITY', s.entered_index, s.entered_sealed, p.name, :asOf, :batch
            from student_stage s
            join student_diff d on d.line_no = s.line_no and d.change in ('NEW', 'CHANGED')
            join student p on p.student_number_index = s.student_number_index and p.merged_into is null
            where s.entered_index is not null and not exists (
              select 1 from former_identifier f
              where f.student_id = p.id and f.identifier_index = s.entered_index and f.kind = 'IDENTITY')""";

    private static final String CHANGE = """
            with changed as (
              update student p set student_number_index = s.student_number_index,
                student_number_sealed = s.student_number_sealed, identity_index = s.identity_index,
                identity_sealed = s.identity_sealed, name = s.name, sex = s.sex, birth_date = s.birth_date,
                school_code = s.school_code, stage = s.stage, grade = s.grade, class_name = s.class_name,
                boarding = s.boarding, enrolment_state = s.enrolment_state, entry_mode = s.entry_mode,
                disability = s.disability, left_behind = s.left_behind, household_kind = s.household_kind,
                household_town = s.household_town, household_village = s.household_village,
                guardian_name = s.guardian_name, guardian_relation = s.guardian_relation,
                guardian_legal = s.guardian_legal, guardian_identity_index = s.guardian_identity_index,
                guardian_identity_sealed = s.guardian_identity_sealed, second_guardian_name = s.second_guardian_name,
                second_guardian_relation = s.second_guardian_relation, second_guardian_legal = s.second_guardian_legal,
                second_guardian_identity_index = s.second_guardian_identity_index,
                second_guardian_identity_sealed = s.second_guardian_identity_sealed, row_hash = s.row_hash,
                revision = p.revision + 1, batch_id = :batch, withdrawn_by = null
              from student_stage s join student_diff d on d.line_no = s.line_no
              where d.change in ('CHANGED', 'NEW') and p.id = d.student_id
              returning new.id, old.identity_index, new.identity_index, old.guardian_identity_index,
                new.guardian_identity_index, old.second_guardian_identity_index, new.second_guardian_identity_index)
            insert into student_change select * from changed""";

    private static final String BEGIN = """
            with begun as (
              insert into student (id, student_number_index, student_number_sealed, identity_index, identity_sealed, name, sex,
                birth_date, school_code, stage, grade, class_name, boarding, enrolment_state, entry_mode, disability,
                left_behind, household_kind, household_town, household_village, guardian_name, guardian_relation,
                guardian_legal, guardian_identity_index, guardian_identity_sealed, second_guardian_name,
                second_guardian_relation, second_guardian_legal, second_guardian_identity_index,
                second_guardian_identity_sealed, row_hash, revision, batch_id)
              select uuidv7(), s.student_number_index, s.student_number_sealed, s.identity_index, s.identity_sealed, s.name,
                s.sex, s.birth_date, s.school_code, s.stage, s.grade, s.class_name, s.boarding, s.enrolment_state,
                s.entry_mode, s.disability, s.left_behind, s.household_kind, s.household_town, s.household_village,
                s.guardian_name, s.guardian_relation, s.guardian_legal, s.guardian_identity_index,
                s.guardian_identity_sealed, s.second_guardian_name, s.second_guardian_relation,
                s.second_guardian_legal, s.second_guardian_identity_index, s.second_guardian_identity_sealed,
                s.row_hash, 1, :batch
              from student_stage s join student_diff d on d.line_no = s.line_no
              where d.change = 'NEW' and d.student_id is null
              returning id, identity_index, guardian_identity_index, second_guardian_identity_index)
            insert into student_change
            select id, null, identity_index, null, guardian_identity_index, null, second_guardian_identity_index
            from begun""";

    private static final String LEAVE = """
            with gone as (
              update student p set enrolment_state = 'LEFT', row_hash = '', revision = p.revision + 1, batch_id = :batch
              where p.enrolment_state in ('IN_SCHOOL', 'SUSPENDED') and p.merged_into is null
                and not exists (select 1 from student_diff d where d.student_id = p.id)
                and not exists (select 1 from student_stage s
                                where s.student_number_index = p.student_number_index and s.refused is not null)
                and not exists (select 1 from feed_batch b where b.id = p.batch_id and b.as_of > :asOf)
                and not exists (select 1 from enrolment_change e
                                where e.student_id = p.id and e.valid_from > :asOf and e.batch_id is null)
              returning p.id, p.identity_index, p.guardian_identity_index, p.second_guardian_identity_index)
            insert into student_change
            select id, identity_index, identity_index, guardian_identity_index, guardian_identity_index,
              second_guardian_identity_index, second_guardian_identity_index
            from gone""";

    private static final String HISTORY = """
            insert into enrolment_change (id, student_id, valid_from, school_code, stage, grade, class_name, boarding, state,
              batch_id, recorded_at)
            select uuidv7(), p.id, :asOf, p.school_code, p.stage, p.grade, p.class_name, p.boarding, p.enrolment_state,
              :batch, :now
            from student_change c
            join student p on p.id = c.student_id
            left join lateral (
              select e.school_code, e.stage, e.grade, e.class_name, e.boarding, e.state from enrolment_change e
              where e.student_id = p.id order by e.valid_from desc, e.id desc limit 1) l on true
            where (l.school_code, l.stage, l.grade, l.class_name, l.boarding, l.state) is distinct from
              (p.school_code, p.stage, p.grade, p.class_name, p.boarding, p.enrolment_state)""";

    private static final String TOUCH_PERSONS = """
            insert into touched_person
            select old_identity from student_change where old_identity is not null
            union
            select new_identity from student_change where new_identity is not null
            union
            select f.identifier_index from former_identifier f join student_change c on c.student_id = f.holder_id
            where f.kind = 'IDENTITY'""";

    private static final String TOUCH_HOUSEHOLDS = """
            insert into touched_household
            select distinct e.source, e.household_index
            from (select old_guardian as head from student_change union select new_guardian from student_change
                  union select old_second_guardian from student_change
                  union select new_second_guardian from student_change) g
            join register_entry e on e.head_index = g.head and e.valid_to is null
            where e.household_index is not null""";

    @Inject
    Database database;

    @Inject
    RowOutcomes outcomes;

    @Inject
    Touched touched;

    @Inject
    Matching matching;

    @Inject
    IdentifiedMerge identified;

    @Inject
    StudentEvents events;

    @Inject
    BusinessClock clock;

    /** Merges the staged rows; returns how many pupils have left because a snapshot does not name them. */
    int merge(Batch batch) {
        touched.begin();
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch.id());
        values.put("asOf", batch.asOf());
        values.put("snapshot", batch.isSnapshot());
        values.put("now", clock.now());
        database.analyzeIfMany("student_diff", database.update(DIFF, values));
        if (database.update(FORMER_NUMBERS, values) > 0) {
            database.update(ONE_ROW_EACH, values);
        }
        if (batch.isSnapshot()) {
            database.update(NEW_NUMBERS, values);
        }
        database.update(OUTDATED, values);
        outcomes.keep(batch, "student_stage", OUTCOMES, values);
        database.update(REMEMBER_NUMBERS, values);
        int gone = batch.isSnapshot() ? database.update(LEAVE, values) : 0;
        int changed = gone + database.update(CHANGE, values) + database.update(BEGIN, values);
        database.analyzeIfManyChanged("student", changed);
        database.analyzeIfMany("student_change", changed);
        database.update(REMEMBER_ENTERED, values);
        database.analyzeIfManyChanged("enrolment_change", database.update(HISTORY, values));
        if (changed > 0) {
            touch();
        }
        events.ofPupilsIn("student_change");
        matching.reconcile(batch.id(), batch.asOf());
        return gone;
    }

    /** What hangs on the pupils in {@code student_change}, as they were and as they are. */
    void touch() {
        Map<String, Object> values = Map.of();
        database.update("insert into touched_student select student_id from student_change", values);
        database.update(TOUCH_PERSONS, values);
        database.update(TOUCH_HOUSEHOLDS, values);
        identified.materialise();
    }
}
