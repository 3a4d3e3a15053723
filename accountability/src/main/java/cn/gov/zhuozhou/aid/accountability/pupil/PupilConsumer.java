package cn.gov.zhuozhou.aid.accountability.pupil;

import cn.gov.zhuozhou.aid.accountability.Turn;
import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the registry's pupils and their identifications, in whatever order they arrive. */
@ApplicationScoped
class PupilConsumer {
    private static final String REGISTRY = "cn.gov.zhuozhou.aid.registry.";

    private final EventRoutes routes = EventRoutes.of("pupil.registry")
            .on(REGISTRY + "StudentChanged.v1", StudentChange.class, this::student)
            .on(REGISTRY + "EligibilityChanged.v1", EligibilityChange.class, this::eligibility);

    @Inject
    EventIntake intake;

    @Inject
    Pupils pupils;

    @Inject
    Turn turn;

    @Inject
    Event<PupilChanged> changes;

    void onStart(@Observes StartupEvent event) {
        intake.register(routes);
    }

    @Incoming("pupils")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    private void student(IncomingEvent<StudentChange> event) {
        turn.take();
        pupils.follow(event.data());
        changes.fire(new PupilChanged(event.data().studentId()));
    }

    private void eligibility(IncomingEvent<EligibilityChange> event) {
        turn.take();
        pupils.follow(event.data());
        changes.fire(new PupilChanged(event.data().studentId()));
    }
}
