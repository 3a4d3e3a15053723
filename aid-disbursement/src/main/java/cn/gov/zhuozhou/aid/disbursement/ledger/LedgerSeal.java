package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.SealChain;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Chains the transactions with their entries, behind those who post (decision 0004), and looks whether all of it is as it was. */
@ApplicationScoped
class LedgerSeal {
    /**
     * What a look at the books found.
     *
     * @param waiting transactions posted and not sealed yet; each is within about a second
     * @param firstBroken null where every seal fits
     * @param otherBalances accounts on which something else stands than their entries come to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(boolean whole, long sealed, long waiting, Link firstBroken, List<String> otherBalances) {}

    record Link(long sequence, UUID transactionId) {}

    private static final SealChain CHAIN = new SealChain(
            0x6c6564676572L,
            "ledger_transaction",
            "ledger_seal",
            "transaction_id",
            "concat_ws(chr(31), t.id, t.kind, t.subject, coalesce(t.semester, ''), coalesce(t.value_date::text, ''),"
                    + " coalesce(t.reverses::text, ''), t.posted_by, extract(epoch from t.posted_at),"
                    + " (select string_agg(concat_ws(chr(30), e.id, e.account, e.direction, e.amount_fen), chr(29)"
                    + " order by e.id) from ledger_entry e where e.transaction_id = t.id))");

    private static final String OTHER_BALANCES = """
            select coalesce(b.account, e.account)
            from ledger_balance b
            full join (select account, coalesce(sum(amount_fen) filter (where direction = 'DEBIT'), 0) as debit_fen,
                              coalesce(sum(amount_fen) filter (where direction = 'CREDIT'), 0) as credit_fen
                       from ledger_entry group by account) e on e.account = b.account
            where (b.debit_fen, b.credit_fen) is distinct from (e.debit_fen, e.credit_fen)
              and (coalesce(b.debit_fen, 0) > 0 or coalesce(b.credit_fen, 0) > 0 or e.account is not null)
            order by 1
            """;

    @Inject
    Database database;

    @Scheduled(every = "${aid.ledger.seal-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> database.with(CHAIN::seal));
        }
    }

    /** Walks everything; for use inside a transaction. */
    Verdict verify() {
        Optional<Link> broken =
                database.with(CHAIN::firstBroken).map(found -> new Link(found.seq(), UUID.fromString(found.row())));
        List<String> otherBalances = database.list(OTHER_BALANCES, Map.of(), row -> row.getString(1));
        long sealed = database.number("select count(*) from ledger_seal", Map.of());
        long posted = database.number("select count(*) from ledger_transaction", Map.of());
        return new Verdict(
                broken.isEmpty() && otherBalances.isEmpty(),
                sealed,
                Math.max(0, posted - sealed),
                broken.orElse(null),
                otherBalances);
    }
}
