package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence;
import cn.gov.zhuozhou.aid.registry.identification.rule.HardshipJudgement;
import cn.gov.zhuozhou.aid.registry.identification.rule.Match;
import cn.gov.zhuozhou.aid.registry.identification.rule.Procedure;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the facts of many pupils at once, each kind of fact in one query. */
@ApplicationScoped
class PupilReader {
    /**
     * Our own identification of last semester goes before the list that was handed in. A record merged into another is not on the
     * roll, and what was identified in it is the other's.
     */
    private static final String PUPILS = """
            with own as (
                select distinct on (pupil) coalesce(m.merged_into, m.id) as pupil, i.id, i.level, i.categories, i.stage
                from student m join identification i on i.student_id = m.id and i.semester = :previous
                where m.merged_into = any (:students) or (m.merged_into is null and m.id = any (:students))
                order by pupil, i.identified desc, m.merged_into nulls first)
            select s.id, s.stage, case when s.merged_into is null then s.enrolment_state else 'LEFT' end,
                case when o.id is null then p.level else o.level end,
                case when o.id is null then p.categories else o.categories end,
                o.stage
            from student s
            left join prior_identification p on p.student_id = s.id and p.semester = :previous
            left join own o on o.pupil = s.id and s.merged_into is null
            where s.id = any (:students)
            order by s.id
            """;

    private static final String EVIDENCE = """
            select v.student_id, v.category, v.source, coalesce(r.details ->> 'standing', 'CURRENT')
            from evidence v left join register_entry r on r.id = v.entry_id
            where v.student_id = any (:students) and v.valid_to is null
            """;

    /**
     * Objections found right when there was no proposal left to refuse, of this semester or the last; asked until somebody has
     * judged the family, decided an application or a revocation.
     */
    private static final String UPHELD = """
            select i.student_id, 'OBJECTION_UPHELD', null, 'public-notice', 'OPEN'
            from objection o
            join notice_line l on l.id = o.line_id and (l.state = 'PASSED' or not l.pending)
            join identification i on i.id = l.identification_id
            where o.state in ('UPHELD', 'APPEAL_UPHELD') and i.student_id = any (:students)
              and i.semester in (:semester, :previous)
              and not exists (
                select 1 from hardship_judgement h
                where h.student_id = i.student_id and h.judged_at >= coalesce(o.appeal_answered_at, o.answered_at))
              and not exists (
                select 1 from application a join application_step t on t.application_id = a.id
                where a.student_id = i.student_id and t.to_state in ('ACCEPTED', 'DECLINED')
                  and t.taken_at >= coalesce(o.appeal_answered_at, o.answered_at))
              and not exists (
                select 1 from revocation v
                where v.student_id = i.student_id and v.decided_at >= coalesce(o.appeal_answered_at, o.answered_at))
            """;

    private static final String MATCHES = """
            select m.student_id, m.kind, r.category, m.source, case when m.state = 'PROPOSED' then 'OPEN' else m.state end
            from match_case m left join register_entry r on r.id = m.entry_id
            where m.student_id = any (:students) and m.state in ('OPEN', 'PROPOSED', 'REJECTED')
            union all
            """ + UPHELD;

    /** The newest of the semester counts. */
    private static final String HARDSHIP = """
            select distinct on (student_id) student_id, finding from hardship_judgement
            where student_id = any (:students) and semester = :semester order by student_id, id desc
            """;

    /** The newest decision of the school counts; pupils of whom no procedure tells anything are left out. */
    private static final String PROCEDURES = """
            select s.id, a.state, a.assessment, a.verified, w.student_id is not null, v.student_id is not null
            from student s
            left join (
                select distinct on (student_id) student_id, state, assessment, verified from application
                where student_id = any (:students) and semester = :semester and state in ('ACCEPTED', 'DECLINED')
                order by student_id, id desc) a on a.student_id = s.id
            left join (
                select distinct student_id from waiver
                where student_id = any (:students) and semester = :semester and state = 'STANDING') w on w.student_id = s.id
            left join (
                select distinct student_id from revocation
                where student_id = any (:students) and state = 'CONFIRMED' and :semester = any (semesters)) v
                on v.student_id = s.id
            where s.id = any (:students) and coalesce(a.student_id, w.student_id, v.student_id) is not null
            """;

