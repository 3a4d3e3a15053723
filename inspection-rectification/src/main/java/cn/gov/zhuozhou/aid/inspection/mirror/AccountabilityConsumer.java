package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows who answers for each pupil. */
@ApplicationScoped
class AccountabilityConsumer {
    @Inject
    EventIntake intake;

    @Inject
    Facts facts;

    private final EventRoutes assignments = EventRoutes.of("mirror.assignment")
            .on("cn.gov.zhuozhou.aid.accountability.AssignmentChanged.v1", AssignmentChange.class, e -> facts.take(e));

    void onStart(@Observes StartupEvent started) {
        intake.register(assignments);
    }

    @Incoming("assignment")
    @Blocking
    void assignments(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, assignments);
    }
}
