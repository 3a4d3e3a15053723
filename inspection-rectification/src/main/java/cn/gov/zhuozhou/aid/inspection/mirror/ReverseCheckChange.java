package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.UUID;

/** What we read of {@code registry.SchoolAgePersonUnmatched.v1}; it names nobody, and not always a town. */
record ReverseCheckChange(UUID taskId, ReverseCheckState state, String town, String village, String source)
        implements Fact {
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
                insert into reverse_check (task_id, revision, state, town, village, source) values (:id, :revision, :state, :town, :village, :source)
                on conflict (task_id) do update set revision = excluded.revision, state = excluded.state,
                  town = excluded.town, village = excluded.village, source = excluded.source
                where reverse_check.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", taskId)
                .and("revision", revision)
                .and("state", state)
                .and("town", town)
                .and("village", village)
                .and("source", source);
    }
}
