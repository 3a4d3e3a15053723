package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.award.Prospect.Outlook;
import cn.gov.zhuozhou.aid.disbursement.award.Prospects;
import cn.gov.zhuozhou.aid.disbursement.coverage.Claimant.Granted;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
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

/** Reads claimants in portions, in the order of their ids. Where each is and what stands against his aid is what his awards rest on. */
@ApplicationScoped
class Claimants {
    private static final int AT_ONCE = 5_000;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    // Who may be of the school or town, by any place of his, present, former or of an award. Which place counts in the
    // semester is then asked of the rule his awards follow.
    private static final String PUPILS = """
            select p.student_id, p.name, p.school_code, p.school_name, p.class_name
            from pupil p
            join lateral (
              select * from eligibility x where x.student_id = p.student_id and x.semester = :semester
              order by identified desc, received_at desc, identification_id desc limit 1) e on e.identified
            where p.enrolment_state = 'IN_SCHOOL' and p.student_id > :after
              and exists (
                select from (
                  select p.school_code, p.school_town
                  union all select x.school_code, x.school_town from pupil_place x where x.student_id = p.student_id
                  union all select x.school_code, x.school_town from award x
                    where x.student_id = p.student_id and x.semester = :semester) w
                where (:school::text is null or w.school_code = :school)
                  and (:ownSchool::text is null or w.school_code = :ownSchool)
                  and (:ownTown::text is null or w.school_town = :ownTown))
            order by p.student_id limit :limit
            """;

    private static final String NAMES_ELSEWHERE = """
            select x.school_code, x.school_name from pupil_place x
            where x.student_id = any (:students) and x.school_code = any (:schools)
            """;

    private static final String AWARDS = """
            select distinct on (a.student_id, a.programme)
                   a.student_id, a.id, a.programme, a.school_code, a.state, a.amount_fen, m.settled_fen + a.set_off_fen,
                   a.reasons
            from award a join award_money m on m.award_id = a.id
            where a.student_id = any (:students) and a.semester = :semester
            order by a.student_id, a.programme, a.state = 'STOPPED', a.id desc
            """;

    private static final String BEFORE = """
            select student_id, programme from award
            where student_id = any (:students) and semester = :before and approved_by is not null
            """;

    /** A pupil as he is told of now. */
    private record Identified(UUID id, String name, String schoolCode, String schoolName, String className) {}

    @Inject
    Database database;

    @Inject
    Prospects prospects;

    @Inject
    QuotaOrder quotaOrder;

    @Inject
    ObjectMapper json;

    /** Hands them over one after the other until the consumer has enough and says false. */
    void forEach(PolicySet policy, String school, Jurisdiction own, UUID from, Predicate<Claimant> consumer) {
        var waiting = new Waiting(policy.semester());
        UUID after = from == null ? FROM_THE_FIRST : from;
        List<Identified> portion;
        do {
            portion = identified(policy.semester(), school, own, after);
            for (Claimant claimant : together(portion, policy, school, own, waiting)) {
                if (!consumer.test(claimant)) {
                    return;
                }
            }
            after = portion.isEmpty() ? after : portion.getLast().id();
        } while (portion.size() == AT_ONCE);
    }

    private List<Identified> identified(Semester semester, String school, Jurisdiction own, UUID after) {
        return database.list(
                PUPILS,
                Values.of(own.parameters())
                        .and("semester", semester.code())
                        .and("school", school)
                        .and("after", after)
                        .and("limit", AT_ONCE),
                row -> new Identified(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
    }

    private List<Claimant> together(
            List<Identified> portion, PolicySet policy, String school, Jurisdiction own, Waiting waiting) {
        if (portion.isEmpty()) {
            return List.of();
        }
        Semester semester = policy.semester();
        Map<UUID, Outlook> outlooks = new HashMap<>();
        prospects
                .of(portion.stream().map(Identified::id).toList(), semester)
                .forEach((id, prospect) -> prospect.asItIs(policy).ifPresent(outlook -> outlooks.put(id, outlook)));
        List<Identified> asked = portion.stream()
                .filter(p -> outlooks.containsKey(p.id()))
                .filter(p -> isOf(outlooks.get(p.id()).place(), school, own))
                .toList();
        List<UUID> students = asked.stream().map(Identified::id).toList();
        Map<String, String> elsewhere = namesElsewhere(asked, outlooks);
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
        return asked.stream()
                .map(p -> {
                    Outlook outlook = outlooks.get(p.id());
                    String code = outlook.place().schoolCode();
                    return new Claimant(
                            p.id(),
                            p.name(),
                            code,
                            code.equals(p.schoolCode()) ? p.schoolName() : elsewhere.getOrDefault(code, p.schoolName()),
                            p.className(),
                            outlook.situation(),
                            outlook.against(),
                            awards.getOrDefault(p.id(), List.of()),
                            before.getOrDefault(p.id(), Set.of()));
                })
                .toList();
    }

    private static boolean isOf(Place place, String school, Jurisdiction own) {
        return (school == null || school.equals(place.schoolCode()))
                && own.coversSchool(place.schoolCode(), place.schoolTown());
    }

    /** Of the schools pupils of the portion are of, but at which they are no longer. */
    private Map<String, String> namesElsewhere(List<Identified> portion, Map<UUID, Outlook> outlooks) {
        Map<UUID, String> moved = portion.stream()
                .filter(p -> !p.schoolCode().equals(outlooks.get(p.id()).place().schoolCode()))
                .collect(Collectors.toMap(
                        Identified::id, p -> outlooks.get(p.id()).place().schoolCode()));
        Map<String, String> names = new HashMap<>();
        if (!moved.isEmpty()) {
            database.list(
                    NAMES_ELSEWHERE,
                    Map.of("students", moved.keySet(), "schools", moved.values()),
                    row -> names.put(row.getString(1), row.getString(2)));
        }
        return names;
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
