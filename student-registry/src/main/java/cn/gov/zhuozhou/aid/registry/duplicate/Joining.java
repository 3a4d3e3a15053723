package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.feed.FeedMerges;
import cn.gov.zhuozhou.aid.registry.feed.IdentifiedMerge;
import cn.gov.zhuozhou.aid.registry.hardship.PupilMatching;
import cn.gov.zhuozhou.aid.registry.student.StudentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings two records together and apart, in the caller's transaction. */
@ApplicationScoped
class Joining {
    /** What enrolment files say of a pupil. */
    private static final String TOLD = """
            student_number_index, student_number_sealed, identity_index, identity_sealed, name, sex, birth_date, school_code, stage,
            grade, class_name, boarding, enrolment_state, entry_mode, disability, left_behind, household_kind, household_town,
            household_village, guardian_name, guardian_relation, guardian_legal, guardian_identity_index,
            guardian_identity_sealed, second_guardian_name, second_guardian_relation, second_guardian_legal,
            second_guardian_identity_index, second_guardian_identity_sealed, batch_id""";

    private static final String KEEP = """
            update student_merge set
              last_change = (select id from enrolment_change where student_id = :survivor order by id desc limit 1),
              survivor_before = (select to_jsonb(p) from student p where p.id = :survivor),
              cases_before = (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'student_id', c.student_id,
                'state', c.state)), '[]') from match_case c
                where c.student_id in (:survivor, :absorbed) and c.state <> 'CLOSED')
            where id = :merge""";

    /** The same matter, decided of the one and not yet of the other, is decided. */
    private static final String GIVE_WAY = """
            update match_case o set state = 'CLOSED', version = o.version + 1
            from match_case c
            where c.student_id = :absorbed and c.state in ('CONFIRMED', 'REJECTED')
              and o.student_id = :survivor and o.state = 'OPEN' and o.kind = c.kind and o.source = c.source
              and o.person_index = c.person_index""";

    /** What people decided of the absorbed record holds for the survivor, unless they decided the same matter of him. */
    private static final String MOVE_CASES = """
            update match_case c set student_id = :survivor
            where c.student_id = :absorbed and c.state <> 'CLOSED' and not exists (
              select 1 from match_case o
              where o.student_id = :survivor and o.state <> 'CLOSED' and o.kind = c.kind and o.source = c.source
                and o.person_index = c.person_index)""";

    private static final String RETURN_CASES = """
            update match_case c set student_id = b.student_id
            from student_merge m
            cross join lateral jsonb_to_recordset(m.cases_before) as b (id uuid, student_id uuid, state text)
            where m.id = :merge and c.id = b.id and c.student_id <> b.student_id""";

    private static final String REOPEN_CASES = """
            update match_case c set state = b.state, version = c.version + 1
            from student_merge m
            cross join lateral jsonb_to_recordset(m.cases_before) as b (id uuid, student_id uuid, state text)
            where m.id = :merge and c.id = b.id and c.state = 'CLOSED' and not exists (
              select 1 from match_case o
              where o.student_id = c.student_id and o.state <> 'CLOSED' and o.kind = c.kind and o.source = c.source
                and o.person_index = c.person_index)""";

    private static final String HOLD = """
            update former_identifier set holder_id = :holder where student_id = :absorbed""";

    /** Since the merge, files have told of the person under the absorbed record's number: that is its own now. */
    private static final String GIVE_BACK = """
            with told as (
              select s.id from student s join student_merge m on m.id = :merge
              join student a on a.id = m.absorbed_id
              where s.id = m.survivor_id and s.student_number_index = a.student_number_index)
            update student a set (%1$s) = (select %1$s from student s where s.id = :survivor), row_hash = ''
            from told where a.id = :absorbed""".formatted(TOLD);

    private static final String GIVE_BACK_HISTORY = """
            update enrolment_change e set student_id = :absorbed
            from student_merge m
            where m.id = :merge and e.student_id = :survivor and e.batch_id is not null
              and (m.last_change is null or e.id > m.last_change)""";

    private static final String RESTORE = """
            update student s set (%1$s) = (
              select %1$s from student_merge m, jsonb_populate_record(null::student, m.survivor_before) where m.id = :merge),
              row_hash = ''
            where s.id = :survivor""".formatted(TOLD);

    /** Numbers that are in use again are not former ones. */
    private static final String IN_USE_AGAIN = """
            delete from former_identifier f using student s
            where s.id = :survivor and f.student_id = s.id
              and f.identifier_index in (s.student_number_index, s.identity_index)""";

    private static final String TABLE = """
            create temporary table if not exists student_joined (student_id uuid) on commit delete rows;
            delete from student_joined""";

    @Inject
    Database database;

    @Inject
    FeedMerges feeds;

    @Inject
    IdentifiedMerge identified;

    @Inject
    PupilMatching matching;

    @Inject
    StudentEvents events;

    @Inject
    BusinessClock clock;

    /** Waits for files under way. */
    void takeTurn() {
        feeds.takeTurn();
        database.execute(TABLE);
    }

    void join(UUID merge, UUID survivor, UUID absorbed) {
        Map<String, Object> values = values(merge, survivor, absorbed);
        database.update(KEEP, values);
        mark(survivor, values);
        database.update(GIVE_WAY, values);
        database.update(MOVE_CASES, values);
    }

    void part(UUID merge, UUID survivor, UUID absorbed) {
        Map<String, Object> values = values(merge, survivor, absorbed);
        if (database.update(GIVE_BACK, values) > 0) {
            database.update(GIVE_BACK_HISTORY, values);
            database.update(RESTORE, values);
            database.update(IN_USE_AGAIN, values);
        }
        mark(null, values);
        database.update(RETURN_CASES, values);
        database.update(REOPEN_CASES, values);
    }

    /** Matches, evaluates and tells of both records anew; nothing where none was changed. */
    void settle() {
        List<UUID> changed =
                database.list("select student_id from student_joined", Map.of(), row -> row.getObject(1, UUID.class));
        if (changed.isEmpty()) {
            return;
        }
        events.ofPupilsIn("student_joined");
        matching.touch(changed);
        identified.materialise();
        matching.settle(clock.today());
    }

    private void mark(UUID into, Map<String, Object> values) {
        values.put("into", into);
        values.put("holder", into == null ? values.get("absorbed") : into);
        database.update(HOLD, values);
        database.update("""
                with marked as (
                  update student set revision = revision + 1,
                    merged_into = case when id = :absorbed then :into::uuid else merged_into end
                  where id in (:survivor, :absorbed) returning id)
                insert into student_joined select id from marked""", values);
    }

    private Map<String, Object> values(UUID merge, UUID survivor, UUID absorbed) {
        Map<String, Object> values = new HashMap<>();
        values.put("merge", merge);
        values.put("survivor", survivor);
        values.put("absorbed", absorbed);
        return values;
    }
}
