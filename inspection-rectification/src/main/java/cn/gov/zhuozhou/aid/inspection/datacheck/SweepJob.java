package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.inspection.mirror.DataCheckConfig;
import cn.gov.zhuozhou.aid.inspection.mirror.DueSubjects;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks several times a second for subjects that are due; the application's scheduler only knows whole seconds. */
@ApplicationScoped
class SweepJob {
    private static final Logger LOG = Logger.getLogger(SweepJob.class);

    @Inject
    CheckSubjects checkSubjects;

    @Inject
    DueSubjects due;

    @Inject
    MeterRegistry meters;

    @Inject
    NewDay newDay;

    @Inject
    DataCheckConfig config;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("data-checks").daemon().factory());
    private volatile boolean stopping;

    /** Tells monitoring how many subjects wait: none means that the ledger is up to date. */
    void tell(@Observes StartupEvent started) {
        meters.gauge("aid.datacheck.waiting", due, DueSubjects::waiting);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // sweep() lets no exception out, so there is nothing to wait for
    void start(@Observes StartupEvent started) {
        long pause = config.every().toMillis();
        timer.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            newDay.look();
            int checked;
            do {
                checked = stopping ? 0 : checkSubjects.nextBatch();
            } while (checked == config.batch());
        } catch (RuntimeException e) {
            LOG.warnf("Data checks wait: %s", e.getClass().getSimpleName());
            LOG.debug("Data checks wait", e);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        timer.shutdown();
    }
}
