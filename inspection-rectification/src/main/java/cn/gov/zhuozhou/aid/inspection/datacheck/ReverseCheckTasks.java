package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckAnswer;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the tasks of central schools to find out about persons without a pupil record. */
@ApplicationScoped
class ReverseCheckTasks {
    /**
     * @param answer what the town found out so far; null where nothing
     */
    record Task(UUID id, ReverseCheckState state, ReverseCheckAnswer answer, String town) {}

    @Inject
    DataSource dataSource;

    List<Task> of(Collection<UUID> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select task_id, state, answer, town from reverse_check where task_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", taskIds.toArray()));
            try (var rows = statement.executeQuery()) {
                List<Task> tasks = new ArrayList<>();
                while (rows.next()) {
                    tasks.add(new Task(
                            rows.getObject(1, UUID.class),
                            ReverseCheckState.valueOf(rows.getString(2)),
                            rows.getString(3) == null ? null : ReverseCheckAnswer.valueOf(rows.getString(3)),
                            rows.getString(4)));
                }
                return tasks;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("reverse-check tasks cannot be read", e);
        }
    }
}
