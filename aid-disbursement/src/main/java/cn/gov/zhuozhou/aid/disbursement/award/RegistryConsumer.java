package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountFollower;
import cn.gov.zhuozhou.aid.disbursement.pupil.PupilChange;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupils;
import cn.gov.zhuozhou.aid.disbursement.recovery.Recoveries;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryAsked;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows pupils, rulings and recoveries of the registry. Nothing says which of them arrives first: a ruling waits for its pupil,
 * and each of them has the awards decided anew.
 */
@ApplicationScoped
class RegistryConsumer {
    static final String CONSUMER = "award.registry";
    static final String STUDENT = "cn.gov.zhuozhou.aid.registry.StudentChanged.v1";
    static final String ELIGIBILITY = "cn.gov.zhuozhou.aid.registry.EligibilityChanged.v1";

    static final String RECOVERY = "cn.gov.zhuozhou.aid.registry.RecoveryAsked.v1";

    private final EventRoutes routes = EventRoutes.of(CONSUMER)
            .on(STUDENT, PupilChange.class, this::pupilChanged)
            .on(ELIGIBILITY, EligibilityChange.class, this::eligibilityChanged)
            .on(RECOVERY, RecoveryAsked.class, this::recoveryAsked);

    @Inject
    EventIntake intake;

    @Inject
    Pupils pupils;

    @Inject
    Eligibilities eligibilities;

    @Inject
    Recoveries recoveries;

    @Inject
    DecideAwards awards;

    @Inject
    AccountFollower accounts;

    @Inject
    AwardTurn turn;

    @Inject
    Event<RecordMerged> merged;

    @Inject
    BusinessClock clock;

    void onStart(@Observes StartupEvent started) {
        intake.register(routes);
    }

    @Incoming("registry")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    void pupilChanged(IncomingEvent<PupilChange> event) {
        UUID student = event.data().studentId();
        turn.ofEventsOn(student);
        if (!pupils.keep(event.data(), event.revision())) {
            return;
        }
        accounts.pupilChanged(student);
        for (Eligibilities.Asked asked : eligibilities.semestersOf(student)) {
            // What happened to a pupil today does not reach into semesters that are over.
            if (asked.waiting() || asked.semester().compareTo(clock.semester()) >= 0) {
                awards.decide(student, asked.semester());
            }
        }
        if (event.data().mergedInto() != null) {
            merged.fire(new RecordMerged(student));
        }
    }

    void eligibilityChanged(IncomingEvent<EligibilityChange> event) {
        EligibilityChange change = event.data();
        turn.ofEventsOn(change.studentId());
        if (eligibilities.keep(change, event.revision(), clock.now())) {
            awards.decide(change.studentId(), change.semester());
        }
    }

    void recoveryAsked(IncomingEvent<RecoveryAsked> event) {
        RecoveryAsked asked = event.data();
        turn.ofEventsOn(asked.studentId());
        if (recoveries.keep(asked, event.revision())) {
            asked.semesters().forEach(semester -> awards.decide(asked.studentId(), semester));
        }
    }
}
