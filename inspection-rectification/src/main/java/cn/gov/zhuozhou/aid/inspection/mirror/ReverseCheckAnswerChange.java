package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
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
                values (:id, :revision, :state, :town, :village, :source, :answer)
                on conflict (task_id) do update set revision = excluded.revision, state = excluded.state,
                  town = excluded.town, village = excluded.village, source = excluded.source, answer = excluded.answer
                where reverse_check.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", taskId)
                .and("revision", revision)
                .and("state", state == AnswerState.SETTLED ? ReverseCheckState.CLOSED : ReverseCheckState.OPEN)
                .and("town", town)
                .and("village", village)
                .and("source", source)
                .and("answer", answer);
    }
}
