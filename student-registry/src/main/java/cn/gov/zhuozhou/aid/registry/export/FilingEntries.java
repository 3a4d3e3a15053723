package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which identified pupils are on a sheet for the national system, which are entered there, and when it locks. */
@ApplicationScoped
class FilingEntries {
    enum Filed {
        NOT_EXPORTED,
        NOT_ENTERED,
        ENTERED
    }

    record Lock(String semester, LocalDate locksOn, String source) {}

    record Entry(
            UUID studentId,
            String name,
            String schoolCode,
            String stage,
            String className,
            String level,
            Filed filed) {}

    /**
     * @param lock null where nobody has entered a date
     * @param daysLeft to the lock, negative once it has passed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checklist(
            Lock lock,
            Long daysLeft,
            long identified,
            long notExported,
            long notEntered,
            List<Entry> items,
            String next) {}

    private record Counts(long identified, long exported, long entered) {}

    /** Only who is in force and settled is entered. */
    private static final String FROM = """
            from identification i
            join student s on s.id = i.student_id
            left join school c on c.code = s.school_code
            left join filing_entry f on f.student_id = i.student_id and f.semester = i.semester
            where i.identified and i.semester = :semester and s.anonymised_on is null
              and (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
              and (cast(:school as text) is null or s.school_code = :school)
              and (cast(:stage as text) is null or s.stage = :stage)
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Everybody on a sheet; who was on one before keeps the day he was first. */
    void exported(Export export) {
        database.update(
                """
                insert into filing_entry (student_id, semester, export_id, exported_at)
                select i.student_id, i.semester, :export, :now
                """ + FROM + " on conflict do nothing",
                Exports.scope(export.wanted(), Jurisdiction.parse(export.requestedOrg()))
                        .and("export", export.id())
                        .and("now", clock.now()));
    }

    Checklist checklist(String semester, String school, Filed filed, Jurisdiction own, Paging paging) {
        var values = Exports.scope(new Export.Wanted(semester, school, null), own)
                .and("filed", filed)
                .and("after", paging.afterId());
        Counts counts = database.first(
                        "select count(*), count(f.exported_at), count(f.entered_on) " + FROM,
                        values,
                        row -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseThrow();
        Page<Entry> page = Page.of(
                database.list(
                        """
                        select * from (
                          select s.id, s.name, s.school_code, s.stage, s.class_name, i.level,
                            case when f.exported_at is null then 'NOT_EXPORTED' when f.entered_on is null then 'NOT_ENTERED'
                              else 'ENTERED' end as filed
                        """ + FROM + """
                        ) e
                        where (cast(:filed as text) is null or e.filed = :filed) and (cast(:after as uuid) is null or e.id > :after)
                        order by e.id limit %d
                        """.formatted(paging.limit() + 1),
                        values,
                        row -> new Entry(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                Filed.valueOf(row.getString(7)))),
                paging.limit(),
                Entry::studentId);
        Optional<Lock> lock = lock(semester);
        return new Checklist(
                lock.orElse(null),
                lock.map(l -> l.locksOn().toEpochDay() - clock.today().toEpochDay())
                        .orElse(null),
                counts.identified(),
                counts.identified() - counts.exported(),
                counts.identified() - counts.entered(),
                page.items(),
                page.next());
    }

    /** Marks who stands in the national system now; how many that newly are. */
    int entered(String semester, List<UUID> students, LocalDate on, Actor actor) {
        int entered = database.update(
                """
                update filing_entry set entered_on = :on, entered_by = :by
                where semester = :semester and entered_on is null and student_id = any (:students)
                  and student_id in (select i.student_id
                """ + FROM + ")",
                Exports.scope(new Export.Wanted(semester, null, null), actor.jurisdiction())
                        .and("students", students)
                        .and("on", on)
                        .and("by", actor.id()));
        trail.record(actor, "filing.entered", "filing", semester, null, Map.of("pupils", entered));
        return entered;
    }

    Lock setLock(Lock lock, Actor actor) {
        database.update(
                """
                insert into filing_lock (id, semester, locks_on, source, entered_by, entered_at)
                values (:id, :semester, :on, :source, :by, :now)
                """,
                Values.of("id", Ids.next())
                        .and("semester", lock.semester())
                        .and("on", lock.locksOn())
                        .and("source", lock.source())
                        .and("by", actor.id())
                        .and("now", clock.now()));
        trail.record(actor, "filing.lock-set", "filing", lock.semester(), lock.source());
        return lock;
    }

    private Optional<Lock> lock(String semester) {
        return database.first(
                """
                select semester, locks_on, source from filing_lock where semester = :semester order by id desc limit 1
                """,
                Map.of("semester", semester),
                row -> new Lock(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)));
    }
}
