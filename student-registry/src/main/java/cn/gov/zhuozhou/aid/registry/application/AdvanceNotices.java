package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Listing;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.application.AdvanceNotice.Delivery;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Batches of notices in advance and the evidence of their delivery. */
@ApplicationScoped
class AdvanceNotices {
    private static final String SELECT = """
            select n.id, n.semester, n.school_code, c.name, n.opens_on, n.closes_on, n.issued_by_name, n.version,
                coalesce((select jsonb_agg(jsonb_build_object('means', d.means, 'deliveredOn', d.delivered_on,
                    'reached', d.reached, 'receipts', d.receipts, 'reference', d.reference) order by d.id)
                  from advance_notice_delivery d where d.notice_id = n.id), '[]')
            from advance_notice n join school c on c.code = n.school_code
            where (cast(:ownSchool as text) is null or c.code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    Applicants applicants;

    @Inject
    ObjectMapper json;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<AdvanceNotice> of(String schoolCode, String semester) {
        Map<String, Object> values = Jurisdiction.BUREAU.parameters();
        values.put("school", schoolCode);
        values.put("semester", semester);
        return database.first(SELECT + " and n.school_code = :school and n.semester = :semester", values, this::read);
    }

    Optional<AdvanceNotice> find(UUID id, Jurisdiction own) {
        return listing().find(database, id, own);
    }

    Page<AdvanceNotice> list(String semester, String school, Jurisdiction own, Paging paging) {
        return listing().page(database, Values.of("n.semester", semester).and("n.school_code", school), own, paging);
    }

    AdvanceNotice issue(String schoolCode, String semester, LocalDate opensOn, LocalDate closesOn, Actor actor) {
        applicants.requireSchool(schoolCode, actor.jurisdiction());
        requirePeriod(opensOn, closesOn);
        UUID id = Ids.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("semester", semester);
        values.put("school", schoolCode);
        values.put("opens", opensOn);
        values.put("closes", closesOn);
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        int inserted = database.update("""
                insert into advance_notice (id, semester, school_code, version, opens_on, closes_on, issued_by,
                    issued_by_name, issued_at)
                values (:id, :semester, :school, 1, :opens, :closes, :by, :name, :now)
                on conflict (school_code, semester) do nothing
                """, values);
        if (inserted == 0) {
            throw new ProblemException(ApplicationProblem.ADVANCE_NOTICE_EXISTS);
        }
        trail.record(actor, "advance-notice.issued", "advance-notice", id.toString(), null);
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    /** Applications open or close on other days. */
    AdvanceNotice reschedule(UUID id, String ifMatch, LocalDate opensOn, LocalDate closesOn, Actor actor) {
        AdvanceNotice current = seen(id, ifMatch, actor);
        requirePeriod(opensOn, closesOn);
        Map<String, Object> values = new HashMap<>();
        values.put("opens", opensOn);
        values.put("closes", closesOn);
        next(current, "opens_on = :opens, closes_on = :closes,", values);
        Map<String, ?> before = Map.of("opensOn", current.opensOn(), "closesOn", String.valueOf(current.closesOn()));
        trail.record(actor, "advance-notice.rescheduled", "advance-notice", id.toString(), null, before);
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    AdvanceNotice deliver(UUID id, String ifMatch, Delivery delivery, Actor actor) {
        AdvanceNotice current = seen(id, ifMatch, actor);
        if (delivery.deliveredOn().isAfter(clock.today())) {
            throw new ProblemException(ApplicationProblem.DELIVERED_IN_FUTURE);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("id", Ids.next());
        values.put("notice", id);
        values.put("means", delivery.means());
        values.put("on", delivery.deliveredOn());
        values.put("reached", delivery.reached());
        values.put("receipts", delivery.receipts());
        values.put("reference", Masked.anywhere(delivery.reference()));
        values.put("by", actor.id());
        values.put("now", clock.now());
        database.update("""
                insert into advance_notice_delivery (id, notice_id, means, delivered_on, reached, receipts, reference,
                    recorded_by, recorded_at)
                values (:id, :notice, :means, :on, :reached, :receipts, :reference, :by, :now)
                """, values);
        next(current, "", new HashMap<>());
        trail.record(
                actor,
                "advance-notice.delivered",
                "advance-notice",
                id.toString(),
                null,
                Map.of("means", delivery.means(), "reached", delivery.reached()));
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    private void next(AdvanceNotice current, String changes, Map<String, Object> values) {
        values.put("id", current.id());
        values.put("version", current.version());
        String sql =
                "update advance_notice set " + changes + " version = version + 1 where id = :id and version = :version";
        if (database.update(sql, values) != 1) {
            throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
        }
    }

    private AdvanceNotice seen(UUID id, String ifMatch, Actor actor) {
        AdvanceNotice current = find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, current.version());
        return current;
    }

    private static void requirePeriod(LocalDate opensOn, LocalDate closesOn) {
        if (closesOn != null && closesOn.isBefore(opensOn)) {
            throw new ProblemException(ApplicationProblem.PERIOD_NOT_VALID);
        }
    }

    private Listing<AdvanceNotice> listing() {
        return new Listing<>(SELECT, "n.id", this::read, AdvanceNotice::id);
    }

    private AdvanceNotice read(ResultSet row) throws SQLException {
        try {
            return new AdvanceNotice(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, LocalDate.class),
                    row.getString(7),
                    json.readValue(row.getString(9), new TypeReference<>() {}),
                    row.getLong(8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("deliveries cannot be read", e);
        }
    }
}
