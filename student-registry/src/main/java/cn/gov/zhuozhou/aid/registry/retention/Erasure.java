package cn.gov.zhuozhou.aid.registry.retention;

import java.util.List;

/**
 * How one kind of record is found and erased.
 *
 * @param candidates records not erased yet whose event was on {@code :cutoff} or before: {@code id}, and {@code held} where something
 *     keeps them
 * @param statements what takes them out, given {@code :ids}, {@code :today}, {@code :now} and {@code :run}
 */
record Erasure(String candidates, List<String> statements) {
    private static final String OBJECTION = """
            update objection set content = '已匿名', objector = null, minutes = case when minutes is null then null else '已匿名' end,
              answer = case when answer is null then null else '已匿名' end,
              appeal = case when appeal is null then null else '已匿名' end,
              appeal_answer = case when appeal_answer is null then null else '已匿名' end
            """;

    private static final Erasure FEED_FILE =
            new Erasure("""
            select b.id, retention_held_batch(b.id) as held from feed_batch b
            where b.as_of <= :cutoff and b.state <> 'RECEIVED' and exists (select 1 from feed_file f where f.batch_id = b.id)
            """, List.of("delete from feed_file where batch_id = any (:ids)"));

    private static final Erasure REFUSED_ROW = new Erasure(
            """
            select b.id, retention_held_batch(b.id) as held from feed_batch b
            where b.as_of <= :cutoff and b.state <> 'RECEIVED'
              and exists (select 1 from feed_row r where r.batch_id = b.id and r.sealed is not null)
            """, List.of("update feed_row set sealed = null where batch_id = any (:ids) and sealed is not null"));

    /** Blind indexes become random ones: nothing is found by them, and no two records can be joined any more. */
    private static final Erasure REGISTER_ENTRY = new Erasure(
            """
            select e.id, retention_held_batch(e.batch_id)
                or exists (select 1 from evidence v where v.entry_id = e.id and retention_held(v.student_id)) as held
            from register_entry e
            where e.valid_to <= :cutoff and e.name <> '已匿名'
            """,
            List.of(
                    "select erase_words(:run, 'REGISTER_ENTRY', :ids, :now)",
                    """
                    delete from household h where h.household_index in (
                        select e.household_index from register_entry e where e.id = any (:ids))
                      and not exists (select 1 from register_entry o
                        where o.household_index = h.household_index and o.source = h.source and o.id <> all (:ids))
                    """,
                    """
                    update match_case set person_index = gen_random_uuid(), household_index = null, birth_date = null, village = null,
                      content = '\\x', reason = case when reason is null then null else '已匿名' end
                    where entry_id = any (:ids)
                    """,
                    "update evidence set person_index = gen_random_uuid() where entry_id = any (:ids)",
                    """
                    update register_entry set name = '已匿名', head_name = null, sealed = '\\x', row_hash = '\\x', details = '{}',
                      person_index = gen_random_uuid(), household_index = null, head_index = null, village = null,
                      birth_date = make_date(extract(year from birth_date)::int, 1, 1)
                    where id = any (:ids)
                    """));

    private static final Erasure LISTED_BEFORE =
            new Erasure("""
            select distinct l.batch_id as id, retention_held_batch(l.batch_id) as held from identified_entry l
            where semester_end(l.semester) <= :cutoff
            """, List.of("delete from identified_entry where batch_id = any (:ids)"));

    private static final Erasure APPLICATION = new Erasure(
            """
            select a.id, retention_held(a.student_id) as held from application a
            where a.answers_sealed is not null and stage_end(a.student_id, semester_end(a.semester)) <= :cutoff
            """,
            List.of(
                    "update application set answers_sealed = null where id = any (:ids)",
                    "select erase_words(:run, 'APPLICATION', :ids, :now)"));

