package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnPortions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker dies while it takes the bank's results. */
@DisbursementTest
class ResultsBrokenOffTest {
    private static final int PUPILS = 5;
    private static final int PORTION = 2;

    private static final class Killed extends RuntimeException {}

    @Inject
    BatchPlay play;

    @Inject
    ReturnPortions portions;

    @Inject
    Jobs jobs;

    @TempDir
    Path folder;

    @Test
    @DisplayName("a batch whose results were broken off between and within portions ends like one whose were not")
    void endsTheSame() throws IOException {
        // Given
        play.fund(2_000_000);
        UUID whole = sent();
        UUID broken = sent();
        UUID wholeFile = file(whole);
        UUID brokenFile = file(broken);

        // When
        finish(wholeFile);
        BatchPlay.in(() -> portions.apply(brokenFile, PORTION, BatchPlay.PAYER));
        List<String> afterOne = ended(broken);
        assertThatThrownBy(() -> BatchPlay.in(() -> {
                    portions.apply(brokenFile, PORTION, BatchPlay.PAYER);
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        List<String> afterTheKill = ended(broken);
        finish(brokenFile);

        // Then
        assertThat(afterTheKill).isEqualTo(afterOne).contains("lines SENT 3 150000", "events 2", "answered DONE 2");
        assertThat(ended(broken))
                .isEqualTo(ended(whole))
                .contains(
                        "state PARTLY_PAID",
                        "lines SETTLED 4 200000",
                        "lines RETURNED 1 50000",
                        "events 5",
                        "answered DONE 5",
                        "books SETTLEMENT 200000",
                        "books RETURN 50000");
    }

    private UUID sent() {
        Approved first = play.payable();
        for (int i = 1; i < PUPILS; i++) {
            play.payableAt(first);
        }
        UUID batch = play.draft(first.school()).id();
        play.frozen(play.find(batch));
        play.sent(batch);
        return batch;
    }

    /** All are paid but the last. */
    private UUID file(UUID batch) throws IOException {
        List<String> rows = new ArrayList<>(List.of("序号,业务流水号,金额,处理结果,失败代码,入账日期"));
        rows.addAll(play.strings("""
                select concat_ws(',', sequence, end_to_end_id, '500.00', case sequence when :last then '失败' else '成功' end, '',
                  '20190426')
                from payment_line where batch_id = :batch order by sequence
                """, Map.of("batch", batch, "last", PUPILS)));
        Path file = Files.write(folder.resolve(batch + ".csv"), rows, UTF_8);
        return BatchPlay.in(() -> portions.take("county-return", file, BatchPlay.PAYER));
    }

    private void finish(UUID file) {
        UUID job = BatchPlay.in(() -> portions.takenUp(file, BatchPlay.PAYER));
        await().until(() -> "DONE".equals(jobs.find(job).orElseThrow().state()));
    }

    /** All that is to be the same, however many portions it took. */
    private List<String> ended(UUID batch) {
        return play.strings("""
                select 'state ' || state from payment_batch where id = :batch
                union all
                select concat_ws(' ', 'lines', state, count(*), sum(amount_fen)) from payment_line where batch_id = :batch group by state
                union all
                select 'events ' || count(*) from outbox o join payment_line l on l.id::text = o.subject
                where l.batch_id = :batch and o.topic = 'aid-disbursement.payment'
                union all
                select concat_ws(' ', 'answered', r.result, count(*)) from bank_return_row r
                join payment_line l on l.end_to_end_id = r.end_to_end_id where l.batch_id = :batch group by r.result
                union all
                select concat_ws(' ', 'books', t.kind, sum(e.amount_fen)) from ledger_transaction t
                join ledger_entry e on e.transaction_id = t.id and e.direction = 'CREDIT' where t.subject = :batch group by t.kind
                union all
                select concat_ws(' ', 'funds', source, payable_fen, paid_fen, returned_fen) from batch_funds where batch_id = :batch
                order by 1
                """, Map.of("batch", batch));
    }
}
