package cn.gov.zhuozhou.aid.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lets one transaction at a time change posts, pupils and assignments, on all replicas together, so that the pupils of a
 * teacher are counted on settled facts. Taken first in the transaction and given back at its end.
 */
@ApplicationScoped
public class Turn {
    private static final long LOCK = 8_083_001L;

    @Inject
    DataSource dataSource;

    @Inject
    TransactionSynchronizationRegistry transactions;

    public void take() {
        if (transactions.getResource(Turn.class) != null) {
            return;
        }
        transactions.putResource(Turn.class, true);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the turn to assign cannot be taken", e);
        }
    }
}
