package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Applies a return file's rows; what a run that died had applied stays applied, the rest is taken up. */
@ApplicationScoped
class BankReturnJob implements JobHandler {
    static final String KIND = "bank-return";
    /** Each portion is one transaction: as large as one may be that others wait for. */
    private static final int PORTION = 5_000;

    @Inject
    BankReturns returns;

    @Inject
    BankReturnQueries queries;

    @Inject
    Database database;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.subject());
        long rows = queries.find(id).orElseThrow().rows();
        long done = 0;
        for (int applied = next(id, run.askedBy()); applied > 0; applied = next(id, run.askedBy())) {
            done += applied;
            run.progress(done, rows);
        }
        tellPlanner(done);
        run.reportNow(rows, rows);
    }

    /** The proof reads them next. */
    private void tellPlanner(long applied) {
        QuarkusTransaction.requiringNew().run(() -> database.analyzeIfManyChanged("payment_line", applied));
    }

    private int next(UUID id, Actor by) {
        return QuarkusTransaction.requiringNew().call(() -> returns.applyNext(id, PORTION, by));
    }
}
