package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.HardshipJudgement;
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
    /** Our own identification of last semester goes before the list that was handed in. */
    private static final String FACTS = """
            select s.id, s.stage, s.enrolment_state,
                case when o.id is null then p.level else o.level end,
                case when o.id is null then p.categories else o.categories end,
                o.stage, e.found, c.found, coalesce(h.finding, 'UNDECIDED')
            from student s
            left join prior_identification p on p.student_id = s.id and p.semester = :previous
            left join identification o on o.student_id = s.id and o.semester = :previous
            left join lateral (
                select jsonb_agg(jsonb_build_object('category', v.category, 'source', v.source,
                    'standing', coalesce(r.details ->> 'standing', 'CURRENT'))) found
                from evidence v left join register_entry r on r.id = v.entry_id
                where v.student_id = s.id and v.valid_to is null) e on true
            left join lateral (
                select jsonb_agg(jsonb_build_object('kind', m.kind, 'category', r.category, 'source', m.source,
                    'verdict', m.state)) found
                from match_case m left join register_entry r on r.id = m.entry_id
                where m.student_id = s.id and m.state in ('OPEN', 'REJECTED')) c on true
            left join lateral (
                select j.finding from hardship_judgement j
                where j.student_id = s.id and j.semester = :semester order by j.id desc limit 1) h on true
            where s.id = any (:students)
            order by s.id
            """;

    /** Everybody whom the opening of a semester has to look at, in the order of their ids. */
    private static final String CANDIDATES = """
            select student_id from prior_identification where semester = :previous and student_id > :after
            union
            select student_id from identification where semester = :previous and identified and student_id > :after
            union
            select student_id from identification where semester = :semester and student_id > :after
            union
            select student_id from evidence where valid_to is null and student_id > :after
            union
            select student_id from match_case where state = 'OPEN' and student_id > :after
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
                Map.of(
                        "semester",
                        semester.code(),
                        "previous",
                        semester.previous().code(),
                        "after",
                        after),
                row -> row.getObject(1, UUID.class));
    }

    long countCandidates(Semester semester) {
        return database.list(
                        "select count(*) from (" + CANDIDATES + ") c",
                        Map.of(
                                "semester",
                                semester.code(),
                                "previous",
                                semester.previous().code(),
                                "after",
                                new UUID(0, 0)),
                        row -> row.getLong(1))
                .getFirst();
    }

    private Pupil pupil(ResultSet row) throws SQLException {
        return new Pupil(
                row.getObject(1, UUID.class),
                EnrolmentState.valueOf(row.getString(3)),
                Stage.valueOf(row.getString(2)),
                Standing.of(IdentificationRows.level(row.getString(4)), IdentificationRows.categories(row.getArray(5))),
                IdentificationRows.stage(row.getString(6)),
                parse(row.getString(7), new TypeReference<>() {}),
                parse(row.getString(8), new TypeReference<>() {}),
                HardshipJudgement.valueOf(row.getString(9)));
    }

    private <T> List<T> parse(String found, TypeReference<List<T>> type) {
        try {
            return found == null ? List.of() : json.readValue(found, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a pupil cannot be read", e);
        }
    }
}
