package cn.gov.zhuozhou.aid.chassis.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Removes what has served: published events, ids of handled ones, answers to repeated requests. */
@ApplicationScoped
class Housekeeping {
    private static final List<String> SWEEPS = List.of(
            "delete from outbox where published_at < now() - make_interval(secs => ?)",
            "delete from inbox where received_at < now() - make_interval(secs => ?)",
            "delete from idempotency where created_at < now() - make_interval(secs => ?)");

    @Inject
    DataSource dataSource;

    @Inject
    OutboxConfig config;

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = dataSource.getConnection()) {
                for (String sql : SWEEPS) {
                    try (var statement = connection.prepareStatement(sql)) {
                        statement.setDouble(1, (double) config.kept().toSeconds());
                        statement.executeUpdate();
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("old rows cannot be removed", e);
            }
        });
    }
}
