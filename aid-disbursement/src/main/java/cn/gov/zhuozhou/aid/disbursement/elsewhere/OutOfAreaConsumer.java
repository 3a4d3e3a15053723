package cn.gov.zhuozhou.aid.disbursement.elsewhere;

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

/** Follows what the registry knows of pupils out of area. */
@ApplicationScoped
class OutOfAreaConsumer {
    static final String CONSUMER = "elsewhere.out-of-area";
    static final String CHANGED = "cn.gov.zhuozhou.aid.registry.OutOfAreaStudentChanged.v1";

    private final EventRoutes routes = EventRoutes.of(CONSUMER).on(CHANGED, OutOfAreaChange.class, this::changed);

    @Inject
    EventIntake intake;

    @Inject
    AidedElsewhere aided;

    void onStart(@Observes StartupEvent started) {
        intake.register(routes);
    }

    @Incoming("out-of-area")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    void changed(IncomingEvent<OutOfAreaChange> event) {
        aided.keep(event.data(), event.revision());
    }
}
