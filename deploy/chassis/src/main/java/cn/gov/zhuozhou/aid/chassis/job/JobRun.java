package cn.gov.zhuozhou.aid.chassis.job;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import java.util.UUID;

/** A job being run: what it is about, who asked for it, and where its progress goes. */
public final class JobRun {
    private static final long REPORT_EVERY_NANOS = 500_000_000L;

    private final UUID id;
    private final String subject;
    private final Actor askedBy;
    private final JobStore store;
    private long reportedAt = System.nanoTime() - REPORT_EVERY_NANOS;

    JobRun(UUID id, String subject, Actor askedBy, JobStore store) {
        this.id = id;
        this.subject = subject;
        this.askedBy = askedBy;
        this.store = store;
    }

    public UUID id() {
        return id;
    }

    public String subject() {
        return subject;
    }

    public Actor askedBy() {
        return askedBy;
    }

    /** Tells how far the job is, at most twice a second; throws {@link JobCancelled} where somebody cancelled it. */
    public void progress(long done, Long total) {
        if (System.nanoTime() - reportedAt >= REPORT_EVERY_NANOS) {
            reportNow(done, total);
        }
    }

    public void reportNow(long done, Long total) {
        reportedAt = System.nanoTime();
        if (store.progress(id, done, total)) {
            throw new JobCancelled();
        }
    }

    /** Ends a run whose job was cancelled; thrown through the handler. */
    public static final class JobCancelled extends RuntimeException {
        JobCancelled() {
            super("cancelled", null, false, false);
        }
    }
}
