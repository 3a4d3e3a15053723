package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Cases within one's jurisdiction, what was done about them, and what money hangs on them. */
@ApplicationScoped
class CaseFiles {
    /** One step of a case's history. */
    record Step(
            String occasion,
            String verdict,
            String reasonCode,
            String reason,
            String money,
            String actedBy,
            Instant actedAt) {}

    /** Categories with evidence, and categories the pupil is identified by. */
    record Standing(Set<Category> proven, Set<Category> held) {
        static final Standing NONE = new Standing(Set.of(), Set.of());
    }

    private static final String STANDINGS = """
            select p.id,
              array(select distinct ev.category from evidence ev
                    where ev.student_id = p.id and ev.valid_to is null and ev.case_id is null) as proven,
              coalesce(
                (select i.categories from identification i join semester s on s.code = i.semester
                 where i.student_id = p.id and s.state in ('OPENING', 'OPEN')),
                (select pi.categories from prior_identification pi
                 where pi.student_id = p.id and pi.semester = :previous), '{}') as held
            from student p where p.id = any(:students)""";

    @Inject
    Database database;

    @Inject
    Matching matching;

    @Inject
    BusinessClock clock;

    MatchCaseView find(UUID id, Actor actor) {
        return select(List.of(id), actor, "").values().stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    Map<UUID, MatchCaseView> find(Collection<UUID> ids, Actor actor) {
        return select(ids, actor, " order by mc.id");
    }

    /** Those of the cases that lie in the jurisdiction, locked, as they are once others let go of them. */
    Map<UUID, MatchCaseView> lock(Collection<UUID> ids, Actor actor) {
        if (find(ids, actor).values().stream().anyMatch(CaseFiles::answersAnotherCase)) {
            matching.takeTurn();
        }
        return select(ids, actor, " order by mc.id for update of mc");
    }

    /** Confirmed, such a case tells who the person is whom another case misses among the pupils. */
    static boolean answersAnotherCase(MatchCaseView one) {
        return "CANDIDATE".equals(one.kind()) || "WRONG_NUMBER".equals(one.kind());
    }

    List<Step> history(UUID id) {
        return database.list(
                """
                select occasion, verdict, reason_code, reason, money, acted_by_name, acted_at from match_decision
                where case_id = :id order by id""",
                Map.of("id", id),
                row -> new Step(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Rows.instant(row, 7)));
    }

    /** By pupil; evidence that hangs on a decided case is left out, for it is what is asked about. */
    Map<UUID, Standing> standings(Collection<UUID> students) {
        Map<UUID, Standing> standings = new HashMap<>();
        database.list(
                STANDINGS,
                Map.of(
                        "students",
                        students,
                        "previous",
                        clock.semester().previous().code()),
                row -> standings.put(
                        row.getObject("id", UUID.class),
                        new Standing(categories(row, "proven"), categories(row, "held"))));
        return standings;
    }

    private Map<UUID, MatchCaseView> select(Collection<UUID> ids, Actor actor, String ending) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("ids", ids);
        return database
                .list(MatchCaseView.SELECT + " and mc.id = any(:ids)" + ending, values, MatchCaseView::of)
                .stream()
                .collect(Collectors.toMap(
                        MatchCaseView::caseId, found -> found, (one, other) -> one, LinkedHashMap::new));
    }

    private static Set<Category> categories(ResultSet row, String column) throws SQLException {
        return Rows.strings(row, column).stream().map(Category::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
