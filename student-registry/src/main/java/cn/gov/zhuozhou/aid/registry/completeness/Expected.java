package cn.gov.zhuozhou.aid.registry.completeness;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.completeness.Proof.FeedDate;
import cn.gov.zhuozhou.aid.registry.completeness.Proof.Outcome;
import cn.gov.zhuozhou.aid.registry.completeness.Proof.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everybody who has to be identified, and what became of him; sets, computed by the database. */
@ApplicationScoped
class Expected {
    private static final String PEOPLE = """
            with listed as (
              select student_id, source from evidence where valid_to is null
              union
              select s.id, e.source from register_entry e
              join student s on s.identity_index = e.person_index where e.valid_to is null
              union
              select student_id, source from match_case where state <> 'CLOSED' and student_id is not null
              union
              select student_id, 'identified' from prior_identification where semester = :previous
              union
              select student_id, 'identified' from identification where semester = :previous and identified),
            expected as (
              select s.id, s.school_code, s.enrolment_state, l.sources, i.id as identification, i.identified, i.state, i.result,
                i.proposed_identified
              from (select student_id, array_agg(source order by source) as sources from listed group by student_id) l
              join student s on s.id = l.student_id
              left join identification i on i.student_id = s.id and i.semester = :semester
              where s.enrolment_state in ('IN_SCHOOL', 'SUSPENDED') and s.withdrawn_by is null
                and (:school::text is null or s.school_code = :school)),
            remaining as (
              select * from expected where identified is not true),
            applies as (
              select r.id, 'OPEN_CASE' as code from remaining r
              join match_case mc on mc.student_id = r.id and mc.state = 'OPEN'
              union all
              select id, 'DECISION_NEEDED' from remaining where state = 'AWAITING_DECISION'
              union all
              select id, case state when 'PROPOSED' then 'IN_REVIEW' else state end from remaining
              where proposed_identified and state in ('PROPOSED', 'REVIEWED', 'ON_NOTICE')
              union all
              select r.id, 'EVALUATION_PENDING' from remaining r join pending_evaluation p on p.student_id = r.id
              union all
              select r.id, 'REJECTED_AFTER_OBJECTION' from remaining r
              join notice_line l on l.identification_id = r.identification
              join objection o on o.line_id = l.id and o.state = 'UPHELD'
              where r.state = 'REJECTED'
              union all
              select r.id, 'REJECTED_IN_REVIEW' from remaining r
              where r.state = 'REJECTED' and exists (
                select 1 from review v where v.identification_id = r.identification and v.decision = 'RETURNED')
              union all
              select r.id, 'HARDSHIP_NOT_FOUND' from remaining r
              join lateral (select j.finding from hardship_judgement j
                            where j.student_id = r.id and j.semester = :semester order by j.id desc limit 1) j
                on j.finding = 'NOT_FOUND'
              union all
              select id, 'NOT_IN_SCHOOL' from remaining where enrolment_state = 'SUSPENDED'
              union all
              select id, 'REMOVED_AFTER_NOTICE' from remaining where result = 'REMOVED' and state = 'EFFECTIVE'
              union all
              select r.id, 'MATCH_REJECTED' from remaining r
              where exists (select 1 from match_case mc where mc.student_id = r.id and mc.state = 'REJECTED')
                and not exists (select 1 from evidence ev where ev.student_id = r.id and ev.valid_to is null)),
            reason as (
              select distinct on (a.id) a.id, a.code, c.kind
              from applies a join completeness_reason c on c.code = a.code order by a.id, c.position)
            select e.id, e.school_code, e.sources,
              case when e.identified then 'IDENTIFIED' else coalesce(r.kind, 'MISSING') end, r.code
            from expected e left join reason r on r.id = e.id
            order by e.school_code, e.id""";

    private static final String FEEDS = """
            select distinct on (source) source, as_of, id from feed_batch
            where state = 'DONE' and (semester is null or semester = :previous)
            order by source, as_of desc, merge_no desc""";

    @Inject
    Database database;

    List<Person> people(Semester semester, String school) {
        Map<String, Object> values = new HashMap<>();
        values.put("semester", semester.code());
        values.put("previous", semester.previous().code());
        values.put("school", school);
        return database.list(
                PEOPLE,
                values,
                row -> new Person(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Rows.strings(row, 3),
                        Outcome.valueOf(row.getString(4)),
                        row.getString(5)));
    }

    /** The newest data of each source. */
    List<FeedDate> feeds(Semester semester) {
        return database.list(
                FEEDS,
                Map.of("previous", semester.previous().code()),
                row -> new FeedDate(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, UUID.class)));
    }

    long unmatchedPersons() {
        return database.first(
                        "select count(*) from match_case where kind = 'NO_PUPIL' and state = 'OPEN'",
                        Map.of(),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
