package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.Touched;
import cn.gov.zhuozhou.aid.registry.school.SchoolEvents;
import cn.gov.zhuozhou.aid.registry.student.StudentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes a batch back as if it had never come. What registers and evidence said on its word stays readable for the time it was
 * held for true; rows of pupils and lists get the values they had before, except where a person has changed them since.
 */
@ApplicationScoped
class Undo {
    private static final String ENTRIES_NEVER_WERE = """
            with withdrawn as (
              update register_entry e set valid_to = coalesce(e.valid_to, e.valid_from), known_to = :now,
                end_known_from = coalesce(e.end_known_from, :now)
              where e.batch_id = :batch and e.source = :source and e.known_to is null
              returning e.person_index, e.household_index),
            persons as (insert into touched_person select distinct person_index from withdrawn)
            insert into touched_household
            select distinct :source, household_index from withdrawn where household_index is not null""";

    private static final String ENTRIES_GO_ON = """
            with again as (
              select id, valid_to, end_known_from from register_entry
              where ended_by_batch = :batch and source = :source and known_to is null),
            kept as (
              insert into end_taken_back (row_id, valid_to, known_from, known_to, batch_id)
              select id, valid_to, coalesce(end_known_from, '-infinity'), :now, :batch from again),
            reopened as (
              update register_entry e set valid_to = null, end_known_from = null, ended_by_batch = null
              from again where e.id = again.id
              returning e.person_index, e.household_index),
            persons as (insert into touched_person select distinct person_index from reopened)
            insert into touched_household
            select distinct :source, household_index from reopened where household_index is not null""";

    private static final String REFUSED_HOUSEHOLDS = """
            insert into touched_household
            select distinct r.source, r.household_index from refused_member r where r.batch_id = :batch
            union
            select c.before ->> 'source', (c.before ->> 'household_index')::uuid from row_change c
            where c.batch_id = :batch and c.relation = 'refused_member' and c.act = 'DELETED'""";

    private static final String HOUSEHOLDS = """
            update household h set area = e.area, town = e.town, village = e.village
            from (
              select distinct on (r.source, r.household_index) r.source, r.household_index, r.area, r.town, r.village
              from touched_household t
              join register_entry r
                on r.household_index = t.household_index and r.source = t.source and r.valid_to is null
              order by r.source, r.household_index, r.valid_from desc, r.line_no) e
            where h.household_index = e.household_index and h.source = e.source
              and (h.area, h.town, h.village) is distinct from (e.area, e.town, e.village)""";

    private static final String PUPILS_BEFORE = """
            insert into student_change (student_id, old_identity, old_guardian, old_second_guardian)
            select s.id, s.identity_index, s.guardian_identity_index, s.second_guardian_identity_index
            from (select distinct key from row_change where batch_id = :batch and relation = 'student') c
            join student s on s.id = c.key::uuid""";

    private static final String PUPILS_NEVER_WERE = """
            update student s set enrolment_state = 'LEFT', identity_index = null, identity_sealed = null,
              guardian_identity_index = null, guardian_identity_sealed = null, second_guardian_identity_index = null,
              second_guardian_identity_sealed = null, row_hash = '', withdrawn_by = :batch,
              revision = s.revision + 1
            from row_undone u where u.brought and u.key = s.id::text""";

    private static final String FORMER_NUMBERS = """
            with forgotten as (delete from former_identifier where batch_id = :batch returning identifier_index, kind)
            insert into touched_person select identifier_index from forgotten where kind = 'IDENTITY'""";

    private static final String PUPILS_AFTER = """
            update student_change c set new_identity = s.identity_index, new_guardian = s.guardian_identity_index,
              new_second_guardian = s.second_guardian_identity_index
            from student s where s.id = c.student_id""";

    private static final String SCHOOLS = """
            insert into school_diff (code, change)
            select distinct key, 'CHANGED' from row_change where batch_id = :batch and relation = 'school'""";

    private static final String POSTED_AT = """
            select 1 from public_notice n join row_change c on c.key = n.school_code
            where c.batch_id = :batch and c.relation = 'school' and c.act = 'INSERTED' limit 1""";

    @Inject
    Database database;

    @Inject
    Touched touched;

    @Inject
    Matching matching;

    @Inject
    StudentMerge students;

    @Inject
    StudentEvents studentEvents;

    @Inject
    IdentifiedMerge identified;

    @Inject
    SchoolMerge schools;

    @Inject
    SchoolEvents schoolEvents;

    @Inject
    BusinessClock clock;

    /** In the caller's transaction, which has its turn; leaves the pupils concerned in {@code touched_student}. */
    void undo(Batch batch) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch.id());
        values.put("source", batch.source().code());
        values.put("now", clock.now());
        touched.begin();
        switch (batch.source()) {
            case SCHOOLS -> undoSchools(batch, values);
            case ENROLMENT -> undoEnrolment(batch, values);
            case IDENTIFIED -> undoIdentified(batch, values);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> undoRegister(batch, values);
        }
        database.update("update row_change set known_to = :now where batch_id = :batch and known_to is null", values);
    }

    private void undoRegister(Batch batch, Map<String, Object> values) {
        database.update(ENTRIES_NEVER_WERE, values);
        database.update(ENTRIES_GO_ON, values);
        database.update(REFUSED_HOUSEHOLDS, values);
        database.update("call undo_row_changes(:batch, 'refused_member', false, 'batch_id', 'line_no')", values);
        database.update(HOUSEHOLDS, values);
        matching.reconcileWithout(batch.id());
    }

    private void undoEnrolment(Batch batch, Map<String, Object> values) {
        database.execute(StudentMerge.STAGE);
        int changed = database.update(PUPILS_BEFORE, values);
        database.update("call undo_row_changes(:batch, 'student', true, 'id')", values);
        database.update(PUPILS_NEVER_WERE, values);
        database.update(FORMER_NUMBERS, values);
        database.update("delete from enrolment_change where batch_id = :batch", values);
        database.update(PUPILS_AFTER, values);
        database.analyzeIfMany("student_change", changed);
        students.touch();
        matching.reconcileWithout(batch.id());
        studentEvents.ofPupilsIn("student_change");
    }

    private void undoIdentified(Batch batch, Map<String, Object> values) {
        database.update(
                "call undo_row_changes(:batch, 'identified_entry', false, 'student_number_index', 'semester')", values);
        identified.materialise();
        matching.reconcileWithout(batch.id());
    }

    private void undoSchools(Batch batch, Map<String, Object> values) {
        if (database.first(POSTED_AT, values, row -> row.getInt(1)).isPresent()) {
            throw new ProblemException(RegistryProblem.SCHOOL_IN_USE);
        }
        database.execute(SchoolMerge.STAGE);
        database.update(SCHOOLS, values);
        schoolEvents.ofWithdrawn(batch.id());
        database.update("call undo_row_changes(:batch, 'school', false, 'code')", values);
        schools.tell();
    }
}
