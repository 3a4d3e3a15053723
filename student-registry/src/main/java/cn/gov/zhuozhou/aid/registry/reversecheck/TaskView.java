package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A task as its central school sees it.
 *
 * @param overdue not answered and past its day
 */
record TaskView(
        UUID taskId,
        TaskState state,
        long version,
        String source,
        String category,
        String name,
        LocalDate birthDate,
        String expectedStage,
        String headName,
        String relation,
        String town,
        String village,
        LocalDate openedOn,
        LocalDate dueOn,
        boolean overdue,
        String takenBy,
        AnswerView answer,
        String proposedBy,
        String settledBy,
        Instant settledAt) {
    /** The present answer; {@code numberGiven} tells that a right number is kept, sealed. */
    record AnswerView(
            AnswerKind kind,
            String zh,
            String province,
            String city,
            String schoolName,
            String stage,
            String why,
            LocalDate since,
            UUID studentId,
            boolean numberGiven,
            String evidence,
            String answeredBy,
            Instant answeredAt) {}

    static final String SELECT = """
            select rc.*, mc.source, mc.town, mc.village, mc.birth_date, e.category, e.name, e.head_name, e.relation,
              (rc.state in ('OPEN', 'TAKEN', 'PROPOSED') and rc.due_on < :today) as overdue, a.kind, a.province, a.city,
              a.school_name, a.stage, a.why, a.since, a.student_id, a.number_sealed is not null as number_given, a.evidence,
              a.answered_by_name, a.answered_at
            from reverse_check rc
            join match_case mc on mc.id = rc.id
            left join register_entry e on e.id = mc.entry_id
            left join reverse_check_answer a on a.id = rc.answer_id
            where :ownSchool::text is null and (:ownTown::text is null or mc.town = :ownTown)
            """;

    static TaskView of(ResultSet row) throws SQLException {
        return new TaskView(
                row.getObject("id", UUID.class),
                TaskState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("source"),
                row.getString("category"),
                row.getString("name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("expected_stage"),
                row.getString("head_name"),
                row.getString("relation"),
                row.getString("town"),
                row.getString("village"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("overdue"),
                row.getString("taken_by_name"),
                answer(row),
                row.getString("proposed_by"),
                row.getString("settled_by"),
                Rows.instant(row, "settled_at"));
    }

    private static AnswerView answer(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) {
            return null;
        }
        AnswerKind known = AnswerKind.valueOf(kind);
        return new AnswerView(
                known,
                known.label().zh(),
                row.getString("province"),
                row.getString("city"),
                row.getString("school_name"),
                row.getString("stage"),
                row.getString("why"),
                row.getObject("since", LocalDate.class),
                row.getObject("student_id", UUID.class),
                row.getBoolean("number_given"),
                row.getString("evidence"),
                row.getString("answered_by_name"),
                Rows.instant(row, "answered_at"));
    }
}
