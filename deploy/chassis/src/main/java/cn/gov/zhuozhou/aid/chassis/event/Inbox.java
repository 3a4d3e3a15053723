package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.Map;

/** Remembers which events were handled, in the transaction that handled them. */
@ApplicationScoped
public class Inbox {
    @Inject
    Database database;

    /** True exactly once for one consumer and event; false means that the work is done already. */
    public boolean firstTime(String consumer, String eventId) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is only remembered together with its work");
        }
        return database.update(
                        "insert into inbox (consumer, event_id) values (:consumer, :event) on conflict do nothing",
                        Map.of("consumer", consumer, "event", eventId))
                == 1;
    }
}
