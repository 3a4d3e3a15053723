package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Posts transactions; both methods must be called in the transaction of what they book. */
@ApplicationScoped
public class Ledger {
    @Inject
    DataSource dataSource;

    @Inject
    BusinessClock clock;

    /** Posts the commitment and returns its transaction. */
    public UUID commit(Commitment commitment, Actor by) {
        UUID id = Ids.next();
        String transaction = """
                insert into ledger_transaction (id, kind, award_id, semester, posted_by, posted_at)
                values (?, 'COMMITMENT', ?, ?, ?, ?)
                """;
        String entries = """
                insert into ledger_entry (id, transaction_id, account, direction, amount_fen)
                values (?, ?, ?, 'DEBIT', ?), (?, ?, ?, 'CREDIT', ?)
                """;
        try (var connection = dataSource.getConnection();
                var head = connection.prepareStatement(transaction);
                var lines = connection.prepareStatement(entries)) {
            head.setObject(1, id);
            head.setObject(2, commitment.awardId());
            head.setString(3, commitment.semester());
            head.setString(4, by.id());
            head.setObject(5, clock.now().atOffset(ZoneOffset.UTC));
            head.executeUpdate();
            lines.setObject(1, Ids.next());
            lines.setObject(2, id);
            lines.setString(3, commitment.committed());
            lines.setLong(4, commitment.amountFen());
            lines.setObject(5, Ids.next());
            lines.setObject(6, id);
            lines.setString(7, commitment.funding());
            lines.setLong(8, commitment.amountFen());
            lines.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException("a commitment cannot be posted", e);
        }
    }

    /** Posts the opposite of a transaction; a transaction is reversed at most once. */
    public void reverse(UUID transactionId, Actor by) {
        UUID id = Ids.next();
        String transaction = """
                insert into ledger_transaction (id, kind, award_id, semester, reverses, posted_by, posted_at)
                select ?, 'REVERSAL', award_id, semester, id, ?, ? from ledger_transaction where id = ?
                """;
        String entries = """
                insert into ledger_entry (id, transaction_id, account, direction, amount_fen)
                select uuidv7(), ?, account, case direction when 'DEBIT' then 'CREDIT' else 'DEBIT' end, amount_fen
                from ledger_entry where transaction_id = ? order by id
                """;
        try (var connection = dataSource.getConnection();
                var head = connection.prepareStatement(transaction);
                var lines = connection.prepareStatement(entries)) {
            head.setObject(1, id);
            head.setString(2, by.id());
            head.setObject(3, clock.now().atOffset(ZoneOffset.UTC));
            head.setObject(4, transactionId);
            if (head.executeUpdate() != 1) {
                throw new IllegalStateException("no transaction " + transactionId + " to reverse");
            }
            lines.setObject(1, id);
            lines.setObject(2, transactionId);
            lines.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a reversal cannot be posted", e);
        }
    }
}
