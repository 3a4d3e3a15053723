package cn.gov.zhuozhou.aid.accountability.attendance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What time alone changes. Several replicas may look. */
@ApplicationScoped
class AbsenceSweep {
    @Inject
    Absences absences;

    @Scheduled(every = "${aid.attendance.sweep-every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int moved;
        do {
            moved = QuarkusTransaction.requiringNew().call(absences::ripen);
        } while (moved > 0);
    }
}
