package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What became of each source's money in a period, by the days on which it moved. */
@ApplicationScoped
public class Balances {
    /**
     * Opening + income − paid + came back + recovered − returned to the treasury = closing. A reversal counts against what it
     * reverses.
     *
     * @param paidFen to the bank, and what was kept from a payment because another was too much
     * @param cameBackFen had been paid and came back from the bank
     * @param recoveredFen had been paid too much and was repaid, or made good by the payment it was kept from
     * @param reservedFen of what is there at the end, frozen in batches or waiting after a return
     */
    public record Balance(
            String programme,
            String source,
            long openingFen,
            long incomeFen,
            long paidFen,
            long cameBackFen,
            long recoveredFen,
            long treasuryReturnFen,
            long closingFen,
            long reservedFen) {}

    // All that is still there of a source's money stands on these three sides.
    private static final String BETWEEN = """
            with moved as (
              select a.programme, a.source, a.side, t.value_date, coalesce(o.kind, t.kind) as kind,
                     case e.direction when 'CREDIT' then e.amount_fen else -e.amount_fen end as fen
              from ledger_account a
              join ledger_entry e on e.account = a.code
              join ledger_transaction t on t.id = e.transaction_id
              left join ledger_transaction o on o.id = t.reverses
              where a.side in ('AVAILABLE', 'PAYABLE', 'RETURNED') and a.source is not null and t.value_date < :until)
            select programme, source,
              coalesce(sum(fen) filter (where value_date < :from), 0),
              coalesce(sum(fen) filter (where value_date >= :from and kind in ('APPROPRIATION', 'DONATION')), 0),
              coalesce(-sum(fen) filter (where value_date >= :from and (kind = 'SETTLEMENT' or kind = 'OFFSET' and fen < 0)), 0),
              coalesce(sum(fen) filter (where value_date >= :from and kind = 'RETURN'), 0),
              coalesce(sum(fen) filter (where value_date >= :from and (kind = 'REPAYMENT' or kind = 'OFFSET' and fen > 0)), 0),
              coalesce(-sum(fen) filter (where value_date >= :from and kind = 'TREASURY_RETURN'), 0),
              coalesce(sum(fen), 0),
              coalesce(sum(fen) filter (where side <> 'AVAILABLE'), 0)
            from moved group by programme, source order by programme, source
            """;

    @Inject
    Database database;

    public List<Balance> of(BookYear year) {
        return between(year.from(), year.until());
    }

    /** @param until the first day after the period */
    public List<Balance> between(LocalDate from, LocalDate until) {
        return database.list(
                BETWEEN,
                Map.of("from", from, "until", until),
                row -> new Balance(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10)));
    }
}
