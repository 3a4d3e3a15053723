package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers which events were handled, in the transaction that handled them. */
@ApplicationScoped
public class Inbox {
    @Inject
    Database database;

    /** Of these events those whose work is not done yet; the set may be changed. */
    public Set<String> firstTimes(String consumer, List<String> eventIds) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is only remembered together with its work");
        }
        return new HashSet<>(database.list(
                "insert into inbox (consumer, event_id) select :consumer, id from unnest(:events::text[]) id"
                        + " on conflict do nothing returning event_id",
                Map.of("consumer", consumer, "events", eventIds),
                row -> row.getString(1)));
    }
}
