package cn.gov.zhuozhou.aid.disbursement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever the program does. */
@DisbursementTest
class DatabaseGuardsTest {
    private static final String AWARD = """
            insert into award (id, version, student_id, identification_id, school_code, school_town, semester, programme,
                               programme_name, form, payer, rate_key, amount_fen, state, because, policy_version, reasons,
                               proposed_by, approved_by, decided_at)
            values ('%s', 0, '%s', uuidv7(), 'S', 'T', '2019-spring', 'CMP-03', '寄宿生', 'CASH_CARD', 'COUNTY', 'PRIMARY',
                    50000, '%s', 'CARRIED', 'v', '[]', 'a', %s, now())
            """;
    private static final String TRANSACTION = """
            insert into ledger_transaction (id, kind, subject, semester, posted_by, posted_at)
            values ('%s', 'COMMITMENT', '%s', '2019-spring', 'x', now())
            """;
    private static final String ENTRY =
            "insert into ledger_entry (id, transaction_id, account, direction, amount_fen) values (uuidv7(), '%s', '%s', '%s', %d)";

    @Inject
    DataSource dataSource;

    @Test
    void aTransactionThatDoesNotBalanceIsRefusedAtCommit() {
        UUID tx = UUID.randomUUID();

        assertThatThrownBy(() -> inOneTransaction(
                        TRANSACTION.formatted(tx, award()),
                        ENTRY.formatted(tx, "CMP-03/COMMITTED", "DEBIT", 50000),
                        ENTRY.formatted(tx, "CMP-03/FUNDING/COUNTY", "CREDIT", 49999)))
                .hasMessageContaining("does not balance");
    }

    @Test
    void aTransactionWithoutEntriesIsRefused() {
        assertThatThrownBy(() -> inOneTransaction(TRANSACTION.formatted(UUID.randomUUID(), award())))
                .hasMessageContaining("does not balance");
    }

    @Test
    void anEntryAddedToABalancedTransactionLaterIsRefused() throws SQLException {
        UUID tx = balanced();

        assertThatThrownBy(() -> inOneTransaction(ENTRY.formatted(tx, "CMP-03/COMMITTED", "DEBIT", 1)))
                .hasMessageContaining("does not balance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set amount_fen = 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_transaction set posted_by = 'y'",
                "delete from ledger_transaction",
                "update award_history set event = 'X'",
                "delete from award_history",
                "update ledger_balance set credit_fen = 0",
                "delete from award",
                "delete from policy_set"
            })
    void whatIsWrittenDownIsNeitherChangedNorDeleted(String sql) {
        assertThatThrownBy(() -> inOneTransaction(sql)).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rate set amount_fen = 1",
                "delete from rate",
                "update eligibility_rule set rank = rank + 100"
            })
    void theRowsOfASetInForceAreNeitherChangedNorDeleted(String sql) {
        assertThatThrownBy(() -> inOneTransaction(sql + " where policy_version = '2019-spring.1'"))
                .hasMessageContaining("only while it is a draft");
    }

    @Test
    void oneProgrammeIsGrantedOnceInASemester() throws SQLException {
        UUID pupil = UUID.randomUUID();
        inOneTransaction(AWARD.formatted(UUID.randomUUID(), pupil, "PROPOSED", "null"));

        assertThatThrownBy(() -> inOneTransaction(AWARD.formatted(UUID.randomUUID(), pupil, "PROPOSED", "null")))
                .hasMessageContaining("award_once");
        assertThat(inOneTransaction(AWARD.formatted(UUID.randomUUID(), pupil, "STOPPED", "null")))
                .isEqualTo(1);
    }

    @Test
    void nobodyApprovesWhatHeProposed() {
        assertThatThrownBy(() ->
                        inOneTransaction(AWARD.formatted(UUID.randomUUID(), UUID.randomUUID(), "PROPOSED", "'a'")))
                .hasMessageContaining("check constraint");
    }

    @Test
    void anApprovedAmountHasItsCommitment() {
        assertThatThrownBy(() ->
                        inOneTransaction(AWARD.formatted(UUID.randomUUID(), UUID.randomUUID(), "APPROVED", "'b'")))
                .hasMessageContaining("check constraint");
    }

    @Test
    void aTransactionIsReversedOnce() throws SQLException {
        UUID tx = balanced();
        reverse(tx);

        assertThatThrownBy(() -> reverse(tx)).hasMessageContaining("reverses");
    }

    private void reverse(UUID tx) throws SQLException {
        UUID id = UUID.randomUUID();
        inOneTransaction(
                ("insert into ledger_transaction (id, kind, subject, semester, reverses, posted_by, posted_at)"
                                + " select '%s', 'REVERSAL', subject, semester, id, 'x', now()"
                                + " from ledger_transaction where id = '%s'")
                        .formatted(id, tx),
                ENTRY.formatted(id, "CMP-03/COMMITTED", "CREDIT", 50000),
                ENTRY.formatted(id, "CMP-03/FUNDING/COUNTY", "DEBIT", 50000));
    }

    private UUID balanced() throws SQLException {
        UUID tx = UUID.randomUUID();
        inOneTransaction(
                TRANSACTION.formatted(tx, award()),
                ENTRY.formatted(tx, "CMP-03/COMMITTED", "DEBIT", 50000),
                ENTRY.formatted(tx, "CMP-03/FUNDING/COUNTY", "CREDIT", 50000));
        return tx;
    }

    private UUID award() throws SQLException {
        UUID id = UUID.randomUUID();
        inOneTransaction(AWARD.formatted(id, UUID.randomUUID(), "PROPOSED", "null"));
        return id;
    }

    private int inOneTransaction(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                int rows = 0;
                for (String sql : statements) {
                    rows = statement.executeUpdate(sql);
                }
                connection.commit();
                return rows;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