    /** Everybody whom the opening of a semester has to look at, in the order of their ids. */
    private static final String CANDIDATES = """
            select student_id from prior_identification where semester = :previous
            union
            select student_id from identification where semester = :previous and identified
            union
            select student_id from identification where semester = :semester
            union
            select student_id from evidence where valid_to is null
            union
            select student_id from match_case where state in ('OPEN', 'PROPOSED') and student_id is not null
            order by student_id
            """;

    @Inject
    Database database;

    List<Pupil> read(Semester semester, Collection<UUID> studentIds) {
        Map<String, Object> values =
                Map.of("previous", semester.previous().code(), "semester", semester.code(), "students", studentIds);
        Map<UUID, List<Evidence>> evidence = each(EVIDENCE, values, PupilReader::evidence);
        Map<UUID, List<Match>> matches = each(MATCHES, values, PupilReader::match);
        Map<UUID, List<HardshipJudgement>> hardship =
                each(HARDSHIP, values, row -> HardshipJudgement.valueOf(row.getString(2)));
        Map<UUID, List<Procedure>> procedures = each(PROCEDURES, values, PupilReader::procedure);
        return database.list(PUPILS, values, row -> {
            UUID id = row.getObject(1, UUID.class);
            return new Pupil(
                    id,
                    EnrolmentState.valueOf(row.getString(3)),
                    Stage.valueOf(row.getString(2)),
                    Standing.of(
                            IdentificationRows.level(row.getString(4)), IdentificationRows.categories(row.getArray(5))),
                    IdentificationRows.stage(row.getString(6)),
                    evidence.getOrDefault(id, List.of()),
                    matches.getOrDefault(id, List.of()),
                    hardship.getOrDefault(id, List.of(HardshipJudgement.UNDECIDED))
                            .getFirst(),
                    procedures.getOrDefault(id, List.of(Procedure.NONE)).getFirst());
        });
    }

    List<UUID> candidates(Semester semester) {
        return database.list(
                CANDIDATES,
                Map.of("previous", semester.previous().code(), "semester", semester.code()),
                row -> row.getObject(1, UUID.class));
    }

    /** What rows that begin with a pupil's id say of each pupil. */
    private <T> Map<UUID, List<T>> each(String sql, Map<String, ?> values, Database.RowReader<T> reader) {
        Map<UUID, List<T>> found = new HashMap<>();
        database.list(
                sql,
                values,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(reader.read(row)));
        return found;
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                Category.valueOf(row.getString(2)), row.getString(3), Evidence.Standing.valueOf(row.getString(4)));
    }

    private static Procedure procedure(ResultSet row) throws SQLException {
        String decided = row.getString(2);
        HardshipJudgement school = decided == null
                ? HardshipJudgement.UNDECIDED
                : decided.equals("ACCEPTED") ? HardshipJudgement.PROVEN : HardshipJudgement.NOT_FOUND;
        boolean accepted = school == HardshipJudgement.PROVEN;
        return new Procedure(
                school,
                accepted ? IdentificationRows.level(row.getString(3)) : null,
                accepted ? IdentificationRows.categories(row.getArray(4)) : List.of(),
                row.getBoolean(5),
                row.getBoolean(6));
    }

    private static Match match(ResultSet row) throws SQLException {
        String category = row.getString(3);
        return new Match(
                Match.Kind.valueOf(row.getString(2)),
                category == null ? null : Category.valueOf(category),
                row.getString(4),
                Match.Verdict.valueOf(row.getString(5)));
    }
}
