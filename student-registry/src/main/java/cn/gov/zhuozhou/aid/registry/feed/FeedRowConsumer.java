package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import cn.gov.zhuozhou.aid.chassis.event.UnreadableMessage;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what other offices tell row by row. A row touches its own person; the others on the register stay. */
@ApplicationScoped
class FeedRowConsumer {
    private final EventRoutes routes = EventRoutes.of("feed.rows");

    @Inject
    EventIntake intake;

    @Inject
    MessageMerge merge;

    @Inject
    BusinessClock clock;

    @PostConstruct
    void route() {
        for (MessageForm form : MessageForm.values()) {
            routes.onAll(form.type(), message -> read(form, message), this::merge);
        }
    }

    void onStart(@Observes StartupEvent started) {
        intake.register(routes);
    }

    @Incoming("feed-rows")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    private void merge(List<IncomingEvent<RowMessage>> events) {
        merge.merge(events.stream().map(IncomingEvent::data).toList());
    }

    private RowMessage read(MessageForm form, JsonNode message) {
        RowMessage row = form.read(message);
        if (row.asOf().isAfter(clock.today())) {
            throw new UnreadableMessage("asOf must not be in the future");
        }
        return row;
    }
}
