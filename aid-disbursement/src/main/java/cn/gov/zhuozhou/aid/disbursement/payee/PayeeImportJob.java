package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** Asks the registry about the rows of a file of accounts and decides them, some at a time; run again, it goes on where it was. */
@ApplicationScoped
class PayeeImportJob implements JobHandler {
    static final String KIND = "payee-import";
    private static final Logger LOG = Logger.getLogger(PayeeImportJob.class);

    @Inject
    PayeeImports imports;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.subject());
        try {
            if (ask(id, run)) {
                decide(id, run);
            }
        } catch (RuntimeException interrupted) {
            // Cancelled or failed: nobody's token lies about until somebody thinks of it.
            QuarkusTransaction.requiringNew().run(() -> imports.waitForItsOwner(id));
            throw interrupted;
        }
    }

    @Override
    public void cancelledUnbegun(String subject) {
        imports.waitForItsOwner(UUID.fromString(subject));
    }

    private void decide(UUID id, JobRun run) {
        long done = 0;
        int decided = 1;
        while (decided > 0) {
            decided = QuarkusTransaction.requiringNew().call(() -> imports.decideNext(id, run.askedBy()));
            done += decided;
            run.reportNow(done, null);
        }
    }

    /** False where the registry could not be asked about every row: the file waits then for who handed it in. */
    private boolean ask(UUID id, JobRun run) {
        Optional<String> authorization = inTransaction(() -> imports.authorization(id));
        List<PayeeImports.Waiting> next = inTransaction(() -> imports.unasked(id));
        while (!next.isEmpty()) {
            Optional<List<PayeeImports.Waiting>> answered = answers(next, authorization);
            if (answered.isEmpty()) {
                QuarkusTransaction.requiringNew().run(() -> imports.waitForItsOwner(id));
                return false;
            }
            QuarkusTransaction.requiringNew().run(() -> imports.keepAnswers(id, answered.get()));
            run.progress(0, null);
            next = inTransaction(() -> imports.unasked(id));
        }
        QuarkusTransaction.requiringNew().run(() -> imports.forgetAuthorization(id));
        return true;
    }

    private Optional<List<PayeeImports.Waiting>> answers(
            List<PayeeImports.Waiting> rows, Optional<String> authorization) {
        try {
            return authorization.map(word -> imports.ask(rows, word));
        } catch (ProblemException away) {
            LOG.infof("A file of accounts waits: %s", away.kind());
            return Optional.empty();
        }
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
