package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Posts transactions; both methods must be called in the transaction of what they book. */
@ApplicationScoped
public class Ledger {
    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** Posts the commitment and returns its transaction. */
    public UUID commit(Commitment commitment, Actor by) {
        UUID id = Ids.next();
        database.update(
                """
                insert into ledger_transaction (id, kind, award_id, semester, posted_by, posted_at)
                values (:id, 'COMMITMENT', :award, :semester, :by, :now)
                """,
                Map.of(
                        "id", id,
                        "award", commitment.awardId(),
                        "semester", commitment.semester(),
                        "by", by.id(),
                        "now", clock.now()));
        database.update(
                """
                insert into ledger_entry (id, transaction_id, account, direction, amount_fen)
                values (uuidv7(), :id, :committed, 'DEBIT', :fen), (uuidv7(), :id, :funding, 'CREDIT', :fen)
                """,
                Map.of(
                        "id", id,
                        "committed", commitment.committed(),
                        "funding", commitment.funding(),
                        "fen", commitment.amountFen()));
        return id;
    }

    /** Posts the opposite of a transaction; a transaction is reversed at most once. */
    public void reverse(UUID transactionId, Actor by) {
        UUID id = Ids.next();
        int posted =
                database.update("""
                insert into ledger_transaction (id, kind, award_id, semester, reverses, posted_by, posted_at)
                select :id, 'REVERSAL', award_id, semester, id, :by, :now from ledger_transaction where id = :reversed
                """, Map.of("id", id, "by", by.id(), "now", clock.now(), "reversed", transactionId));
        if (posted != 1) {
            throw new IllegalStateException("no transaction " + transactionId + " to reverse");
        }
        database.update("""
                insert into ledger_entry (id, transaction_id, account, direction, amount_fen)
                select uuidv7(), :id, account, case direction when 'DEBIT' then 'CREDIT' else 'DEBIT' end, amount_fen
                from ledger_entry where transaction_id = :reversed order by id
                """, Map.of("id", id, "reversed", transactionId));
    }
}
