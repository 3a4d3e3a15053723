package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Decides the rows of a file of accounts, some at a time; run again, it goes on where it was interrupted. */
@ApplicationScoped
class PayeeImportJob implements JobHandler {
    static final String KIND = "payee-import";

    @Inject
    PayeeImports imports;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.subject());
        long done = 0;
        int decided = 1;
        while (decided > 0) {
            decided = QuarkusTransaction.requiringNew().call(() -> imports.decideNext(id, run.askedBy()));
            done += decided;
            run.progress(done, null);
        }
    }
}
