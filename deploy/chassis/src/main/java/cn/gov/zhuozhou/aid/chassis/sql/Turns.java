package cn.gov.zhuozhou.aid.chassis.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.UUID;

/**
 * Lets transactions that would wait for each other crosswise, or lean on facts another is about to change, go one after the
 * other, on all replicas together. A turn has a name, is taken first in a transaction and given back at its end; taking it
 * again costs nothing.
 */
@ApplicationScoped
public class Turns {
    private record Taken(String name, boolean alone) {}

    @Inject
    Database database;

    @Inject
    TransactionSynchronizationRegistry transactions;

    /** Waits for everybody who has the turn, and lets everybody else wait. */
    public void alone(String name) {
        take(new Taken(name, true), "select pg_advisory_xact_lock(hashtextextended(:name, 0))");
    }

    /** One thing of a kind at a time. */
    public void alone(String kind, UUID id) {
        alone(kind + "/" + id);
    }

    /** Waits only for who has the turn alone. */
    public void beside(String name) {
        take(new Taken(name, false), "select pg_advisory_xact_lock_shared(hashtextextended(:name, 0))");
    }

    private void take(Taken turn, String sql) {
        // Refuses to be asked outside a transaction, where the turn would be over at once.
        if (transactions.getResource(turn) == null) {
            database.first(sql, Map.of("name", turn.name()), row -> true);
            transactions.putResource(turn, true);
        }
    }
}
