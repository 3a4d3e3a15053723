package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Approves in portions, each of its own transaction: what is approved stays approved, and news of pupils gets its turn between. */
@ApplicationScoped
class ApprovalJob implements JobHandler {
    static final String KIND = "award-approval";

    @Inject
    ApprovalRuns runs;

    @Inject
    ApproveAwards approvals;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        UUID id = UUID.fromString(job.subject());
        ApprovalRuns.Run run = runs.find(id).orElseThrow();
        long done = 0;
        boolean more = run.finishedAt() == null;
        while (more) {
            ApproveAwards.Portion portion = QuarkusTransaction.requiringNew().call(() -> {
                ApproveAwards.Portion next = approvals.portion(run.selection(), job.askedBy(), runs.after(id));
                runs.count(id, next);
                return next;
            });
            done += portion.approved();
            job.progress(done, null);
            more = portion.next() != null;
        }
    }
}
