package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
              where e.semester = :semester and e.identified and p.enrolment_state = 'IN_SCHOOL'
                and (:ownSchool::text is null or p.school_code = :ownSchool)
                and (:ownTown::text is null or p.school_town = :ownTown)),
            live as (
              select student_id, programme from award where semester = :semester and state <> 'STOPPED')
            select i.school_code, min(i.school_name), min(i.stage), l.programme, grouping(l.programme),
                   count(distinct i.student_id)
            from identified i left join live l on l.student_id = i.student_id
            group by grouping sets ((i.school_code), (i.school_code, l.programme))
            order by i.school_code, grouping(l.programme) desc, l.programme
            """;

    @Inject
    Database database;

    List<School> of(Semester semester, Jurisdiction within) {
        Map<String, School> schools = new LinkedHashMap<>();
        for (Count count : database.list(
                COUNT, Values.of(within.parameters()).and("semester", semester.code()), Coverage::count)) {
            if (count.ofSchool()) {
                schools.put(
                        count.code(),
                        new School(
                                count.code(),
                                count.name(),
                                count.stage(),
                                count.pupils(),
                                count.pupils(),
                                new TreeMap<>()));
            } else if (count.programme() == null) {
                schools.computeIfPresent(count.code(), (code, school) -> without(school, count.pupils()));
            } else {
                schools.get(count.code()).byProgramme().put(count.programme(), count.pupils());
            }
        }
        return List.copyOf(schools.values());
    }

    /** Pupils of a school, altogether or under one programme; programme null = those who have none. */
    private record Count(String code, String name, String stage, String programme, boolean ofSchool, long pupils) {}

    private static Count count(ResultSet row) throws SQLException {
        return new Count(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5) == 1,
                row.getLong(6));
    }

    private static School without(School s, long uncovered) {
        return new School(
                s.schoolCode(), s.schoolName(), s.stage(), s.identified(), s.identified() - uncovered, s.byProgramme());
    }
}
