package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Removes what has served: published events, ids of handled ones, answers to repeated requests. */
@ApplicationScoped
class Housekeeping {
    private static final List<String> SWEEPS = List.of(
            "delete from outbox where published_at < now() - make_interval(secs => :kept)",
            "delete from inbox where received_at < now() - make_interval(secs => :kept)",
            "delete from idempotency where created_at < now() - make_interval(secs => :kept)");

    @Inject
    Database database;

    @Inject
    OutboxConfig config;

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        var kept = Map.of("kept", (double) config.kept().toSeconds());
        QuarkusTransaction.requiringNew().run(() -> SWEEPS.forEach(sql -> database.update(sql, kept)));
    }
}
