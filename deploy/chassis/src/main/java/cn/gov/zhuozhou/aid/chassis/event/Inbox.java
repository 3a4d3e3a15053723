package cn.gov.zhuozhou.aid.chassis.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Remembers which events were handled, in the transaction that handled them. */
@ApplicationScoped
public class Inbox {
    @Inject
    DataSource dataSource;

    /** Of these events those whose work is not done yet; the set may be changed. */
    public Set<String> firstTimes(String consumer, List<String> eventIds) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is only remembered together with its work");
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("insert into inbox (consumer, event_id)"
                        + " select ?, id from unnest(?) id on conflict do nothing returning event_id")) {
            statement.setString(1, consumer);
            statement.setArray(2, connection.createArrayOf("text", eventIds.toArray()));
            Set<String> first = new HashSet<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    first.add(rows.getString(1));
                }
            }
            return first;
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox cannot be written", e);
        }
    }
}
