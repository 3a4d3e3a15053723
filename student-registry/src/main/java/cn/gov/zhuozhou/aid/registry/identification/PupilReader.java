package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.HardshipJudgement;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Procedure;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the facts of many pupils at once. */
@ApplicationScoped
class PupilReader {
    /**
     * Our own identification of last semester goes before the list that was handed in. A record merged into another is not on the
     * roll, and what was identified in it is the other's.
     */
    private static final String FACTS = """
            select s.id, s.stage, case when s.merged_into is null then s.enrolment_state else 'LEFT' end,
                case when o.id is null then p.level else o.level end,
                case when o.id is null then p.categories else o.categories end,
                e.found, c.found, coalesce(h.finding, 'UNDECIDED'),
                a.state, a.assessment, a.verified, w.waived, r.revoked
            from student s
            left join prior_identification p on p.student_id = s.id and p.semester = :previous
            left join lateral (
                select i.id, i.level, i.categories from identification i join student m on m.id = i.student_id
                where i.semester = :previous and s.merged_into is null and (m.id = s.id or m.merged_into = s.id)
                order by i.identified desc, (m.id = s.id) desc limit 1) o on true
            left join lateral (
                select jsonb_agg(jsonb_build_object('category', v.category, 'source', v.source,
                    'standing', coalesce(r.details ->> 'standing', 'CURRENT'))) found
                from evidence v left join register_entry r on r.id = v.entry_id
                where v.student_id = s.id and v.valid_to is null) e on true
            left join lateral (
                select jsonb_agg(jsonb_build_object('kind', m.kind, 'category', r.category, 'source', m.source,
                    'verdict', case when m.state = 'PROPOSED' then 'OPEN' else m.state end)) found
                from match_case m left join register_entry r on r.id = m.entry_id
                where m.student_id = s.id and m.state in ('OPEN', 'PROPOSED', 'REJECTED')) c on true
            left join lateral (
                select j.finding from hardship_judgement j
                where j.student_id = s.id and j.semester = :semester order by j.id desc limit 1) h on true
            left join lateral (
                select a.state, a.assessment, a.verified from application a
                where a.student_id = s.id and a.semester = :semester and a.state in ('ACCEPTED', 'DECLINED')
                order by a.id desc limit 1) a on true
            cross join lateral (
                select exists (select 1 from waiver w where w.student_id = s.id and w.semester = :semester
                    and w.state = 'STANDING') waived) w
            cross join lateral (
                select exists (select 1 from revocation v where v.student_id = s.id and v.state = 'CONFIRMED'
                    and :semester = any (v.semesters)) revoked) r
            where s.id = any (:students)
            order by s.id
            """;

    /** Everybody whom the opening of a semester has to look at, in the order of their ids. */
    private static final String CANDIDATES = """
            select student_id from prior_identification where semester = :previous and student_id > :after
            union
            select student_id from identification where semester = :previous and identified and student_id > :after
            union
            select student_id from evidence where valid_to is null and student_id > :after
            union
            select student_id from match_case where state in ('OPEN', 'PROPOSED') and student_id > :after
            """;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    List<Pupil> read(Semester semester, Collection<UUID> studentIds) {
        return database.list(
                FACTS,
                Map.of(
                        "previous", semester.previous().code(),
                        "semester", semester.code(),
                        "students", studentIds),
                this::pupil);
    }

    List<UUID> candidates(Semester semester, UUID after, int limit) {
        return database.list(
                CANDIDATES + " order by student_id limit " + limit,
                Map.of("previous", semester.previous().code(), "after", after),
                row -> row.getObject(1, UUID.class));
    }

    long countCandidates(Semester semester) {
        return database.list(
                        "select count(*) from (" + CANDIDATES + ") c",
                        Map.of("previous", semester.previous().code(), "after", new UUID(0, 0)),
                        row -> row.getLong(1))
                .getFirst();
    }

    private Pupil pupil(ResultSet row) throws SQLException {
        return new Pupil(
                row.getObject(1, UUID.class),
                EnrolmentState.valueOf(row.getString(3)),
                Stage.valueOf(row.getString(2)),
                Standing.of(IdentificationRows.level(row.getString(4)), IdentificationRows.categories(row.getArray(5))),
                parse(row.getString(6), new TypeReference<>() {}),
                parse(row.getString(7), new TypeReference<>() {}),
                HardshipJudgement.valueOf(row.getString(8)),
                procedure(row));
    }

    private static Procedure procedure(ResultSet row) throws SQLException {
        String decided = row.getString(9);
        HardshipJudgement school = decided == null
                ? HardshipJudgement.UNDECIDED
                : decided.equals("ACCEPTED") ? HardshipJudgement.PROVEN : HardshipJudgement.NOT_FOUND;
        boolean judged = school == HardshipJudgement.PROVEN && row.getString(10) != null;
        return new Procedure(
                school,
                judged ? Level.valueOf(row.getString(10)) : null,
                school == HardshipJudgement.PROVEN ? IdentificationRows.categories(row.getArray(11)) : List.of(),
                row.getBoolean(12),
                row.getBoolean(13));
    }

    private <T> List<T> parse(String found, TypeReference<List<T>> type) {
        try {
            return found == null ? List.of() : json.readValue(found, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a pupil cannot be read", e);
        }
    }
}
