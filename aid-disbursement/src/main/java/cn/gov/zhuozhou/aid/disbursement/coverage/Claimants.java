package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.coverage.Claimant.Granted;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PupilSituation;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.Places;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import cn.gov.zhuozhou.aid.disbursement.pupil.Schools;
import cn.gov.zhuozhou.aid.disbursement.quota.QuotaOrder;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Placed;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads claimants in portions, in the order of their ids. */
@ApplicationScoped
class Claimants {
    private static final int AT_ONCE = 5_000;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    // The place an award was granted for counts, before that the one of the census day: who moved is the old school's
    // for the
    // semester.
    private static final String PUPILS = """
            select p.student_id, p.name, w.school_code,
                   coalesce(case when w.school_code <> p.school_code
                                 then (select x.school_name from pupil_place x
                                       where x.student_id = p.student_id and x.school_code = w.school_code limit 1) end,
                            p.school_name),
                   p.class_name, w.stage, w.grade, w.boarding, e.level, e.categories, e.four_category, w.school_town
            from pupil p
            join lateral (
              select * from eligibility x where x.student_id = p.student_id and x.semester = :semester
              order by identified desc, received_at desc, identification_id desc limit 1) e on e.identified
            left join lateral (
              select a.school_code, a.school_town, a.stage, a.grade, a.boarding from award a
              where a.student_id = p.student_id and a.semester = :semester and a.approved_by is not null
                and a.state <> 'STOPPED' and a.stage is not null
              order by a.id limit 1) g on true
            cross join lateral (select p.student_id, :semester::text as semester) a
            """ + Places.ON_CENSUS_DAY + """
            cross join lateral (
              select coalesce(g.school_code, l.school_code, p.school_code) as school_code,
                coalesce(g.school_town, l.school_town, p.school_town) as school_town,
                coalesce(g.stage, l.stage, p.stage) as stage, coalesce(g.grade, l.grade, p.grade) as grade,
                coalesce(g.boarding, l.boarding, p.boarding) as boarding) w
            where p.enrolment_state = 'IN_SCHOOL' and p.student_id > :after
              and (:school::text is null or w.school_code = :school)
              and (:ownSchool::text is null or w.school_code = :ownSchool)
              and (:ownTown::text is null or w.school_town = :ownTown)
            order by p.student_id limit :limit
            """;

    private static final String AWARDS = """
            select distinct on (a.student_id, a.programme)
                   a.student_id, a.id, a.programme, a.school_code, a.state, a.amount_fen, m.settled_fen, a.reasons
            from award a join award_money m on m.award_id = a.id
            where a.student_id = any (:students) and a.semester = :semester
            order by a.student_id, a.programme, a.state = 'STOPPED', a.id desc
            """;

    private static final String BEFORE = """
            select student_id, programme from award
            where student_id = any (:students) and semester = :before and approved_by is not null
            """;

    /** A portion's rows before they are put together. */
    private record Identified(
            UUID id, String name, String schoolCode, String schoolName, String className, PupilSituation situation) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Schools schools;

    @Inject
    QuotaOrder quotaOrder;

    @Inject
    ObjectMapper json;

    /** Hands them over one after the other until the consumer has enough and says false. */
    void forEach(Semester semester, String school, Jurisdiction own, UUID from, Predicate<Claimant> consumer) {
        var waiting = new Waiting(semester);
        Map<String, School> known = schools.in(semester);
        UUID after = from == null ? FROM_THE_FIRST : from;
        List<Identified> portion;
        do {
            portion = identified(semester, school, own, after, known);
            for (Claimant claimant : together(portion, semester, waiting)) {
                after = claimant.studentId();
                if (!consumer.test(claimant)) {
                    return;
                }
            }
        } while (portion.size() == AT_ONCE);
    }

    private List<Identified> identified(
            Semester semester, String school, Jurisdiction own, UUID after, Map<String, School> known) {
        return database.list(
                PUPILS,
                Values.of(own.parameters())
                        .and("semester", semester.code())
                        .and("school", school)
                        .and("after", after)
                        .and("today", clock.today())
                        .and("limit", AT_ONCE),
                row -> identified(row, known));
    }

    private List<Claimant> together(List<Identified> portion, Semester semester, Waiting waiting) {
        List<UUID> students = portion.stream().map(Identified::id).toList();
        Map<UUID, List<Granted>> awards = new HashMap<>();
        database.list(
                AWARDS,
                Map.of("students", students, "semester", semester.code()),
                row -> awards.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(granted(row, waiting)));
        Map<UUID, Set<String>> before = new HashMap<>();
        database.list(
                BEFORE,
                Map.of("students", students, "before", semester.previous().code()),
                row -> before.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                        .add(row.getString(2)));
        return portion.stream()
                .map(p -> new Claimant(
                        p.id(),
                        p.name(),
                        p.schoolCode(),
                        p.schoolName(),
                        p.className(),
                        p.situation(),
                        awards.getOrDefault(p.id(), List.of()),
                        before.getOrDefault(p.id(), Set.of())))
                .toList();
    }

    private Granted granted(ResultSet row, Waiting waiting) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        String programme = row.getString(3);
        String school = row.getString(4);
        String state = row.getString(5);
        return new Granted(
                id,
                programme,
                school,
                state,
                row.getObject(6, Long.class),
                row.getLong(7),
                reasons(row.getString(8)),
                "PROPOSED".equals(state) ? waiting.reason(id, programme, school) : null);
    }

    private List<Reason> reasons(String column) {
        try {
            return json.readValue(column, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be read", e);
        }
    }

    private static Identified identified(ResultSet row, Map<String, School> known) throws SQLException {
        School school = known.getOrDefault(row.getString(3), School.UNKNOWN);
        return new Identified(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new PupilSituation(
                        Stage.valueOf(row.getString(6)),
                        row.getInt(7),
                        row.getBoolean(8),
                        true,
                        true,
                        Rows.constant(row, 9, Level.class),
                        Set.copyOf(Rows.strings(row, 10)),
                        row.getBoolean(11),
                        school.circumstances(row.getString(12))));
    }

    /** Who waits for a place, asked once of each school and programme. */
    private final class Waiting {
        private final Semester semester;
        private final Map<String, Map<UUID, Reason>> known = new HashMap<>();

        Waiting(Semester semester) {
            this.semester = semester;
        }

        Reason reason(UUID award, String programme, String school) {
            return known.computeIfAbsent(programme + '/' + school, key -> waiting(programme, school))
                    .get(award);
        }

        private Map<UUID, Reason> waiting(String programme, String school) {
            return quotaOrder.of(semester, programme, school).orElse(List.of()).stream()
                    .filter(placed -> !placed.fits())
                    .collect(Collectors.toMap(Placed::awardId, Placed::reason));
        }
    }
}
