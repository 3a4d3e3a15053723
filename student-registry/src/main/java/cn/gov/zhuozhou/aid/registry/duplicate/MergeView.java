package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A merge with both records side by side.
 *
 * @param reason of the merge, or of undoing it once that is asked for
 */
record MergeView(
        UUID mergeId,
        MergeState state,
        long version,
        RecordView survivor,
        RecordView absorbed,
        String reason,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        String opinion) {

    /** One record of a pupil; numbers are masked. */
    record RecordView(
            UUID studentId,
            String studentNumber,
            String identityNumber,
            String name,
            LocalDate birthDate,
            String schoolCode,
            String schoolName,
            int grade,
            String className,
            String enrolmentState,
            String guardianName) {

        static RecordView of(ResultSet row, String which, FieldCryptoSession crypto) throws SQLException {
            return new RecordView(
                    row.getObject(which + "_id", UUID.class),
                    Masked.number(crypto.decrypt(row.getBytes(which + "_number"))),
                    Masked.number(crypto.decrypt(row.getBytes(which + "_identity"))),
                    row.getString(which + "_name"),
                    row.getObject(which + "_birth_date", LocalDate.class),
                    row.getString(which + "_school"),
                    row.getString(which + "_school_name"),
                    row.getInt(which + "_grade"),
                    row.getString(which + "_class"),
                    row.getString(which + "_state"),
                    row.getString(which + "_guardian"));
        }
    }

    /** The columns {@link RecordView} reads, of a pupil and his school. */
    static String columns(String which, String student, String school) {
        return """
                %2$s.id as %1$s_id, %2$s.student_number_sealed as %1$s_number, %2$s.identity_sealed as %1$s_identity,
                %2$s.name as %1$s_name, %2$s.birth_date as %1$s_birth_date, %2$s.school_code as %1$s_school,
                %3$s.name as %1$s_school_name, %2$s.grade as %1$s_grade, %2$s.class_name as %1$s_class,
                %2$s.enrolment_state as %1$s_state, %2$s.guardian_name as %1$s_guardian
                """.formatted(which, student, school);
    }

    static final String SELECT = """
            select m.*, %s, %s
            from student_merge m
            join student p on p.id = m.survivor_id left join school ps on ps.code = p.school_code
            join student q on q.id = m.absorbed_id left join school qs on qs.code = q.school_code
            where (:ownSchool::text is null or :ownSchool in (p.school_code, q.school_code))
              and (:ownTown::text is null or :ownTown in (ps.town, qs.town))
            """.formatted(columns("survivor", "p", "ps"), columns("absorbed", "q", "qs"));

    static MergeView of(ResultSet row, FieldCryptoSession crypto) throws SQLException {
        return new MergeView(
                row.getObject("id", UUID.class),
                MergeState.valueOf(row.getString("state")),
                row.getLong("version"),
                RecordView.of(row, "survivor", crypto),
                RecordView.of(row, "absorbed", crypto),
                row.getString("reason"),
                row.getString("proposed_by_name"),
                Rows.instant(row, "proposed_at"),
                row.getString("decided_by_name"),
                Rows.instant(row, "decided_at"),
                row.getString("opinion"));
    }
}
