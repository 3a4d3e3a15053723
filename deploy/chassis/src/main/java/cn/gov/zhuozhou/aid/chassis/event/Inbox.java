package cn.gov.zhuozhou.aid.chassis.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Remembers which events were handled, in the transaction that handled them. */
@ApplicationScoped
public class Inbox {
    @Inject
    DataSource dataSource;

    /** True exactly once for one consumer and event; false means that the work is done already. */
    public boolean firstTime(String consumer, String eventId) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is only remembered together with its work");
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing")) {
            statement.setString(1, consumer);
            statement.setString(2, eventId);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox cannot be written", e);
        }
    }
}
