package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;

/** Lets a test take a return file in portions of its own, as a worker does that dies between or within them. */
@ApplicationScoped
public class ReturnPortions {
    @Inject
    BankReturns returns;

    @Inject
    Jobs jobs;

    public UUID take(String layout, Path file, Actor by) {
        return returns.take(layout, file, by);
    }

    public int apply(UUID id, int most, Actor by) {
        return returns.applyNext(id, most, by);
    }

    /** Whoever takes the work up begins like the one who died. */
    public UUID takenUp(UUID id, Actor by) {
        return jobs.submit(BankReturnJob.KIND, id.toString(), by);
    }
}
