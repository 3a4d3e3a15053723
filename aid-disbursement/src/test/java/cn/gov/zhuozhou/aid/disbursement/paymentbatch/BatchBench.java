package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.testing.DatabaseOwner;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Times each step of a large batch and, right after it, plain SQL that writes or compares the same rows in tables with the same
 * columns, indexes and foreign keys: {@code -Dtest=BatchBench -Dlines=100000}.
 */
@DisbursementTest
class BatchBench {
    private static final int LINES = Integer.getInteger("lines", 100_000);
    private static final List<String> CLONED = List.of("pupil", "pupil_place", "eligibility", "award");
    private static final String PAYER =
            Tokens.of("payer").roles("aid-clerk", "aid-reviewer", "aid-payer").token();

    private static final String TABLES = """
            drop table if exists floor, floor_row, floor_told;
            create table floor (like payment_line including all);
            alter table floor add foreign key (batch_id) references payment_batch, add foreign key (award_id) references award,
              add foreign key (reissue_of) references floor;
            create table floor_row (like bank_return_row including all);
            create table floor_told (like outbox including all);
            """;
    private static final String CREATED = "insert into floor select * from payment_line where batch_id = 'BATCH';";
    private static final String LINES_AS_NOW = """
            update floor f set (state, revision, sequence, end_to_end_id, sent_on, settled_at)
              = (l.state, l.revision, l.sequence, l.end_to_end_id, l.sent_on, l.settled_at)
            from payment_line l where l.id = f.id and l.batch_id = 'BATCH';
            """;
    private static final String READ = """
            select sum(length(concat_ws('|', l.sequence, l.end_to_end_id, p.name, a.account_sealed, l.amount_fen)))
            from floor l join pupil p on p.student_id = l.student_id join payee_account a on a.id = l.account_id;
            """;
    private static final String ROWS_AND_EVENTS = """
            insert into floor_row select return_id, row_no, end_to_end_id, outcome, reason, reason_code, reason_text,
              amount_fen, value_date, null from bank_return_row;
            update floor_row set result = 'DONE';
            insert into floor_told (topic, event_key, type, subject, revision, payload)
            select topic, event_key, type, subject, revision, payload from outbox where topic = 'aid-disbursement.payment';
            """;
    /** The three sides line by line, who is paid on one card or as two people, and what each side adds up to. */
    private static final String COMPARED = """
            select count(*) from (select * from payment_line where batch_id = 'BATCH') l
            full join (select end_to_end_id, max(amount_fen) as fen, max(outcome) as outcome from bank_return_row group by 1) w
              on w.end_to_end_id = l.end_to_end_id
            full join (select a.id, a.amount_fen from award a join payment_line p on p.award_id = a.id
                       where p.batch_id = 'BATCH') a on a.id = l.award_id
            where (w.fen, w.outcome, a.amount_fen) is distinct from (l.amount_fen, l.state, l.amount_fen);
            select account_index from payment_line l join payee_account a on a.id = l.account_id
            where l.batch_id = 'BATCH' group by 1 having count(distinct l.student_id) > 1;
            select holder_index from payment_line l join payee_account a on a.id = l.account_id
            where l.batch_id = 'BATCH' group by 1 having count(distinct l.student_id) > 1;
            select coalesce(p.merged_into, p.student_id) from payment_line l join pupil p on p.student_id = l.student_id
            where l.batch_id = 'BATCH' group by 1 having count(distinct l.student_id) > 1;
            select state, count(*), sum(amount_fen) from payment_line where batch_id = 'BATCH' group by 1;
            select outcome, count(*), sum(amount_fen) from bank_return_row group by 1;
            select sum(a.amount_fen) from award a join payment_line l on l.award_id = a.id where l.batch_id = 'BATCH';
            select e.account, e.direction, sum(e.amount_fen) from ledger_transaction t
            join ledger_entry e on e.transaction_id = t.id where t.subject = 'BATCH' group by 1, 2;
            """;

    @Inject
    BatchPlay play;

    @Inject
    PaymentTerms terms;

    private UUID id;
    private long oursInAll;
    private long floorInAll;