    private static final Erasure PUBLIC_NOTICE = new Erasure(
            """
            select n.id, exists (select 1 from notice_line l join identification i on i.id = l.identification_id
                where l.notice_id = n.id and retention_held(i.student_id)) as held
            from public_notice n
            where n.state = 'CLOSED' and n.last_day <= :cutoff
              and exists (select 1 from notice_line l where l.notice_id = n.id and l.name <> '已匿名')
            """,
            List.of(
                    OBJECTION + " where notice_id = any (:ids)",
                    """
                    delete from attachment where subject = 'public-notice' and subject_id in (select id::text from unnest(:ids) as id)
                    """,
                    "update notice_line set name = '已匿名' where notice_id = any (:ids)"));

    private static final Erasure REVIEW_GROUP =
            new Erasure("""
            select g.id, false as held from review_group g
            where semester_end(g.semester) <= :cutoff
              and exists (select 1 from review_group_member m where m.group_id = g.id and m.name <> '已匿名')
            """, List.of("select erase_words(:run, 'REVIEW_GROUP', :ids, :now)"));

    private static final Erasure EXPORT = new Erasure("""
            select x.id, false as held from export x
            where x.requested_at < :cutoff + 1 and x.state in ('REFUSED', 'EXPIRED') and x.purpose <> '已匿名'
            """, List.of("""
                    update export set purpose = '已匿名', opinion = case when opinion is null then null else '已匿名' end,
                      file_name = case when file_name is null then null else '已匿名' end
                    where id = any (:ids)
                    """));

    private static final Erasure COMPARISON =
            new Erasure("""
            select c.id, false as held from comparison c
            where c.at < :cutoff + 1 and exists (select 1 from comparison_person p where p.comparison_id = c.id)
            """, List.of("delete from comparison_person where comparison_id = any (:ids)"));

    private static final Erasure DEAD_LETTER =
            new Erasure("select d.id, false as held from dead_letter d where d.failed_at < :cutoff + 1", List.of("""
                    delete from dead_letter where id = any (:ids)
                    """));

    /** What was answered in codes stays, for towns are counted by it. */
    private static final Erasure OUT_OF_AREA =
            new Erasure("""
            select o.id, exists (select 1 from pupil_identity i
                where i.identity_index = o.identity_index and retention_held(i.student_id)) as held
            from out_of_area_student o
            where o.state = 'ENDED' and o.ended_on <= :cutoff and o.anonymised_on is null
            """, List.of("select erase_words(:run, 'OUT_OF_AREA', :ids, :now)", """
                    delete from attachment where subject = 'out-of-area-letter' and subject_id in (
                      select l.id::text from out_of_area_letter l where l.student_id = any (:ids))
                    """, """
                    update out_of_area_letter set recipient = '已匿名', content = '\\x',
                      full_number_reason = case when full_number_reason is null then null else '已匿名' end,
                      dispatch_reference = case when dispatch_reference is null then null else '已匿名' end,
                      return_reason = case when return_reason is null then null else '已匿名' end,
                      close_reason = case when close_reason is null then null else '已匿名' end
                    where student_id = any (:ids)
                    """, """
                    update out_of_area_responsibility set remote_school = '已匿名', remote_place = null
                    where student_id = any (:ids) and remote_school is not null
                    """, """
                    update out_of_area_student set name = '已匿名', identity_index = null, identity_sealed = null,
                      birth_date = null, village = null, guardian_name = null, guardian_relation = null, guardian_index = null,
                      city = null, school_name = '已匿名', end_reason = '已匿名', anonymised_on = :today, version = version + 1
                    where id = any (:ids)
                    """));

    /**
     * The oldest stretch, up to the first act that is younger; what follows an act about something on hold is held with it. The
     * newest seal carries the chain on.
     */
    private static final Erasure TRAIL = new Erasure("""
            select trail_place(s.seq) as id, s.seq >= ends.held as held
            from trail_seal s, (
              select coalesce((
                  select y.seq from trail_seal y join trail t on t.id = y.trail_id
                  where t.at >= :cutoff + 1 order by y.seq limit 1), (select max(seq) from trail_seal)) as younger,
                coalesce((
                  select min(o.seq) from retention_hold h
                  join trail t on t.subject in ('student', 'feed-batch') and t.subject_id = h.subject_id::text
                  join trail_seal o on o.trail_id = t.id
                  where h.lifted_at is null), 9223372036854775807) as held) ends
            where s.seq < least(ends.younger, (select max(seq) from trail_seal))
            """, List.of("select cut_trail(:run, :ids, :now)"));

