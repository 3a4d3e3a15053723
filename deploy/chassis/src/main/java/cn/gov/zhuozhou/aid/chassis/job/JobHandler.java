package cn.gov.zhuozhou.aid.chassis.job;

/**
 * Does one kind of long work. A job may be run again from its beginning after the service died in the middle of it, so
 * {@link #run} first clears what an interrupted run left behind, or is idempotent by nature.
 */
public interface JobHandler {
    String kind();

    /** Runs outside any transaction; throws to fail the job. */
    void run(JobRun run) throws Exception;

    /** A job that was cancelled before it began is never run: what was laid ready for it goes, in the transaction that cancels. */
    default void cancelledUnbegun(String subject) {
        // most jobs find all they need when they run
    }
}