    @Test
    void life() throws Exception {
        // Given
        sendOnce();
        Approved one = play.payable();
        play.fund(LINES * BatchPlay.FEN * 2);
        clones(one);
        plain("analyze");
        plain(TABLES);

        // When
        long created = timed(() -> play.draft(one.school()));
        id = UUID.fromString(play.strings(
                        "select id::text from payment_batch where school_code = :school",
                        Map.of("school", one.school()))
                .getFirst());
        beside("create", created, CREATED);
        approve();
        beside(
                "freeze",
                timed(() -> BatchPlay.in(() -> play.freezing.freeze(id, "*", BatchPlay.CHECKER))),
                LINES_AS_NOW);
        beside("file", timed(this::file), LINES_AS_NOW + READ);
        byte[] report = report();
        beside("return", timed(() -> returned(report)), ROWS_AND_EVENTS + LINES_AS_NOW);
        beside("reconcile", timed(() -> BatchPlay.in(() -> play.acts.reconcile(id, "*", BatchPlay.MAKER))), COMPARED);
        print("in all", oursInAll, floorInAll);
        long closing = timed(() -> BatchPlay.in(() -> play.acts.close(id, "*", BatchPlay.CHECKER)));
        System.out.printf("BENCH %-10s %,8d ms%n", "close", closing);

        // Then
        Batch closed = play.find(id);
        assertThat(closed.state()).isEqualTo(BatchState.CLOSED);
        assertThat(closed.frozenLines()).isEqualTo(LINES);
    }

    /** Component tests send each POST twice and give it a key; here each is sent once, with a key. */
    private static void sendOnce() {
        RestAssured.config = RestAssured.config().httpClient(HttpClientConfig.httpClientConfig());
        RestAssured.filters((request, response, next) -> {
            if (!request.getHeaders().hasHeaderWithName("Idempotency-Key")) {
                request.header("Idempotency-Key", UUID.randomUUID());
            }
            return next.next(request, response);
        });
    }

    private void approve() {
        BatchPlay.in(() -> play.acts.submit(id, "*", BatchPlay.MAKER));
        BatchPlay.in(() -> play.acts.confirmNotice(id, "*", BatchPlay.CHECKER));
        BatchPlay.in(() -> play.acts.approveAsCenterSchool(id, "*", BatchPlay.CHECKER));
        for (Approval part : new TreeSet<>(terms.bands().of(LINES * BatchPlay.FEN))) {
            BatchPlay.in(() -> play.acts.approve(
                    id, part, "*", part == Approval.COUNTY ? BatchPlay.CHECKER : BatchPlay.actor("head of " + part)));
        }
    }

    private byte[] file() {
        return given().auth()
                .oauth2(PAYER)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/payment-batches/" + id + "/bank-file?layout=county-txt")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** The bank paid every line. */
    private byte[] report() {
        String rows = String.join(
                "\n",
                play.strings(
                        "select concat_ws(',', sequence, end_to_end_id, '500.00', '成功', '20190426') from payment_line"
                                + " where batch_id = :batch order by sequence",
                        Map.of("batch", id)));
        return ("序号,业务流水号,金额,处理结果,入账日期\n" + rows + "\n").getBytes(UTF_8);
    }

    private static Object returned(byte[] report) {
        String job = given().auth()
                .oauth2(PAYER)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(report)
                .post("/api/v1/bank-returns?layout=county-return")
                .then()
                .statusCode(202)
                .extract()
                .path("job");
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> "DONE"
                        .equals(given().auth()
                                .oauth2(PAYER)
                                .get("/api/v1/jobs/" + job)
                                .then()
                                .extract()
                                .path("state")));
        return job;
    }

    private void beside(String step, long ours, String sql) throws Exception {
        long floor = timed(() -> plain(sql.replace("BATCH", id.toString())));
        print(step, ours, floor);
        eventsOut();
        oursInAll += ours;
        floorInAll += floor;
    }

    /** Those of one step are not sent while the next is timed. */
    private void eventsOut() {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> play.strings("select id::text from outbox where published_at is null limit 1", Map.of())
                        .isEmpty());
    }

    private static void print(String step, long ours, long floor) {
        System.out.printf(
                "BENCH %-10s %,8d ms, plain SQL %,8d ms, ratio %.1f%n", step, ours, floor, (double) ours / floor);
    }

    private static Object plain(String sql) {
        DatabaseOwner.run(sql);
        return null;
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

    private static long timed(Callable<?> work) throws Exception {
        long from = System.nanoTime();
        work.call();
        return Math.max(1, (System.nanoTime() - from) / 1_000_000);
    }
}
