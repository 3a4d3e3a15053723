package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import cn.gov.zhuozhou.aid.chassis.event.UnreadableMessage;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the civil-affairs registers row by row. A message touches its own person; the others on the register stay. */
@ApplicationScoped
class RegisterConsumer {
    private final EventRoutes routes = EventRoutes.of("feed.civil-affairs")
            .on("cn.gov.zhuozhou.aid.civilaffairs.RegisterEntryChanged.v1", RegisterEntryChange.class, this::apply);

    @Inject
    EventIntake intake;

    @Inject
    FeedMerges merges;

    @Inject
    Batches batches;

    @Inject
    Staging staging;

    @Inject
    Matching matching;

    @Inject
    Reevaluations reevaluations;

    @Inject
    Database database;

    void onStart(@Observes StartupEvent started) {
        intake.register(routes);
    }

    @Incoming("civil-affairs")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    void apply(IncomingEvent<RegisterEntryChange> event) {
        RegisterEntryChange change = event.data();
        if (change.register() == null || change.change() == null || change.asOf() == null) {
            throw new UnreadableMessage("register, change and asOf must be given");
        }
        merges.takeTurn();
        Batch batch = batches.ofMessages(change.source(), change.asOf());
        int line = batches.nextLine(batch.id());
        FeedContent message = consumer -> consumer.accept(change.asLine(line));
        staging.stage(batch, message, change.ends(), done -> {});
        merges.mergeMessages(batch, message);
        batches.count(batch.id(), line);
        List<UUID> pupils = matching.touchedStudents();
        if (!pupils.isEmpty()) {
            reevaluations.evaluate(pupils);
            database.update("delete from pending_evaluation where student_id = any(:pupils)", Map.of("pupils", pupils));
        }
    }
}
