package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** How far a semester's pupils in hardship agree with last semester's, school by school (S67: 基本保持一致). */
@ApplicationScoped
class Similarity {
    /**
     * One school, by where its pupils are now.
     *
     * @param before identified last semester
     * @param kept of those, identified now
     * @param added identified now and not before
     * @param removed identified before and not now
     * @param proposed changes still under review or on notice
     * @param share kept of before, in per cent; null where nobody was identified before
     * @param flagged whether more than the threshold changed, measured against those before
     */
    record Line(
            String schoolCode,
            String schoolName,
            long before,
            long kept,
            long added,
            long removed,
            long proposed,
            Integer share,
            boolean flagged) {}

    /** All schools the asker sees; the total first. */
    record Report(String semester, String comparedWith, int threshold, Line total, List<Line> schools) {}

    private static final int PER_CENT = 100;

    @Inject
    Database database;

    @Inject
    RuleSets ruleSets;

    Report of(Semester semester, Jurisdiction own) {
        int threshold = ruleSets.of(semester).parameters().similarityThreshold();
        Map<String, Object> values = own.parameters();
        values.put("semester", semester.code());
        values.put("previous", semester.previous().code());
        List<Line> schools = database.list("""
                with pupil as (
                  select i.student_id, i.identified as now, false as before,
                    i.state in ('PROPOSED', 'REVIEWED', 'ON_NOTICE') and i.result in ('ADDED', 'REMOVED') as proposed
                  from identification i where i.semester = :semester
                  union all
                  select o.student_id, false, true, false
                  from identification o where o.semester = :previous and o.identified
                  union all
                  select p.student_id, false, true, false
                  from prior_identification p
                  where p.semester = :previous and not exists (
                    select 1 from identification o where o.student_id = p.student_id and o.semester = :previous)),
                each as (
                  select student_id, bool_or(now) as now, bool_or(before) as before, bool_or(proposed) as proposed
                  from pupil group by student_id)
                select s.school_code, c.name, count(*) filter (where e.before),
                  count(*) filter (where e.before and e.now), count(*) filter (where e.now and not e.before),
                  count(*) filter (where e.before and not e.now), count(*) filter (where e.proposed)
                from each e
                join student s on s.id = e.student_id
                left join school c on c.code = s.school_code
                where (e.before or e.now or e.proposed)
                  and (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
                  and (cast(:ownTown as text) is null or c.town = :ownTown)
                group by s.school_code, c.name order by s.school_code
                """, values, row -> read(row, threshold));
        return new Report(semester.code(), semester.previous().code(), threshold, total(schools, threshold), schools);
    }

    private static Line total(List<Line> schools, int threshold) {
        return line(
                null,
                null,
                schools.stream().mapToLong(Line::before).sum(),
                schools.stream().mapToLong(Line::kept).sum(),
                schools.stream().mapToLong(Line::added).sum(),
                schools.stream().mapToLong(Line::removed).sum(),
                schools.stream().mapToLong(Line::proposed).sum(),
                threshold);
    }

    private static Line read(ResultSet row, int threshold) throws SQLException {
        return line(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                threshold);
    }

    static Line line(
            String code, String name, long before, long kept, long added, long removed, long proposed, int threshold) {
        Integer share = before == 0 ? null : Math.toIntExact(kept * PER_CENT / before);
        boolean flagged = (added + removed) * PER_CENT > threshold * Math.max(before, 1);
        return new Line(code, name, before, kept, added, removed, proposed, share, flagged);
    }
}
