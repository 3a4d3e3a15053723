package cn.gov.zhuozhou.aid.disbursement.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Who changes many awards in one transaction, when: arriving events side by side, a bulk approval alone. Each locks awards in
 * its own order, so without turns they would end in deadlocks.
 */
@ApplicationScoped
class AwardTurn {
    private static final long KEY = 0x6177617264L;

    @Inject
    DataSource dataSource;

    /** Held until the present transaction ends; asking again is free. */
    void ofEvents() {
        take("select pg_advisory_xact_lock_shared(?)");
    }

    /** Waits for the events being handled, and lets later ones wait until the present transaction ends. */
    void ofApproval() {
        take("select pg_advisory_xact_lock(?)");
    }

    private void take(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the turn cannot be taken", e);
        }
    }
}
