package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Decides again whom a set just put in force governs. */
@ApplicationScoped
class PolicyFollower implements JobHandler {
    static final String KIND = "policy-in-force";

    @Inject
    Jobs jobs;

    @Inject
    DecideAgain decideAgain;

    void onPolicy(@Observes PolicyInForce set) {
        jobs.submit(KIND, set.from().code(), set.by());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        decideAgain.from(Semester.parse(job.subject()), job);
    }
}
