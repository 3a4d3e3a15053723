package cn.gov.zhuozhou.aid.registry.whatif;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.feed.FeedTrials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies of the tables a merge writes to, as temporary tables of the same names that stand before the real ones in the present
 * transaction. So the merge runs as it is and locks nothing an intake needs.
 */
@ApplicationScoped
class Copies {
    /** Rows a merge never looks at need not be copied. */
    private static final Map<String, String> WHERE = Map.of(
            "register_entry",
            "where valid_to is null or id in (select entry_id from public.match_case where state <> 'CLOSED')",
            "evidence",
            "where valid_to is null",
            "match_case",
            "where state <> 'CLOSED'",
            "feed_batch",
            "where false",
            "feed_row",
            "where false",
            "pending_evaluation",
            "where false",
            "outbox",
            "where false");

    @Inject
    Database database;

    /** First in the transaction, so that all copies are of one moment. Gives what {@link #requireUntouched} measures against. */
    Map<String, Long> make() {
        database.execute("set transaction isolation level repeatable read");
        Map<String, Long> before = written();
        for (String table : FeedTrials.WRITTEN) {
            database.execute(
                    "create temporary table " + table + " (like public." + table + " including all) on commit drop");
            database.execute("insert into pg_temp." + table + " overriding system value select * from public." + table
                    + " " + WHERE.getOrDefault(table, ""));
            database.execute("analyze pg_temp." + table);
        }
        // Also makes the session plan its prepared statements anew, now and after the transaction.
        database.execute("set local search_path = pg_temp, public");
        return before;
    }

    /** Fails where the transaction has written to a real table since: such a write would hold locks until the rollback. */
    void requireUntouched(Map<String, Long> before) {
        Map<String, Long> now = written();
        now.entrySet().removeAll(before.entrySet());
        if (!now.isEmpty()) {
            throw new IllegalStateException("a trial wrote to " + now.keySet());
        }
    }

    /** Rows written to real tables; those of the session's last transactions may be among them. */
    private Map<String, Long> written() {
        Map<String, Long> written = new HashMap<>();
        database.list("""
                select relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_xact_user_tables
                where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0
                """, Map.of(), row -> written.put(row.getString(1), row.getLong(2)));
        return written;
    }
}
