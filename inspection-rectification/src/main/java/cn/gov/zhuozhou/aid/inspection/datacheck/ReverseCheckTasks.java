package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckAnswer;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the tasks of central schools to find out about persons without a pupil record. */
@ApplicationScoped
class ReverseCheckTasks {
    /**
     * @param answer what the town found out so far; null where nothing
     */
    record Task(UUID id, ReverseCheckState state, ReverseCheckAnswer answer, String town) {}

    @Inject
    Database database;

    List<Task> of(Collection<UUID> taskIds) {
        return database.list(
                "select task_id, state, answer, town from reverse_check where task_id = any (:tasks)",
                Map.of("tasks", taskIds),
                row -> new Task(
                        row.getObject(1, UUID.class),
                        Rows.constant(row, 2, ReverseCheckState.class),
                        Rows.constant(row, 3, ReverseCheckAnswer.class),
                        row.getString(4)));
    }
}
