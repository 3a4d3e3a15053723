package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.accountability.Turn;
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

/** Makes a unit of every school the registry tells of. */
@ApplicationScoped
class SchoolConsumer {
    private final EventRoutes routes = EventRoutes.of("organisation.schools")
            .on("cn.gov.zhuozhou.aid.registry.SchoolChanged.v1", SchoolChange.class, this::apply);

    @Inject
    EventIntake intake;

    @Inject
    Units units;

    @Inject
    Turn turn;

    void onStart(@Observes StartupEvent event) {
        intake.register(routes);
    }

    @Incoming("schools")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    private void apply(IncomingEvent<SchoolChange> event) {
        turn.take();
        units.follow(event.data());
    }
}
