package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A case to decide, with both sides side by side: what the register says and what enrolment says. */
record MatchCaseView(
        UUID caseId,
        String kind,
        CaseState state,
        long version,
        String source,
        String town,
        String village,
        String category,
        String registerName,
        String headName,
        String relation,
        LocalDate birthDate,
        UUID studentId,
        String studentName,
        String schoolCode,
        String schoolName,
        String guardianName,
        String guardianRelation,
        Verdict verdict,
        String reasonCode,
        String reason,
        String proposedBy,
        String decidedBy,
        Instant decidedAt,
        Instant createdAt) {

    static final String SELECT = """
            select mc.*, e.category, e.name as register_name, e.head_name, e.relation, p.name as student_name, p.school_code,
              s.name as school_name, p.guardian_name, p.guardian_relation
            from match_case mc
            left join register_entry e on e.id = mc.entry_id
            left join student p on p.id = mc.student_id
            left join school s on s.code = p.school_code
            where (:ownSchool::text is null or p.school_code = :ownSchool)
              and (:ownTown::text is null or coalesce(s.town, mc.town) = :ownTown)
            """;

    static MatchCaseView of(ResultSet row) throws SQLException {
        return new MatchCaseView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                CaseState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("source"),
                row.getString("town"),
                row.getString("village"),
                row.getString("category"),
                row.getString("register_name"),
                row.getString("head_name"),
                row.getString("relation"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("student_id", UUID.class),
                row.getString("student_name"),
                row.getString("school_code"),
                row.getString("school_name"),
                row.getString("guardian_name"),
                row.getString("guardian_relation"),
                row.getString("verdict") == null ? null : Verdict.valueOf(row.getString("verdict")),
                row.getString("reason_code"),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getString("decided_by"),
                Rows.instant(row, "decided_at"),
                Rows.instant(row, "created_at"));
    }
}
