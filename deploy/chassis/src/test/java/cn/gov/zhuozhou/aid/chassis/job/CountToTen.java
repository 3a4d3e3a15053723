package cn.gov.zhuozhou.aid.chassis.job;

import jakarta.enterprise.context.ApplicationScoped;

/** A job that counts to the number it is about. */
@ApplicationScoped
class CountToTen implements JobHandler {
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
}
