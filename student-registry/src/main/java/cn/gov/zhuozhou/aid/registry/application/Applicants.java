package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pupils and schools as the procedure needs to know them; nobody beyond the caller's jurisdiction. */
@ApplicationScoped
public class Applicants {
    /**
     * A pupil.
     *
     * @param birthDate null where the roll does not say
     */
    public record Applicant(UUID id, String schoolCode, LocalDate birthDate) {}

    @Inject
    Database database;

    /** Ends the request as "not found" for a pupil outside. */
    public Applicant require(UUID studentId, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("student", studentId);
        return database.first(
                        """
                        select s.school_code, s.birth_date
                        from student s left join school c on c.code = s.school_code
                        where s.id = :student
                          and (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
                          and (cast(:ownTown as text) is null or c.town = :ownTown)
                        """,
                        values,
                        row -> new Applicant(studentId, row.getString(1), row.getObject(2, LocalDate.class)))
                .orElseThrow(ProblemException::notFound);
    }

    /** Ends the request as "not found" for a school outside. */
    void requireSchool(String code, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("code", code);
        boolean seen = database.first("""
                        select 1 from school c where c.code = :code
                          and (cast(:ownSchool as text) is null or c.code = :ownSchool)
                          and (cast(:ownTown as text) is null or c.town = :ownTown)
                        """, values, row -> row.getInt(1)).isPresent();
        if (!seen) {
            throw ProblemException.notFound();
        }
    }

    int onRoll(String schoolCode) {
        return database.first(
                        "select count(*) from student where school_code = :school and enrolment_state = 'IN_SCHOOL'",
                        Map.of("school", schoolCode),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** What the newest registers, or a person's confirmation, prove of a pupil. */
    List<Category> listed(UUID studentId) {
        return database.list(
                "select distinct category from evidence where student_id = :student and valid_to is null",
                Map.of("student", studentId),
                row -> Category.valueOf(row.getString(1)));
    }
}
