package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what the towns find out about persons of school age who are no pupils (S46). */
@ApplicationScoped
class ReverseCheckConsumer {
    @Inject
    EventIntake intake;

    @Inject
    Absences absences;

    private final EventRoutes routes = EventRoutes.of("attendance.reverse-check")
            .on(
                    "cn.gov.zhuozhou.aid.registry.ReverseCheckAnswered.v1",
                    ReverseCheckAnswer.class,
                    event -> absences.follow(event.data()));

    void onStart(@Observes StartupEvent event) {
        intake.register(routes);
    }

    @Incoming("reverse-checks")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }
}