    /** Evidence, identifications, rulings and enrolment stay, for they are counted; they know the pupil only by our own id. */
    private static final Erasure PUPIL = new Erasure(
            """
            select s.id, retention_held(s.id) as held from student s
            where s.anonymised_on is null and roll_end(coalesce(s.merged_into, s.id)) <= :cutoff
            """,
            List.of(
                    "select erase_words(:run, 'PUPIL', :ids, :now)",
                    "update application set answers_sealed = null where student_id = any (:ids)",
                    "update waiver set signer = '已匿名', reason_sealed = null where student_id = any (:ids)",
                    "update revocation set finding_sealed = null, opinion_sealed = null where student_id = any (:ids)",
                    """
                    update struggling_pupil set reason = '已匿名', end_reason = case when end_reason is null then null else '已匿名' end
                    where student_id = any (:ids)
                    """,
                    """
                    update enrolment_change set class_name = '', reason = case when reason is null then null else '已匿名' end
                    where student_id = any (:ids)
                    """,
                    OBJECTION + """
                     where line_id in (select l.id from notice_line l join identification i on i.id = l.identification_id
                      where i.student_id = any (:ids))
                    """,
                    """
                    update notice_line set name = '已匿名' where identification_id in (
                      select i.id from identification i where i.student_id = any (:ids))
                    """,
                    """
                    update student_merge set reason = '已匿名', opinion = case when opinion is null then null else '已匿名' end,
                      survivor_before = case when survivor_before is null then null else '{}'::jsonb end
                    where survivor_id = any (:ids) or absorbed_id = any (:ids)
                    """,
                    """
                    update match_case set person_index = gen_random_uuid(), household_index = null, birth_date = null, town = null,
                      village = null, content = '\\x', reason = case when reason is null then null else '已匿名' end
                    where student_id = any (:ids)
                    """,
                    "update evidence set person_index = gen_random_uuid() where student_id = any (:ids)",
                    "update comparison_person set name = '*', number = null where student_id = any (:ids)",
                    """
                    delete from identified_entry where student_number_index in (
                      select s.student_number_index from student s where s.id = any (:ids)
                      union all
                      select f.identifier_index from former_identifier f where f.student_id = any (:ids))
                    """,
                    "delete from former_identifier where student_id = any (:ids) or holder_id = any (:ids)",
                    """
                    update student set name = '已匿名', student_number_index = null, student_number_sealed = null, identity_index = null,
                      identity_sealed = null, birth_date = null, class_name = '', left_behind = false, household_kind = null,
                      household_town = null, household_village = null, disability = null, disability_proven = false,
                      guardian_name = null, guardian_relation = null, guardian_legal = null, guardian_identity_index = null,
                      guardian_identity_sealed = null, second_guardian_name = null, second_guardian_relation = null,
                      second_guardian_legal = null, second_guardian_identity_index = null, second_guardian_identity_sealed = null,
                      row_hash = '\\x', anonymised_on = :today, revision = revision + 1
                    where id = any (:ids)
                    """));

    static Erasure of(RecordKind kind) {
        return switch (kind) {
            case FEED_FILE -> FEED_FILE;
            case REFUSED_ROW -> REFUSED_ROW;
            case REGISTER_ENTRY -> REGISTER_ENTRY;
            case LISTED_BEFORE -> LISTED_BEFORE;
            case APPLICATION -> APPLICATION;
            case PUBLIC_NOTICE -> PUBLIC_NOTICE;
            case REVIEW_GROUP -> REVIEW_GROUP;
            case EXPORT -> EXPORT;
            case COMPARISON -> COMPARISON;
            case DEAD_LETTER -> DEAD_LETTER;
            case OUT_OF_AREA -> OUT_OF_AREA;
            case PUPIL -> PUPIL;
            case TRAIL -> TRAIL;
        };
    }
}
