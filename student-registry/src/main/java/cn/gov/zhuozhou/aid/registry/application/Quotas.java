package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Quotas for ordinary hardship, as the centre hands them down. Where none was, the number is not limited. */
@ApplicationScoped
class Quotas {
    /**
     * A quota as it was set.
     *
     * @param schoolCode null where it holds for every school without one of its own
     * @param source the document it stands on
     */
    record Entry(
            UUID id,
            String semester,
            String schoolCode,
            Quota.Measure measure,
            int amount,
            String source,
            String setBy) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Applicants applicants;

    @Inject
    Trail trail;

    /** The school's own, else the general one. */
    Optional<Quota> of(String schoolCode, String semester) {
        return database.first(
                """
                select measure, amount from hardship_quota
                where semester = :semester and (school_code = :school or school_code is null)
                order by school_code nulls last, id desc limit 1
                """,
                Map.of("school", schoolCode, "semester", semester),
                row -> new Quota(Quota.Measure.valueOf(row.getString(1)), row.getInt(2)));
    }

    Page<Entry> list(String semester, Jurisdiction own, Paging paging) {
        Map<String, Object> values = own.parameters();
        values.put("semester", semester);
        values.put("after", paging.afterId());
        String sql = """
                select q.id, q.semester, q.school_code, q.measure, q.amount, q.source, q.set_by_name
                from hardship_quota q left join school c on c.code = q.school_code
                where (q.school_code is null or cast(:ownSchool as text) is null or c.code = :ownSchool)
                  and (q.school_code is null or cast(:ownTown as text) is null or c.town = :ownTown)
                  and (cast(:semester as text) is null or q.semester = :semester)
                  and (cast(:after as uuid) is null or q.id > :after)
                order by q.id limit %d
                """.formatted(paging.limit() + 1);
        return Page.of(
                database.list(
                        sql,
                        values,
                        row -> new Entry(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                Quota.Measure.valueOf(row.getString(4)),
                                row.getInt(5),
                                row.getString(6),
                                row.getString(7))),
                paging.limit(),
                Entry::id);
    }

    Entry set(String semester, String schoolCode, Quota quota, String source, Actor actor) {
        if (schoolCode != null) {
            applicants.requireSchool(schoolCode, actor.jurisdiction());
        }
        UUID id = Ids.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("semester", semester);
        values.put("school", schoolCode);
        values.put("measure", quota.measure());
        values.put("amount", quota.amount());
        values.put("source", source);
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        database.update("""
                insert into hardship_quota (id, semester, school_code, measure, amount, source, set_by, set_by_name,
                    set_at)
                values (:id, :semester, :school, :measure, :amount, :source, :by, :name, :now)
                """, values);
        trail.record(actor, "hardship-quota.set", "hardship-quota", id.toString(), null, Map.of("semester", semester));
        return new Entry(id, semester, schoolCode, quota.measure(), quota.amount(), source, actor.name());
    }
}
