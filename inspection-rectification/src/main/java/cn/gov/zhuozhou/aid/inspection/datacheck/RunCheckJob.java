package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.inspection.mirror.DueSubjects;
import cn.gov.zhuozhou.aid.inspection.mirror.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Checks every subject of a check anew: makes them all due and waits until the sweep has been through. */
@ApplicationScoped
class RunCheckJob implements JobHandler {
    static final String KIND = "data-check";
    private static final long LOOK_EVERY_MS = 100;

    @Inject
    RuleBooks ruleBooks;

    @Inject
    DueSubjects due;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws InterruptedException {
        Subject.Kind kind = ruleBooks.present().checks().get(run.subject()).subjectKind();
        long total = QuarkusTransaction.requiringNew().call(() -> due.markAll(kind));
        long waiting = due.waiting(kind);
        while (waiting > 0) {
            run.progress(Math.max(0, total - waiting), total);
            Thread.sleep(LOOK_EVERY_MS);
            waiting = due.waiting(kind);
        }
        run.reportNow(total, total);
    }
}
