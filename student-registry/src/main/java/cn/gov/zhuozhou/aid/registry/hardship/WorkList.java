package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.ClockConfig;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.hardship.Deadlines.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What waits for people, by town, school and kind; what has waited longest comes first. */
@ApplicationScoped
class WorkList {
    /**
     * @param town of the school, or of the household where nobody knows a pupil
     * @param open waiting for the first person
     * @param proposed waiting for the second person
     * @param oldestAge working days the oldest has waited
     */
    record Line(
            String town,
            String schoolCode,
            String schoolName,
            String kind,
            int open,
            int proposed,
            Instant oldestSince,
            int oldestAge,
            boolean overdue) {}

    private static final String WAITING = """
            select coalesce(s.town, mc.town), p.school_code, s.name, mc.kind, count(*) filter (where mc.state = 'OPEN'),
              count(*) filter (where mc.state = 'PROPOSED'), min(mc.created_at) as oldest
            from match_case mc
            left join student p on p.id = mc.student_id
            left join school s on s.code = p.school_code
            where mc.state in ('OPEN', 'PROPOSED') and (:ownSchool::text is null or p.school_code = :ownSchool)
              and (:ownTown::text is null or coalesce(s.town, mc.town) = :ownTown)
            group by 1, 2, 3, 4
            order by oldest, 1, 2, 4""";

    @Inject
    Database database;

    @Inject
    Deadlines deadlines;

    @Inject
    ClockConfig clockConfig;

    List<Line> of(Jurisdiction jurisdiction) {
        int caseDays = deadlines.workingDays(Work.MATCH_CASE);
        int checkDays = deadlines.workingDays(Work.REVERSE_CHECK);
        return database.list(WAITING, jurisdiction.parameters(), row -> {
            Instant oldest = Rows.instant(row, 7);
            int age = deadlines.age(LocalDate.ofInstant(oldest, clockConfig.zone()));
            String kind = row.getString(4);
            return new Line(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    kind,
                    row.getInt(5),
                    row.getInt(6),
                    oldest,
                    age,
                    age > ("NO_PUPIL".equals(kind) ? checkDays : caseDays));
        });
    }
}
