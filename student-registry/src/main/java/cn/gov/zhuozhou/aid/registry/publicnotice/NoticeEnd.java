package cn.gov.zhuozhou.aid.registry.publicnotice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends notices when their last day has passed on the business clock. Several replicas may look; only one finds it open. */
@ApplicationScoped
class NoticeEnd {
    @Inject
    NoticeStore store;

    @Inject
    Notices notices;

    @Scheduled(every = "${aid.notice.close-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeWhatIsOver() {
        store.over().forEach(id -> QuarkusTransaction.requiringNew().run(() -> notices.closeIfOver(id)));
    }
}
