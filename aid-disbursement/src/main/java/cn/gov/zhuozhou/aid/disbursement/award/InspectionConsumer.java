package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows findings: an award that a person confirmed to be wrong is not paid until the finding is closed. */
@ApplicationScoped
class InspectionConsumer {
    static final String CONSUMER = "award.inspection";
    static final String FINDING = "cn.gov.zhuozhou.aid.inspection.FindingChanged.v1";

    private final EventRoutes routes = EventRoutes.of(CONSUMER).on(FINDING, FindingChange.class, this::findingChanged);

    @Inject
    EventIntake intake;

    @Inject
    WrongAwards wrongAwards;

    @Inject
    Eligibilities eligibilities;

    @Inject
    DecideAwards awards;

    @Inject
    AwardTurn turn;

    void onStart(@Observes StartupEvent started) {
        intake.register(routes);
    }

    @Incoming("inspection")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    void findingChanged(IncomingEvent<FindingChange> event) {
        FindingChange change = event.data();
        if (!change.isAboutAnAward()) {
            return;
        }
        if (wrongAwards.keep(change, event.revision())) {
            turn.alone();
            eligibilities.semestersOf(change.studentId()).stream()
                    .map(Eligibilities.Asked::semester)
                    .filter(semester -> semester.compareTo(change.semester()) >= 0)
                    .forEach(semester -> awards.decide(change.studentId(), semester));
        }
    }
}
