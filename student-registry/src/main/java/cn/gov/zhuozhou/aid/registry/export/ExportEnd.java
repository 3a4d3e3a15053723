package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Removes the content of exports whose time is over. Several replicas may look; only one finds it there. */
@ApplicationScoped
class ExportEnd {
    @Inject
    ExportStore store;

    @Inject
    Exports exports;

    @Inject
    BusinessClock clock;

    @Scheduled(every = "${aid.export.end-every:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endWhatIsOver() {
        store.over(clock.now()).forEach(id -> QuarkusTransaction.requiringNew().run(() -> exports.endIfOver(id)));
    }
}
