package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps the newest state of each ruling, and which of them still wait for their pupil. */
@ApplicationScoped
class Eligibilities {
    /** A semester a pupil has a ruling in; {@code waiting} while it was never decided. */
    record Asked(Semester semester, boolean waiting) {}

    private static final String KEEP = """
            insert into eligibility as e (identification_id, student_id, semester, revision, result, state, identified,
                                          level, categories, four_category, valid_basis, ruling_id, notice_id,
                                          received_at, effective_at)
            values (:id, :student, :semester, :revision, :result, :state, :identified, :level, :categories,
                    :fourCategory, :validBasis, :ruling, :notice, :now,
                    case when :identified then :now::timestamptz end)
            on conflict (identification_id) do update set
              revision = excluded.revision, result = excluded.result, state = excluded.state,
              identified = excluded.identified, level = excluded.level, categories = excluded.categories,
              four_category = excluded.four_category, valid_basis = excluded.valid_basis,
              ruling_id = excluded.ruling_id, notice_id = excluded.notice_id, received_at = excluded.received_at,
              effective_at = case when not excluded.identified then null
                                  when e.ruling_id is not distinct from excluded.ruling_id and e.identified then e.effective_at
                                  else excluded.received_at end
            where e.revision < excluded.revision
            """;

    /** Of the alias e. */
    static final String COLUMNS =
            "e.identification_id, e.ruling_id, e.notice_id, e.result, e.state, e.identified, e.level,"
                    + " e.categories, e.four_category, e.valid_basis";

    @Inject
    Database database;

    /** False where the change is older than what is known. */
    boolean keep(EligibilityChange change, long revision, Instant now) {
        return database.update(
                        KEEP,
                        Values.of("id", change.identificationId())
                                .and("student", change.studentId())
                                .and("semester", change.semester().code())
                                .and("revision", revision)
                                .and("result", change.result())
                                .and("state", change.state())
                                .and("identified", change.identified())
                                .and("level", change.level())
                                .and("categories", change.categories())
                                .and("fourCategory", change.fourCategory())
                                .and("validBasis", change.validBasis())
                                .and("ruling", change.rulingId())
                                .and("notice", change.noticeId())
                                .and("now", now))
                == 1;
    }

    List<Asked> semestersOf(UUID studentId) {
        return database.list(
                """
                select semester, bool_or(decided_revision is null) from eligibility
                where student_id = :student group by semester
                """,
                Map.of("student", studentId),
                row -> new Asked(Semester.parse(row.getString(1)), row.getBoolean(2)));
    }

    /** The one that governs. Marks all of them decided. */
    Optional<Eligibility> takeForDecision(UUID studentId, Semester semester) {
        database.update(
                "update eligibility set decided_revision = revision where student_id = :student and semester = :semester",
                Map.of("student", studentId, "semester", semester.code()));
        return governing(studentId, semester);
    }

    Optional<Eligibility> governing(UUID studentId, Semester semester) {
        return database.first(
                "select " + COLUMNS
                        + " from governing_eligibility e where e.student_id = :student and e.semester = :semester",
                Map.of("student", studentId, "semester", semester.code()),
                row -> read(row, 1));
    }

    /** Reads {@link #COLUMNS} from a column on. */
    static Eligibility read(ResultSet row, int from) throws SQLException {
        return new Eligibility(
                row.getObject(from, UUID.class),
                row.getObject(from + 1, UUID.class),
                row.getObject(from + 2, UUID.class),
                row.getString(from + 3),
                row.getString(from + 4),
                row.getBoolean(from + 5),
                Rows.constant(row, from + 6, Level.class),
                Set.copyOf(Rows.strings(row, from + 7)),
                row.getBoolean(from + 8),
                row.getBoolean(from + 9));
    }
}
