package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads accounts and entries. Amounts are fen; a balance is debits less credits. */
@ApplicationScoped
class LedgerBooks {
    record AccountView(
            String code,
            String programme,
            String side,
            String source,
            String nameZh,
            String nameEn,
            long debitFen,
            long creditFen,
            long balanceFen) {}

    /** A line of the books; {@code reverses} names the transaction a reversal takes back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            UUID id,
            UUID transactionId,
            String kind,
            UUID subject,
            String semester,
            String account,
            String direction,
            long amountFen,
            UUID reverses,
            LocalDate valueDate,
            String postedBy,
            Instant postedAt) {}

    @Inject
    Database database;

    List<AccountView> accounts() {
        String sql = """
                select a.code, a.programme, a.side, a.source, a.name_zh, a.name_en,
                       coalesce(b.debit_fen, 0), coalesce(b.credit_fen, 0)
                from ledger_account a left join ledger_balance b on b.account = a.code order by a.code
                """;
        return database.list(sql, Map.of(), LedgerBooks::account);
    }

    private static AccountView account(ResultSet row) throws SQLException {
        long debit = row.getLong(7);
        long credit = row.getLong(8);
        return new AccountView(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                debit,
                credit,
                debit - credit);
    }

    List<Entry> entries(String account, UUID subject, UUID after, int limit) {
        String sql = """
                select e.id, e.transaction_id, t.kind, t.subject, t.semester, e.account, e.direction, e.amount_fen,
                       t.reverses, t.value_date, t.posted_by, t.posted_at
                from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
                where (:account::text is null or e.account = :account) and (:subject::uuid is null or t.subject = :subject)
                  and (:after::uuid is null or e.id > :after)
                order by e.id limit :limit
                """;
        return database.list(
                sql,
                Values.of("account", account)
                        .and("subject", subject)
                        .and("after", after)
                        .and("limit", limit),
                LedgerBooks::entry);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getObject(9, UUID.class),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                Rows.instant(row, 12));
    }
}
