package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.Touched;
import cn.gov.zhuozhou.aid.registry.student.StudentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Merges enrolment in {@code student_stage} into the pupils; who is not on a snapshot any more has left. */
@ApplicationScoped
class StudentMerge {
    static final String STAGE = """
            create temporary table if not exists student_stage (line_no integer, student_number_index uuid,
              student_number_sealed bytea, identity_index uuid, identity_sealed bytea, name text, sex text, birth_date date,
              school_code text, stage text, grade integer, class_name text, boarding boolean, enrolment_state text,
              left_behind boolean, household_kind text, household_town text, household_village text, guardian_name text,
              guardian_relation text, guardian_identity_index uuid, guardian_identity_sealed bytea, row_hash bytea,
              refused text, sealed bytea) on commit delete rows;
            create temporary table if not exists student_diff (line_no integer, student_number_index uuid, outcome text,
              change text, student_id uuid) on commit delete rows;
            create temporary table if not exists student_change (student_id uuid, old_identity uuid, new_identity uuid,
              old_guardian uuid, new_guardian uuid) on commit delete rows;
            delete from student_stage;
            delete from student_diff;
            delete from student_change""";

    private static final String DIFF = """
            insert into student_diff
            with repeated as (
              select student_number_index, case when :snapshot then min(line_no) else max(line_no) end as taken_line
              from student_stage
              where refused is null group by student_number_index having count(*) > 1)
            select s.line_no, s.student_number_index,
              case when s.line_no <> r.taken_line then 'DUPLICATE' else 'ACCEPTED' end,
              case when s.line_no <> r.taken_line then null
                   when p.id is null then 'NEW'
                   when p.row_hash = s.row_hash then 'SAME'
                   when b.as_of > :asOf then 'STALE'
                   else 'CHANGED' end,
              p.id
            from student_stage s
            left join repeated r on r.student_number_index = s.student_number_index
            left join student p on p.student_number_index = s.student_number_index
            left join feed_batch b on b.id = p.batch_id
            where s.refused is null""";

    private static final String ROWS = """
            insert into feed_row (batch_id, line_no, outcome, match, change, reasons, sealed)
            select :batch, s.line_no, coalesce(d.outcome, 'REFUSED'),
              case when d.outcome = 'ACCEPTED' then 'MATCHED' end, d.change,
              string_to_array(s.refused, chr(10)), s.sealed
            from student_stage s left join student_diff d on d.line_no = s.line_no""";

    private static final String CHANGE = """
            with changed as (
              update student p set student_number_sealed = s.student_number_sealed, identity_index = s.identity_index,
                identity_sealed = s.identity_sealed, name = s.name, sex = s.sex, birth_date = s.birth_date,
                school_code = s.school_code, stage = s.stage, grade = s.grade, class_name = s.class_name,
                boarding = s.boarding, enrolment_state = s.enrolment_state, left_behind = s.left_behind,
                household_kind = s.household_kind, household_town = s.household_town,
                household_village = s.household_village, guardian_name = s.guardian_name,
                guardian_relation = s.guardian_relation, guardian_identity_index = s.guardian_identity_index,
                guardian_identity_sealed = s.guardian_identity_sealed, row_hash = s.row_hash,
                revision = p.revision + 1, batch_id = :batch
              from student_stage s join student_diff d on d.line_no = s.line_no
              where d.change = 'CHANGED' and p.id = d.student_id
              returning new.id, old.identity_index, new.identity_index, old.guardian_identity_index,
                new.guardian_identity_index)
            insert into student_change select * from changed""";

    private static final String BEGIN = """
            with begun as (
              insert into student (id, student_number_index, student_number_sealed, identity_index, identity_sealed, name, sex,
                birth_date, school_code, stage, grade, class_name, boarding, enrolment_state, left_behind, household_kind,
                household_town, household_village, guardian_name, guardian_relation, guardian_identity_index,
                guardian_identity_sealed, row_hash, revision, batch_id)
              select uuidv7(), s.student_number_index, s.student_number_sealed, s.identity_index, s.identity_sealed, s.name,
                s.sex, s.birth_date, s.school_code, s.stage, s.grade, s.class_name, s.boarding, s.enrolment_state,
                s.left_behind, s.household_kind, s.household_town, s.household_village, s.guardian_name,
                s.guardian_relation, s.guardian_identity_index, s.guardian_identity_sealed, s.row_hash, 1, :batch
              from student_stage s join student_diff d on d.line_no = s.line_no
              where d.change = 'NEW'
              returning id, identity_index, guardian_identity_index)
            insert into student_change
            select id, null, identity_index, null, guardian_identity_index from begun""";

    private static final String LEAVE = """
            with gone as (
              update student p set enrolment_state = 'LEFT', row_hash = '', revision = p.revision + 1, batch_id = :batch
              where p.enrolment_state in ('IN_SCHOOL', 'SUSPENDED')
                and not exists (select 1 from student_diff d where d.student_number_index = p.student_number_index)
              returning p.id, p.identity_index, p.guardian_identity_index)
            insert into student_change
            select id, identity_index, identity_index, guardian_identity_index, guardian_identity_index from gone""";

    private static final String TOUCH_PERSONS = """
            insert into touched_person
            select old_identity from student_change where old_identity is not null
            union
            select new_identity from student_change where new_identity is not null""";

    private static final String TOUCH_HOUSEHOLDS = """
            insert into touched_household
            select distinct e.source, e.household_index
            from (select old_guardian as head from student_change union select new_guardian from student_change) g
            join register_entry e on e.head_index = g.head and e.valid_to is null
            where e.household_index is not null""";

    @Inject
    Database database;

    @Inject
    Touched touched;

    @Inject
    Matching matching;

    @Inject
    IdentifiedMerge identified;

    @Inject
    StudentEvents events;

    /** Merges the staged rows; returns how many pupils have left. */
    int merge(Batch batch) {
        touched.begin();
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch.id());
        values.put("asOf", batch.asOf());
        values.put("snapshot", batch.isSnapshot());
        database.analyzeIfMany("student_diff", database.update(DIFF, values));
        database.update(ROWS, values);
        int gone = batch.isSnapshot() ? database.update(LEAVE, values) : 0;
        int changed = gone + database.update(CHANGE, values) + database.update(BEGIN, values);
        database.analyzeIfMany("student_change", changed);
        database.analyzeIfMany("student", changed);
        database.update("insert into touched_student select student_id from student_change", values);
        database.update(TOUCH_PERSONS, values);
        database.update(TOUCH_HOUSEHOLDS, values);
        identified.materialise();
        matching.reconcile(batch.id(), batch.asOf());
        events.ofPupilsIn("student_change");
        return gone;
    }
}
