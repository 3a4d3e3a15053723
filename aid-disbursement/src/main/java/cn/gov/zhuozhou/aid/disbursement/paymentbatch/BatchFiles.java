package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.bank.BankBatches;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult;
import cn.gov.zhuozhou.aid.disbursement.bank.PayingUnit;
import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLine;
import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLines;
import cn.gov.zhuozhou.aid.disbursement.bank.PaymentOrder;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Act;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands a frozen batch to the bank, once: whoever asks again gets the same order with the same lines, so that no retry pays twice.
 */
@ApplicationScoped
class BatchFiles implements BankBatches {
    private static final String LINES = """
            select l.sequence, l.end_to_end_id, a.holder_name, a.account_sealed,
                   case when starts_with(:payerBank, a.bank_code) then '' else n.line_number end, b.name, l.amount_fen
            from payment_line l join payee_account a on a.id = l.account_id join bank b on b.code = a.bank_code
            left join payment_bank n on n.code = a.bank_code
            where l.batch_id = :batch and l.sequence is not null order by l.sequence
            """;
    private static final int FILE = 1;
    private static final int REFERENCE = 12;

    @Inject
    BatchActs acts;

    @Inject
    BatchStore batches;

    @Inject
    BatchLines lines;

    @Inject
    BankResults results;

    @Inject
    PayerConfig config;

    @Inject
    FieldCrypto crypto;

    @Inject
    CurrentActor currentActor;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Inject
    Database database;

    @Override
    @Transactional
    public PaymentOrder handOver(UUID batchId) {
        return order(batchId, currentActor.requireBureau());
    }

    @Override
    @Transactional
    public PaymentOrder handedOver(UUID batchId) {
        Batch batch = batches.find(batchId, currentActor.requireBureau().jurisdiction())
                .orElseThrow(ProblemException::notFound);
        return find(batch, payer()).orElseThrow(() -> new ProblemException(PaymentBatchProblem.NOT_SENT));
    }

