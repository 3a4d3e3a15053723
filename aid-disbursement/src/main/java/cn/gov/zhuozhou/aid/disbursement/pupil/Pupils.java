package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the newest state of each pupil. */
@ApplicationScoped
public class Pupils {
    private static final String KEEP = """
            insert into pupil as p (student_id, revision, name, school_code, school_name, school_town, stage, grade,
                                    class_name, boarding, enrolment_state, merged_into, guardians_revision)
            values (:student, :revision, :name, :schoolCode, :schoolName, :schoolTown, :stage, :grade, :className, :boarding,
                    :enrolmentState, :mergedInto, coalesce(cast(:guardians as integer), 1))
            on conflict (student_id) do update set
              revision = excluded.revision, name = excluded.name, school_code = excluded.school_code,
              school_name = excluded.school_name, school_town = excluded.school_town, stage = excluded.stage,
              grade = excluded.grade, class_name = excluded.class_name, boarding = excluded.boarding,
              enrolment_state = excluded.enrolment_state, merged_into = excluded.merged_into,
              guardians_revision = greatest(p.guardians_revision, excluded.guardians_revision)
            where p.revision < excluded.revision
            """;

    @Inject
    Database database;

    @Inject
    Places places;

    /** False where the change is older than what is known. */
    public boolean keep(PupilChange change, long revision) {
        int kept = database.update(
                KEEP,
                Values.of("student", change.studentId())
                        .and("revision", revision)
                        .and("name", change.name())
                        .and("schoolCode", change.schoolCode())
                        .and("schoolName", change.schoolName())
                        .and("schoolTown", change.schoolTown())
                        .and("stage", change.stage())
                        .and("grade", change.grade())
                        .and("className", change.className())
                        .and("boarding", change.boarding())
                        .and("enrolmentState", change.enrolmentState())
                        .and("mergedInto", change.mergedInto())
                        .and("guardians", change.guardiansRevision()));
        if (kept == 1) {
            places.add(change.studentId());
        }
        return kept == 1;
    }

    public Optional<Pupil> find(UUID id) {
        return database.first(
                """
                select name, merged_into, school_code, school_town, stage, grade, boarding, enrolment_state
                from pupil where student_id = :student
                """,
                Map.of("student", id),
                row -> new Pupil(id, row.getString(1), Places.place(row, 3), row.getObject(2, UUID.class)));
    }
}
