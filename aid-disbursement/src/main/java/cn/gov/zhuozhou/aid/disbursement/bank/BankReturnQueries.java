package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came of return files. */
@ApplicationScoped
class BankReturnQueries {
    private static final String SELECT = """
            select r.id, r.layout, m.message_id, m.original_message_id, r.sha256, r.by_name, r.at, c.rows, c.settled,
              c.settled_fen, c.returned, c.returned_fen, c.pending, c.refused, c.waiting
            from bank_return r
            left join bank_return_message m on m.return_id = r.id
            cross join lateral (
              select count(*) as rows,
                count(*) filter (where outcome = 'SETTLED' and result in ('DONE', 'ALREADY')) as settled,
                coalesce(sum(amount_fen) filter (where outcome = 'SETTLED' and result in ('DONE', 'ALREADY')), 0)::bigint
                  as settled_fen,
                count(*) filter (where outcome = 'RETURNED' and result in ('DONE', 'ALREADY')) as returned,
                coalesce(sum(amount_fen) filter (where outcome = 'RETURNED' and result in ('DONE', 'ALREADY')), 0)::bigint
                  as returned_fen,
                count(*) filter (where outcome = 'PENDING' and result in ('DONE', 'ALREADY')) as pending,
                count(*) filter (where result not in ('DONE', 'ALREADY')) as refused,
                count(*) filter (where result is null) as waiting
              from bank_return_row x where x.return_id = r.id) c
            """;

    private static final String ROWS = """
            select row_no, end_to_end_id, outcome, reason, reason_code, reason_text, amount_fen, value_date, result
            from bank_return_row where return_id = :id and (not :refused or result not in ('DONE', 'ALREADY'))
            """;

    @Inject
    Database database;

    Page<BankReturn> list(Paging paging) {
        return Page.of(
                database.list(
                        SELECT + "where cast(:after as uuid) is null or r.id > :after order by r.id limit "
                                + (paging.limit() + 1),
                        Values.of("after", paging.afterId()),
                        BankReturnQueries::read),
                paging.limit(),
                BankReturn::id);
    }

    Optional<BankReturn> find(UUID id) {
        return database.first(SELECT + "where r.id = :id", Values.of("id", id), BankReturnQueries::read);
    }

    Page<BankReturn.Row> rows(UUID id, boolean refused, Paging paging) {
        return Page.of(
                database.list(
                        ROWS + "and row_no > :after order by row_no limit " + (paging.limit() + 1),
                        Values.of("id", id).and("refused", refused).and("after", paging.afterNumber()),
                        BankReturns::row),
                paging.limit(),
                BankReturn.Row::row);
    }

    List<BankReturn.Row> refused(UUID id) {
        return database.list(ROWS + "order by row_no", Values.of("id", id).and("refused", true), BankReturns::row);
    }

    private static BankReturn read(ResultSet row) throws SQLException {
        return new BankReturn(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                BankReturns.hex(row.getBytes(5)),
                row.getString(6),
                Rows.instant(row, 7),
                row.getInt(8),
                row.getInt(9),
                row.getLong(10),
                row.getInt(11),
                row.getLong(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15));
    }
}