    PaymentOrder order(UUID batchId, Actor by) {
        PayingUnit payer = payer();
        Batch batch = batches.lock(batchId, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        Optional<PaymentOrder> before = find(batch, payer);
        return before.orElseGet(() -> send(batch, payer, by));
    }

    private PaymentOrder send(Batch seen, PayingUnit payer, Actor by) {
        Batch batch = acts.lockedFor(seen.id(), null, by, Act.SENT);
        refuseChangedAccounts(batch);
        refuseUnknownBanks(batch, payer);
        LocalDate today = clock.today();
        batches.move(batch, BatchState.SENT_TO_BANK, Act.SENT, null, acts.round(batch.id()), null, by);
        database.update(
                """
                insert into payment_file (batch_id, number, requested_on, created_at, line_count, total_fen, sent_by)
                values (:batch, :number, :today, :now, :lines, :fen, :by)
                """,
                Values.of("batch", batch.id())
                        .and("number", FILE)
                        .and("today", today)
                        .and("now", clock.now())
                        .and("lines", batch.frozenLines())
                        .and("fen", batch.frozenFen())
                        .and("by", by.id()));
        database.update(
                "update payment_line set state = 'SENT', revision = revision + 1, sent_on = :today"
                        + " where batch_id = :batch and state = 'FROZEN'",
                Map.of("today", today, "batch", batch.id()));
        trail.record(by, "payment-batch.sent", BatchActs.SUBJECT, batch.subject(), null);
        return find(batch, payer).orElseThrow();
    }

    private void refuseChangedAccounts(Batch batch) {
        List<FieldError> changed = database.list(
                "select l.id from payment_line l where l.batch_id = :batch and l.state = :frozen and not exists (select from "
                        + PayeeAccounts.PAYABLE
                        + " y where y.student_id = l.student_id and y.account_id = l.account_id) order by l.sequence limit 100",
                Map.of("batch", batch.id(), "frozen", LineState.FROZEN),
                row -> new FieldError(
                        "lines/" + row.getString(1),
                        "ACCOUNT_CHANGED",
                        Text.of("收款账户已变更", "the account is not the confirmed one any more")));
        if (!changed.isEmpty()) {
            throw new ProblemException(PaymentBatchProblem.ACCOUNTS_CHANGED, Text.of("", ""), changed);
        }
    }

    private void refuseUnknownBanks(Batch batch, PayingUnit payer) {
        List<FieldError> unknown = database.list(
                """
                select distinct a.bank_code from payment_line l join payee_account a on a.id = l.account_id
                where l.batch_id = :batch and l.state = 'FROZEN' and not starts_with(:payerBank, a.bank_code)
                  and a.bank_code not in (select code from payment_bank)
                """,
                Map.of("batch", batch.id(), "payerBank", payer.bankCode()),
                row -> new FieldError(
                        "banks/" + row.getString(1), "LINE_NUMBER", Text.of("12 位行号", "a line number of 12 digits")));
        if (!unknown.isEmpty()) {
            throw new ProblemException(PaymentBatchProblem.BANK_NUMBER_MISSING, Text.of("", ""), unknown);
        }
    }

    private Optional<PaymentOrder> find(Batch batch, PayingUnit payer) {
        return database.first(
                """
                select f.number, f.requested_on, f.created_at, f.line_count, f.total_fen, p.name_zh
                from payment_file f join payment_batch b on b.id = f.batch_id join programme p on p.code = b.programme
                where f.batch_id = :batch
                """,
                Map.of("batch", batch.id()),
                row -> new PaymentOrder(
                        batch.id(),
                        row.getInt(1),
                        payer,
                        row.getObject(2, LocalDate.class),
                        Rows.instant(row, 3),
                        purpose(row.getString(6), batch.semester()),
                        row.getInt(4),
                        row.getLong(5)));
    }

    private static String purpose(String programme, String semester) {
        return programme + semester.substring(0, 4) + (semester.endsWith("spring") ? "春" : "秋");
    }

    private PayingUnit payer() {
        PayerConfig.Payer payer =
                config.payer().orElseThrow(() -> new ProblemException(PaymentBatchProblem.PAYING_UNIT_MISSING));
        return new PayingUnit(
                payer.code(),
                payer.accountName(),
                payer.accountNumber(),
                payer.bankCode(),
                payer.bankName(),
                payer.contract().orElse(""));
    }

    /** Numbers are opened here only, line by line while the file is written; the disclosure stands in the trail. */
    @Override
    public PaymentLines lines(PaymentOrder order) {
        return taker -> {
            refuseErasedNumbers(order.batchId());
            FieldCryptoSession session = crypto.session();
            trail.record(
                    currentActor.get(),
                    "payee.numbers-for-bank-file",
                    BatchActs.SUBJECT,
                    order.batchId().toString(),
                    null,
                    Map.of("accounts", order.lineCount()));
            try {
                database.forEach(
                        LINES,
                        Map.of(
                                "batch",
                                order.batchId(),
                                "payerBank",
                                order.payer().bankCode()),
                        row -> take(taker, row, order, session));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
    }

    private void refuseErasedNumbers(UUID batchId) {
        boolean erased =
                database.first("""
                        select 1 from payment_line l join payee_account a on a.id = l.account_id
                        where l.batch_id = :batch and l.sequence is not null and a.erased_on is not null limit 1
                        """, Map.of("batch", batchId), row -> true).isPresent();
        if (erased) {
            throw new ProblemException(PaymentBatchProblem.NUMBERS_ERASED);
        }
    }

    private static void take(PaymentLines.Taker taker, ResultSet row, PaymentOrder order, FieldCryptoSession session)
            throws java.sql.SQLException {
        try {
            String identity = row.getString(2);
            taker.take(new PaymentLine(
                    row.getInt(1),
                    identity,
                    row.getString(3),
                    session.decrypt(row.getBytes(4)),
                    row.getString(5),
                    row.getString(6),
                    row.getLong(7),
                    order.purpose(),
                    identity.substring(identity.length() - REFERENCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional
    public List<Applied> apply(UUID returnId, List<BankResult> said, Actor by) {
        if (!by.jurisdiction().isBureau()) {
            return said.stream().map(word -> Applied.UNKNOWN_LINE).toList();
        }
        return results.apply(returnId, said, by);
    }
}
