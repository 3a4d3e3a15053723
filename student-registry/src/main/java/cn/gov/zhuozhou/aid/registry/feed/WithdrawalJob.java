package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Withdraws a batch in one transaction, so that it is undone as a whole or not at all; then evaluates the pupils it touched. */
@ApplicationScoped
class WithdrawalJob implements JobHandler {
    static final String KIND = "feed-withdrawal";
    private static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    Withdrawals withdrawals;

    @Inject
    Reevaluations reevaluations;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.subject());
        try {
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> withdrawals.carryOut(id));
        } catch (ProblemException e) {
            QuarkusTransaction.requiringNew()
                    .run(() -> withdrawals.fail(id, e.kind().type()));
            throw e;
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew()
                    .run(() -> withdrawals.fail(id, e.getClass().getSimpleName()));
            throw e;
        }
        reevaluations.evaluatePending();
    }
}
