package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Leg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Posts transactions; its methods must be called in the transaction of what they book. */
@ApplicationScoped
public class Ledger {
    private static final String BEGIN_ACCOUNT = """
            insert into ledger_account (code, side, programme, source, name_zh, name_en)
            select :code, :side, :programme::text, :source::text, concat_ws('—', p.name_zh, :zh::text, :source::text),
              concat_ws(': ', p.name_en, :en::text, :source::text)
            from (values (1)) one left join programme p on p.code = :programme::text
            on conflict do nothing""";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /**
     * Posts a transaction and returns it. The database refuses it where an account that must not would go below zero
     * ({@code no_more_than_there_is}, {@code bank_not_overdrawn}).
     */
    public UUID post(Posting posting, Actor by) {
        UUID id = Ids.next();
        posting.legs().stream().map(Leg::account).distinct().forEach(this::begin);
        database.update(
                """
                insert into ledger_transaction (id, kind, subject, semester, value_date, posted_by, posted_at)
                values (:id, :kind, :subject, :semester, :valueDate, :by, :now)
                """,
                Values.of("id", id)
                        .and("kind", posting.kind().name())
                        .and("subject", posting.subject())
                        .and("semester", posting.semester())
                        .and("valueDate", posting.valueDate())
                        .and("by", by.id())
                        .and("now", clock.now()));
        database.batch(
                """
                insert into ledger_entry (id, transaction_id, account, direction, amount_fen)
                values (uuidv7(), :id, :account, :direction, :fen)
                """,
                posting.legs(),
                leg -> Map.of(
                        "id", id,
                        "account", leg.account().code(),
                        "direction", leg.direction().name(),
                        "fen", leg.fen()));
        return id;
    }

    /** Posts the commitment and returns its transaction. */
    public UUID commit(Commitment commitment, Actor by) {
        return post(
                Posting.of(Kind.COMMITMENT, commitment.awardId(), commitment.semester(), clock.today())
                        .move(
                                Account.committed(commitment.programme()),
                                Account.funding(commitment.programme(), commitment.payer()),
                                commitment.amountFen())
                        .done(),
                by);
    }

    /** Posts the opposite of a transaction; a transaction is reversed at most once. */
    public void reverse(UUID transactionId, Actor by) {
        UUID id = Ids.next();
        int posted = database.update(
                """
                insert into ledger_transaction (id, kind, subject, semester, value_date, reverses, posted_by, posted_at)
                select :id, 'REVERSAL', subject, semester, :today, id, :by, :now from ledger_transaction where id = :reversed
                """,
                Map.of(
                        "id", id,
                        "by", by.id(),
                        "today", clock.today(),
                        "now", clock.now(),
                        "reversed", transactionId));
        if (posted != 1) {
            throw new IllegalStateException("no transaction " + transactionId + " to reverse");
        }
        database.update("""
                insert into ledger_entry (id, transaction_id, account, direction, amount_fen)
                select uuidv7(), :id, account, case direction when 'DEBIT' then 'CREDIT' else 'DEBIT' end, amount_fen
                from ledger_entry where transaction_id = :reversed order by id
                """, Map.of("id", id, "reversed", transactionId));
    }

    /** What stands on an account in credit, in fen; below zero where more was debited. */
    public long creditOf(Account account) {
        Optional<Long> credit = database.first(
                "select credit_fen - debit_fen from ledger_balance where account = :account",
                Map.of("account", account.code()),
                row -> row.getLong(1));
        return credit.orElse(0L);
    }

    private void begin(Account account) {
        database.update(
                BEGIN_ACCOUNT,
                Values.of("code", account.code())
                        .and("side", account.side().name())
                        .and("programme", account.programme())
                        .and("source", account.source())
                        .and("zh", account.side().zh())
                        .and("en", account.side().en()));
    }
}
