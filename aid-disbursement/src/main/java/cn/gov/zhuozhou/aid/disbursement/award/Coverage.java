package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Who is identified in force and in school, and which awards they have, by school (应助尽助). */
@ApplicationScoped
class Coverage {
    /**
     * One school.
     *
     * @param identified pupils identified in force and in school
     * @param withAward of these, pupils with an award that is not stopped
     * @param byProgramme programme code to the number of such awards
     */
    record School(
            String schoolCode,
            String schoolName,
            String stage,
            long identified,
            long withAward,
            Map<String, Long> byProgramme) {}

    private static final String COUNT = """
            with identified as (
              select distinct p.student_id, p.school_code, p.school_name, p.stage
              from eligibility e join pupil p on p.student_id = e.student_id
              where e.semester = ? and e.identified and p.enrolment_state = 'IN_SCHOOL'
                and (?::text is null or p.school_code = ?) and (?::text is null or p.school_town = ?)),
            live as (
              select student_id, programme from award where semester = ? and state <> 'STOPPED')
            select i.school_code, min(i.school_name), min(i.stage), l.programme, grouping(l.programme),
                   count(distinct i.student_id)
            from identified i left join live l on l.student_id = i.student_id
            group by grouping sets ((i.school_code), (i.school_code, l.programme))
            order by i.school_code, grouping(l.programme) desc, l.programme
            """;

    @Inject
    DataSource dataSource;

    List<School> of(Semester semester, Jurisdiction within) {
        Map<String, School> schools = new LinkedHashMap<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, semester.code());
            statement.setString(2, within.school());
            statement.setString(3, within.school());
            statement.setString(4, within.town());
            statement.setString(5, within.town());
            statement.setString(6, semester.code());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    String code = row.getString(1);
                    String programme = row.getString(4);
                    long pupils = row.getLong(6);
                    if (row.getInt(5) == 1) {
                        schools.put(
                                code,
                                new School(code, row.getString(2), row.getString(3), pupils, pupils, new TreeMap<>()));
                    } else if (programme == null) {
                        schools.computeIfPresent(code, (c, s) -> without(s, pupils));
                    } else {
                        schools.get(code).byProgramme().put(programme, pupils);
                    }
                }
            }
            return List.copyOf(schools.values());
        } catch (SQLException e) {
            throw new IllegalStateException("coverage cannot be counted", e);
        }
    }

    private static School without(School s, long uncovered) {
        return new School(
                s.schoolCode(), s.schoolName(), s.stage(), s.identified(), s.identified() - uncovered, s.byProgramme());
    }
}
