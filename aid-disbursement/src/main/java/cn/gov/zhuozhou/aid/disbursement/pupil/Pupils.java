package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps the newest state of each pupil. */
@ApplicationScoped
public class Pupils {
    private static final String KEEP = """
            insert into pupil as p (student_id, revision, name, school_code, school_name, school_town, stage, grade,
                                    class_name, boarding, enrolment_state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (student_id) do update set
              revision = excluded.revision, name = excluded.name, school_code = excluded.school_code,
              school_name = excluded.school_name, school_town = excluded.school_town, stage = excluded.stage,
              grade = excluded.grade, class_name = excluded.class_name, boarding = excluded.boarding,
              enrolment_state = excluded.enrolment_state
            where p.revision < excluded.revision
            """;

    @Inject
    DataSource dataSource;

    /** False where the change is older than what is known. */
    public boolean keep(PupilChange change, long revision) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, change.studentId());
            statement.setLong(2, revision);
            statement.setString(3, change.name());
            statement.setString(4, change.schoolCode());
            statement.setString(5, change.schoolName());
            statement.setString(6, change.schoolTown());
            statement.setString(7, change.stage().name());
            statement.setInt(8, change.grade());
            statement.setString(9, change.className());
            statement.setBoolean(10, change.boarding());
            statement.setString(11, change.enrolmentState());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a pupil cannot be kept", e);
        }
    }

    public Optional<Pupil> find(UUID id) {
        String sql = """
                select name, school_code, school_name, school_town, stage, grade, boarding, enrolment_state
                from pupil where student_id = ?
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Pupil(
                                id,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Stage.valueOf(row.getString(5)),
                                row.getInt(6),
                                row.getBoolean(7),
                                row.getString(8)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a pupil cannot be read", e);
        }
    }
}
