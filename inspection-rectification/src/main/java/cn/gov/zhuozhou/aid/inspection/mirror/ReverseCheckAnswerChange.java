package cn.gov.zhuozhou.aid.inspection.mirror;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What we read of {@code registry.ReverseCheckAnswered.v1}: a town's answer, which may end the matter or not. */
record ReverseCheckAnswerChange(
        UUID taskId, AnswerState state, ReverseCheckAnswer answer, String town, String village, String source)
        implements Fact {
    enum AnswerState {
        ANSWERED,
        SETTLED,
        REOPENED
    }

    @Override
    public UUID id() {
        return taskId;
    }

    @Override
    public Subject subject() {
        return Subject.reverseCheck(taskId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {taskId, state};
    }

    @Override
    public String upsert() {
        return """
                insert into reverse_check (task_id, revision, state, town, village, source, answer)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (task_id) do update set revision = excluded.revision, state = excluded.state,
                  town = excluded.town, village = excluded.village, source = excluded.source, answer = excluded.answer
                where reverse_check.revision < excluded.revision""";
    }

    @Override
    public void bind(PreparedStatement row, long revision) throws SQLException {
        ReverseCheckState task = state == AnswerState.SETTLED ? ReverseCheckState.CLOSED : ReverseCheckState.OPEN;
        row.setObject(1, taskId);
        row.setLong(2, revision);
        row.setString(3, task.name());
        row.setString(4, town);
        row.setString(5, village);
        row.setString(6, source);
        row.setString(7, answer == null ? null : answer.name());
    }
}
