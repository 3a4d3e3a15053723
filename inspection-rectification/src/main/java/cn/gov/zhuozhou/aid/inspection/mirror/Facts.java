package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import cn.gov.zhuozhou.aid.chassis.event.UnreadableMessage;
import cn.gov.zhuozhou.aid.inspection.mirror.Poll.Revised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Keeps facts. Those of one transaction are gathered and written together just before it commits, in a few statements. */
@ApplicationScoped
class Facts {
    @Inject
    DataSource dataSource;

    @Inject
    DueSubjects due;

    @Inject
    TransactionSynchronizationRegistry transactions;

    void take(IncomingEvent<? extends Fact> event) {
        if (!event.data().complete()) {
            throw new UnreadableMessage("a field that is required is missing");
        }
        poll().add(event.data(), event.revision());
    }

    private Poll poll() {
        Poll present = (Poll) transactions.getResource(Poll.class);
        if (present != null) {
            return present;
        }
        Poll begun = new Poll();
        transactions.putResource(Poll.class, begun);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                write(begun);
            }

            @Override
            public void afterCompletion(int status) {
                // the rows came or went with the transaction
            }
        });
        return begun;
    }

    private void write(Poll poll) {
        try (var connection = dataSource.getConnection()) {
            for (Collection<Revised> rows : poll.rows()) {
                upsert(connection, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("facts cannot be kept", e);
        }
        due.mark(poll.subjects());
    }

    private static void upsert(Connection connection, Collection<Revised> rows) throws SQLException {
        String sql = rows.iterator().next().fact().upsert();
        try (var statement = connection.prepareStatement(sql)) {
            for (Revised row : rows) {
                row.fact().bind(statement, row.revision());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
