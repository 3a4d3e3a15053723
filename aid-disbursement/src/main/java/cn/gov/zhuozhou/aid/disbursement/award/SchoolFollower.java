package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.pupil.SchoolChange;
import cn.gov.zhuozhou.aid.disbursement.pupil.Schools;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows schools: another kind or nature may entitle their pupils otherwise, in the semester that runs and later ones. A school
 * may have thousands of pupils, so they are decided by a job; none is queued where no set looks at schools.
 */
@ApplicationScoped
class SchoolFollower implements JobHandler {
    static final String CONSUMER = "award.schools";
    static final String SCHOOL = "cn.gov.zhuozhou.aid.registry.SchoolChanged.v1";
    static final String KIND = "school-changed";

    private final EventRoutes routes = EventRoutes.of(CONSUMER).on(SCHOOL, SchoolChange.class, this::schoolChanged);

    @Inject
    EventIntake intake;

    @Inject
    Schools schools;

    @Inject
    PolicySets policies;

    @Inject
    AwardTurn turn;

    @Inject
    Jobs jobs;

    @Inject
    DecideAgain decideAgain;

    @Inject
    BusinessClock clock;

    void onStart(@Observes StartupEvent started) {
        intake.register(routes);
    }

    @Incoming("schools")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    void schoolChanged(IncomingEvent<SchoolChange> event) {
        // A set that looks at schools may come into force meanwhile: its own round of decisions then sees this school.
        turn.ofEvents();
        if (schools.keep(event.data(), event.revision()) && policies.lookAtSchools()) {
            jobs.submit(KIND, event.data().schoolCode(), DecideAwards.SYSTEM);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        decideAgain.from(clock.semester(), job.subject(), job);
    }
}
