package cn.gov.zhuozhou.aid.chassis.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A job that counts to the number it is about. */
@ApplicationScoped
class CountToTen implements JobHandler {
    private final Set<String> neverBegun = ConcurrentHashMap.newKeySet();

    @Override
    public String kind() {
        return "count-to-ten";
    }

    @Override
    public void run(JobRun run) {
        long total = Long.parseLong(run.subject());
        for (long n = 1; n < total; n++) {
            run.progress(n, total);
        }
        run.reportNow(total, total);
    }

    @Override
    public void cancelledUnbegun(String subject) {
        neverBegun.add(subject);
    }

    Set<String> neverBegun() {
        return neverBegun;
    }
}
