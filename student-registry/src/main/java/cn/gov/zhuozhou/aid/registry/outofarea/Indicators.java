package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** 在外学生知晓/落实率: pupils with all answers and a reply ÷ all, by town, for those who were owed a letter in a semester. */
@ApplicationScoped
class Indicators {
    /**
     * @param town null where the household's town is not known
     * @param done all answers there and a reply received
     * @param rate {@code done ÷ total} in percent
     */
    record TownLine(String town, int total, int answered, int dispatched, int replied, int done, BigDecimal rate) {}

    @Inject
    Database database;

    /** As it stood at the end of the semester, or stands today. */
    List<TownLine> of(Semester semester, Jurisdiction own) {
        return database.list(
                """
                with pupil as (
                  select s.id, s.town, coalesce(s.complete_since < :end, false) as answered,
                    exists (select 1 from out_of_area_letter l where l.student_id = s.id and l.dispatched_on < :end) as dispatched,
                    exists (select 1 from out_of_area_letter l join out_of_area_reply r on r.letter_id = l.id
                            where l.student_id = s.id and r.received_on < :end) as replied
                  from out_of_area_student s
                  left join out_of_area_responsibility p on p.student_id = s.id and p.valid_to is null
                  where s.hardship_since < :end and (s.in_hardship or s.hardship_until > :begin)
                    and (s.state = 'ACTIVE' or s.ended_on > :begin)
                    and (:ownTown::text is null or s.town = :ownTown)
                    and (:ownSchool::text is null or p.school_code = :ownSchool))
                select town, count(*), count(*) filter (where answered), count(*) filter (where dispatched),
                  count(*) filter (where replied), count(*) filter (where answered and replied)
                from pupil group by town order by town""",
                Values.of(own.parameters())
                        .and("begin", semester.firstDay())
                        .and("end", semester.next().firstDay()),
                row -> new TownLine(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        rate(row.getInt(6), row.getInt(2))));
    }

    static BigDecimal rate(int done, int total) {
        return BigDecimal.valueOf(done * 100L).divide(BigDecimal.valueOf(total), 1, RoundingMode.HALF_UP);
    }
}
