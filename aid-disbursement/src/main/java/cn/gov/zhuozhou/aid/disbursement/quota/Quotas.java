package cn.gov.zhuozhou.aid.disbursement.quota;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.DisbursementProblem;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import cn.gov.zhuozhou.aid.disbursement.quota.QuotaRules.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Quotas of schools: counted by the rule or set by a person with a reason, put in force by another. */
@ApplicationScoped
class Quotas {
    /** What narrows a list; each part may be null. */
    record Filter(String semester, String programme, String school, Quota.State state) {}

    /**
     * What a person proposes.
     *
     * @param places null for what the rule gives
     */
    record Asked(
            Semester semester, String programme, String schoolCode, Integer places, Long amountFen, String reason) {}

    /** Pupils on the roll of a school; those away for a time count (在籍). */
    private record Roll(String schoolCode, String town, int pupils) {}

    private static final String COUNTED = "按规定比例由在籍人数计算";

    private static final String SELECT = """
            select id, revision, semester, programme, school_code, places, amount_fen, on_roll, computed_places, reason,
                   state, proposed_by, proposed_by_name, decided_by_name, decided_at
            from quota
            where (:ownSchool::text is null or school_code = :ownSchool)
              and (:ownTown::text is null or school_town = :ownTown)
            """;

    private static final String ROLL = """
            select school_code, min(school_town), count(*)::int from pupil
            where stage = any (:stages) and enrolment_state in ('IN_SCHOOL', 'SUSPENDED')
              and (:school::text is null or school_code = :school)
            group by school_code order by school_code
            """;

    private static final String PROPOSE = """
            insert into quota (id, revision, semester, programme, school_code, school_town, places, amount_fen, on_roll,
                               computed_places, reason, state, proposed_by, proposed_by_name, proposed_at)
            values (:id, 1, :semester, :programme, :school, :town, :places, :amount, :onRoll, :computed, :reason,
                    'PROPOSED', :by, :name, :now)
            on conflict (semester, programme, school_code) where state = 'PROPOSED' do nothing
            """;

    @Inject
    Database database;

    @Inject
    QuotaRules rules;

    @Inject
    Turns turns;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<Quota> inForce(String semester, String programme, String school) {
        return database.first(
                SELECT + " and semester = :semester and programme = :programme and school_code = :school"
                        + " and state = 'IN_FORCE'",
                Values.of(Jurisdiction.BUREAU.parameters())
                        .and("semester", semester)
                        .and("programme", programme)
                        .and("school", school),
                Quotas::read);
    }

    Optional<Quota> find(UUID id, Jurisdiction own) {
        return database.first(
                SELECT + " and id = :id", Values.of(own.parameters()).and("id", id), Quotas::read);
    }

    List<Quota> list(Filter filter, Jurisdiction own, UUID after, int limit) {
        return database.list(
                SELECT + """
                  and (:semester::text is null or semester = :semester)
                  and (:programme::text is null or programme = :programme)
                  and (:school::text is null or school_code = :school)
                  and (:state::text is null or state = :state)
                  and (:after::uuid is null or id > :after)
                order by id limit :limit
                """,
                Values.of(own.parameters())
                        .and("semester", filter.semester())
                        .and("programme", filter.programme())
                        .and("school", filter.school())
                        .and("state", filter.state())
                        .and("after", after)
                        .and("limit", limit),
                Quotas::read);
    }

    /** One school's quota, as counted or as a person wants it. */
    Quota propose(Asked asked, Actor by) {
        Rule rule = rule(asked.programme(), asked.semester());
        Roll roll = roll(rule, asked.schoolCode()).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(DisbursementProblem.NO_PUPILS_OF_THE_STAGE));
        int places = asked.places() == null ? rule.places(roll.pupils()) : asked.places();
        Quota proposed = propose(asked, rule, roll, places, FreeText.checked(asked.reason()), by)
                .orElseThrow(() -> new ProblemException(DisbursementProblem.QUOTA_PROPOSED_ALREADY));
        trail.record(by, "quota.proposed", "quota", proposed.id().toString(), asked.reason(), Map.of("places", places));
        return proposed;
    }

    /** Counts the quota of every school that has none in force; how many were proposed. */
    int count(Semester semester, String programme, Actor by) {
        Rule rule = rule(programme, semester);
        int proposed = 0;
        for (Roll roll : roll(rule, null)) {
            if (inForce(semester.code(), programme, roll.schoolCode()).isEmpty()) {
                var asked = new Asked(semester, programme, roll.schoolCode(), null, null, COUNTED);
                proposed += propose(asked, rule, roll, rule.places(roll.pupils()), COUNTED, by)
                        .map(q -> 1)
                        .orElse(0);
            }
        }
        trail.record(by, "quota.counted", "programme", programme, null, Map.of("schools", proposed));
        return proposed;
    }

    /** The second person's word. A quota in force gives way to the new one. */
    Quota decide(UUID id, String ifMatch, boolean granted, String reason, Actor by) {
        // Approvals of awards take the same turn: none leans on a quota that is being replaced.
        turns.alone("award");
        Quota quota = find(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        boolean waits = quota.state() == Quota.State.PROPOSED;
        SecondPerson.require(ifMatch, quota.revision(), waits, quota.proposedBy(), by);
        if (granted) {
            inForce(quota.semester(), quota.programme(), quota.schoolCode())
                    .ifPresent(former -> database.update(
                            "update quota set state = 'REPLACED', revision = revision + 1 where id = :id",
                            Map.of("id", former.id())));
        }
        database.update(
                """
                update quota set state = :state, revision = revision + 1, decided_by = :by, decided_by_name = :name,
                    decided_at = :now
                where id = :id
                """,
                Map.of(
                        "id", id,
                        "state", granted ? Quota.State.IN_FORCE : Quota.State.REFUSED,
                        "by", by.id(),
                        "name", by.name(),
                        "now", clock.now()));
        trail.record(by, "quota.decided", "quota", id.toString(), FreeText.checked(reason), Map.of("granted", granted));
        return find(id, by.jurisdiction()).orElseThrow();
    }

    private Rule rule(String programme, Semester semester) {
        return rules.of(programme, semester)
                .orElseThrow(() -> new ProblemException(
                        DisbursementProblem.NO_QUOTA_RULE,
                        Text.of("%s 在 %s 没有名额规则。", "%s has no quota rule in %s.")
                                .formatted(programme, semester)));
    }

    private List<Roll> roll(Rule rule, String school) {
        return database.list(
                ROLL,
                Values.of("stages", rule.stages()).and("school", school),
                row -> new Roll(row.getString(1), row.getString(2), row.getInt(3)));
    }

    private Optional<Quota> propose(Asked asked, Rule rule, Roll roll, int places, String reason, Actor by) {
        UUID id = Ids.next();
        database.update(
                PROPOSE,
                Values.of("id", id)
                        .and("semester", asked.semester().code())
                        .and("programme", asked.programme())
                        .and("school", roll.schoolCode())
                        .and("town", roll.town())
                        .and("places", places)
                        .and("amount", asked.amountFen())
                        .and("onRoll", roll.pupils())
                        .and("computed", rule.places(roll.pupils()))
                        .and("reason", reason)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        return find(id, by.jurisdiction());
    }

    private static Quota read(ResultSet row) throws SQLException {
        return new Quota(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, Long.class),
                row.getInt(8),
                row.getInt(9),
                row.getString(10),
                Quota.State.valueOf(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                Rows.instant(row, 15));
    }
}
