package cn.gov.zhuozhou.aid.chassis.job;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.job.JobRun.JobCancelled;
import cn.gov.zhuozhou.aid.chassis.job.JobStore.Claimed;
import cn.gov.zhuozhou.aid.chassis.problem.Fault;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Runs queued jobs one after the other in this replica, and takes up those whose worker died. */
@ApplicationScoped
public class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int LONGEST_END_SECONDS = 5;

    @Inject
    JobStore store;

    @Inject
    @All
    List<JobHandler> handlers;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    MeterRegistry meters;

    private final String worker = Ids.next().toString();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("jobs").daemon().factory());

    void start(@Observes StartupEvent started) {
        meters.gauge("aid.jobs.open", store, JobStore::open);
    }

    @Scheduled(every = "${aid.job.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (busy.get()) {
            store.renew(worker);
        } else {
            wake();
        }
    }

    void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before the commit
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake();
                }
            }
        });
    }

    private void wake() {
        if (!stopping.get() && busy.compareAndSet(false, true)) {
            try {
                executor.execute(this::runAll);
            } catch (RejectedExecutionException e) {
                busy.set(false);
            }
        }
    }

    private void runAll() {
        try {
            Optional<Claimed> next = store.claim(worker);
            while (next.isPresent() && !stopping.get()) {
                run(next.get());
                next = store.claim(worker);
            }
        } catch (RuntimeException e) {
            LOG.errorf("Jobs wait: %s", e.getClass().getSimpleName());
            LOG.debug("Jobs wait", e);
        } finally {
            busy.set(false);
        }
    }

    @ActivateRequestContext
    void run(Claimed job) {
        try {
            handler(job.kind())
                    .orElseThrow(() -> new IllegalStateException("no handler for jobs of kind " + job.kind()))
                    .run(new JobRun(job.id(), job.subject(), job.askedBy(), store));
            store.finish(job.id(), "DONE", null);
        } catch (JobCancelled e) {
            store.finish(job.id(), "CANCELLED", null);
        } catch (ProblemException e) {
            store.finish(job.id(), "FAILED", e.kind().type());
        } catch (Exception e) {
            if (!stopping.get()) {
                LOG.errorf("Job %s of kind %s failed with %s", job.id(), job.kind(), Fault.of(e));
                LOG.debug("Job failed", e);
                store.finish(job.id(), "FAILED", e.getClass().getSimpleName());
            }
        }
    }

    void cancelledUnbegun(JobView job) {
        handler(job.kind()).ifPresent(handler -> handler.cancelledUnbegun(job.subject()));
    }

    private Optional<JobHandler> handler(String kind) {
        return handlers.stream().filter(h -> h.kind().equals(kind)).findFirst();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.set(true);
        executor.shutdownNow();
        awaitEnd();
        store.release(worker);
    }

    /** A job that is interrupted rolls back; the service must not go down under its transaction. */
    private void awaitEnd() {
        try {
            if (!executor.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A job does not end; it is taken up again by whoever comes next");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
