package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Times a large batch beside plain SQL that writes the same rows: {@code -Dtest=BatchBench -Dlines=100000}. */
@DisbursementTest
class BatchBench {
    private static final int LINES = Integer.getInteger("lines", 100_000);
    private static final List<String> CLONED = List.of("pupil", "pupil_place", "eligibility", "award");
    private static final int ROWS_AT_ONCE = 5_000;

    @Inject
    BatchPlay play;

    @Inject
    PaymentTerms terms;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void life() throws Exception {
        // Given
        Approved one = play.payable();
        play.fund(LINES * BatchPlay.FEN * 2);
        clones(one);
        plain("analyze");

        // When
        Batch draft = timed("create", () -> play.draft(one.school()));
        timed("submit and approve", () -> BatchPlay.in(() -> play.acts.submit(draft.id(), "*", BatchPlay.MAKER)));
        BatchPlay.in(() -> play.acts.confirmNotice(draft.id(), "*", BatchPlay.CHECKER));
        BatchPlay.in(() -> play.acts.approveAsCenterSchool(draft.id(), "*", BatchPlay.CHECKER));
        BatchPlay.in(() -> play.acts.approve(draft.id(), Approval.COUNTY, "*", BatchPlay.CHECKER));
        for (Approval more : List.of(Approval.FINANCE, Approval.LEADERSHIP)) {
            if (terms.bands().of(LINES * BatchPlay.FEN).contains(more)) {
                BatchPlay.in(() -> play.acts.approve(draft.id(), more, "*", BatchPlay.actor("head of " + more)));
            }
        }
        Batch frozen =
                timed("freeze", () -> BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER)));
        timed("send", () -> play.sent(draft.id()));
        List<BankResult> said = play.database.list(
                "select end_to_end_id from payment_line where batch_id = :batch order by sequence",
                Map.of("batch", draft.id()),
                row -> new BankResult(
                        row.getString(1), Outcome.SETTLED, null, null, null, BatchPlay.FEN, play.clock.today(), 1));
        timed("results", () -> {
            for (int from = 0; from < said.size(); from += ROWS_AT_ONCE) {
                play.bank(new ArrayList<>(said.subList(from, Math.min(said.size(), from + ROWS_AT_ONCE))));
            }
            return null;
        });
        timed("reconcile", () -> BatchPlay.in(() -> play.acts.reconcile(draft.id(), "*", BatchPlay.MAKER)));
        timed("close", () -> BatchPlay.in(() -> play.acts.close(draft.id(), "*", BatchPlay.CHECKER)));
        timed(
                "plain SQL: insert",
                () -> plain("create table floor (like payment_line including all);"
                        + " insert into floor select * from payment_line where batch_id = '" + draft.id() + "'"));
        for (String update : List.of("freeze", "send", "settle")) {
            timed("plain SQL: " + update, () -> plain("update floor set revision = revision + 1"));
        }
        timed(
                "plain SQL: events",
                () -> plain("create table told (like outbox including all); insert into told (topic, event_key,"
                        + " type, subject, revision, payload) overriding user value select topic, event_key, type, subject, revision, payload"
                        + " from outbox where topic = 'aid-disbursement.payment'"));

        // Then
        assertThat(frozen.frozenLines()).isEqualTo(LINES);
        plain("drop table floor, told");
    }

    private Object plain(String sql) {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            return statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same pupil many times. */
    private void clones(Approved one) {
        QuarkusTransaction.requiringNew().timeout(600).call(() -> {
            for (String table : CLONED) {
                play.database.execute("""
                        insert into %1$s select r.* from (select md5('s' || n)::uuid as student, md5('i' || n)::uuid as identification from generate_series(2, %3$d) n) c, %1$s t, lateral jsonb_populate_record(t, jsonb_strip_nulls(
                          jsonb_build_object('student_id', c.student, 'id', uuidv7(), 'identification_id', c.identification))) r
                        where t.student_id = '%2$s'
                        """.formatted(table, one.student(), LINES));
            }
            play.database.execute("""
                    insert into payee_account select r.* from (select md5('s' || n)::uuid as student from generate_series(2, %2$d) n) c, payee_account t, lateral jsonb_populate_record(t,
                      jsonb_build_object('id', c.student, 'student_id', c.student, 'holder_index', c.student, 'account_index', c.student)) r
                    where t.student_id = '%1$s'
                    """.formatted(one.student(), LINES));
            return null;
        });
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long from = System.nanoTime();
        T done = work.call();
        System.out.printf("BENCH %-22s %,8d ms%n", what, (System.nanoTime() - from) / 1_000_000);
        return done;
    }
}
