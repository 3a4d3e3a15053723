package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Applies one staff list in one transaction, so that an interrupted run leaves nothing behind. */
@ApplicationScoped
class StaffFeedJob implements JobHandler {
    static final String KIND = "staff-feed";

    private static final int SECONDS = 300;

    @Inject
    StaffIntake intake;

    @Inject
    StaffBatches batches;

    @Inject
    BusinessClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID batch = UUID.fromString(run.subject());
        try {
            QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> intake.apply(batch));
        } catch (ProblemException refused) {
            QuarkusTransaction.requiringNew().run(() -> batches.findById(batch).failed(clock.now()));
            throw refused;
        }
        long rows = QuarkusTransaction.requiringNew()
                .call(() -> (long) batches.findById(batch).view().rows());
        run.reportNow(rows, rows);
    }
}
