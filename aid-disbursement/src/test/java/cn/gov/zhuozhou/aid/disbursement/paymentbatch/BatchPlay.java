package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankBatches.Applied;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.bank.PaymentOrder;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Plays batches in tests: pupils who can be paid, people who act, a bank that answers. */
@Singleton
class BatchPlay {
    static final String PROGRAMME = "CMP-03";
    static final String SEMESTER = "2019-spring";
    static final long FEN = 50_000;
    static final List<String> SOURCES = List.of("CENTRE", "PROVINCE", "CITY", "COUNTY");
    static final Actor MAKER = actor("maker");
    static final Actor CHECKER = actor("checker");
    static final Actor PAYER = actor("payer");

    @Inject
    ApprovedPupils pupils;

    @Inject
    BatchActs acts;

    @Inject
    FreezeBatch freezing;

    @Inject
    BatchFiles files;

    @Inject
    BatchStore batches;

    @Inject
    BatchLines lines;

    @Inject
    WriteBacks writeBacks;

    @Inject
    Ledger ledger;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    static Actor actor(String name) {
        return new Actor(name, name, Jurisdiction.BUREAU);
    }

    static <T> T in(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    /** Enough of every source. */
    void fund(long fen) {
        fund(PROGRAMME, fen);
    }

    void fund(String programme, long fen) {
        in(() -> {
            for (String source : SOURCES) {
                ledger.post(
                        Posting.of(Posting.Kind.APPROPRIATION, UUID.randomUUID(), null, clock.today())
                                .move(Account.BANK, Account.available(source, programme), fen)
                                .done(),
                        MAKER);
            }
            return null;
        });
    }

    /** Nothing is left of any source; in the present transaction. */
    void spendAll() {
        for (String source : strings("select code from fund_source", Map.of())) {
            Account available = Account.available(source, PROGRAMME);
            long left = ledger.creditOf(available);
            if (left > 0) {
                ledger.post(
                        Posting.of(Posting.Kind.TREASURY_RETURN, UUID.randomUUID(), null, clock.today())
                                .move(available, Account.BANK, left)
                                .done(),
                        MAKER);
            }
        }
    }

    Approved payable() {
        Approved pupil = pupils.one();
        account(pupil.student());
        return pupil;
    }

    Approved payableAt(Approved other) {
        Approved pupil = pupils.at(other.school(), other.town());
        account(pupil.student());
        return pupil;
    }

    /** A confirmed account; one before it is replaced. */
    UUID account(UUID student) {
        UUID index = UUID.randomUUID();
        return account(student, index, "62000090000000" + index.hashCode() % 1000);
    }

    /** The same with a number of one's own. */
    void account(UUID student, String number) {
        account(student, crypto.index("bank-account", number), number);
    }

    private UUID account(UUID student, UUID index, String number) {
        UUID id = UUID.randomUUID();
        database.update("""
                update payee_account set state = 'REPLACED', version = version + 1, valid_until = current_date
                where student_id = :student and state = 'CONFIRMED'
                """, Map.of("student", student));
        database.update(
                """
                insert into payee_account (id, student_id, version, state, holder_kind, holder_name, holder_index, bank_code,
                  account_index, account_sealed, account_tail, reason, proposed_by, proposed_name, proposed_at, decided_by,
                  decided_name, decided_at, valid_from)
                values (:id, :student, 1, 'CONFIRMED', 'SELF', '某学生', :student, '103', :index, :sealed, '0000', 'x', 'a', 'a', now(),
                  'b', 'b', now(), current_date)
                """,
                Values.of("id", id).and("student", student).and("index", index).and("sealed", crypto.encrypt(number)));
        return id;
    }

    boolean canBePaid(UUID student) {
        return database.number(
                        "select count(*) from payee_payable where student_id = :student", Map.of("student", student))
                > 0;
    }

    Batch draft(String school) {
        return draft(Batch.Kind.REGULAR, school);
    }

    Batch draft(Batch.Kind kind, String school) {
        return draft(kind, school, SEMESTER);
    }

    Batch draft(Batch.Kind kind, String school, String semester) {
        return in(() -> acts.create(new Batch.Selection(kind, PROGRAMME, semester, school, null, null), MAKER));
    }

    Batch approved(Batch draft) {
        UUID id = draft.id();
        in(() -> acts.submit(id, "*", MAKER));
        in(() -> acts.confirmNotice(id, "*", CHECKER));
        in(() -> acts.approveAsCenterSchool(id, "*", CHECKER));
        return in(() -> acts.approve(id, Approval.COUNTY, "*", CHECKER));
    }

    Batch frozen(Batch draft) {
        approved(draft);
        return in(() -> freezing.freeze(draft.id(), "*", CHECKER));
    }

    PaymentOrder sent(UUID batch) {
        return in(() -> files.order(batch, PAYER));
    }

    Batch find(UUID id) {
        return batches.find(id, Jurisdiction.BUREAU).orElseThrow();
    }

    List<BatchLines.Line> lines(UUID batch) {
        return lines.list(batch, null, null, 500);
    }

    BatchLines.Line line(UUID batch, Approved pupil) {
        return lines(batch).stream()
                .filter(line -> line.studentId().equals(pupil.student()) && line.state() != LineState.VOID)
                .findFirst()
                .orElseThrow();
    }

    BankResult says(BatchLines.Line line, Outcome outcome) {
        return new BankResult(
                line.endToEndId(),
                outcome,
                outcome == Outcome.RETURNED ? "ACCOUNT_CLOSED" : null,
                "AC04",
                "账户已销户",
                line.amountFen(),
                clock.today(),
                1);
    }

    List<Applied> bank(List<BankResult> results) {
        return in(() -> said(results));
    }

    /** As a return file leaves it, in the present transaction. */
    List<Applied> said(List<BankResult> results) {
        UUID file = UUID.randomUUID();
        List<Applied> applied = files.apply(file, results, PAYER);
        database.update("""
                insert into bank_return (id, layout, sha256, by_id, by_name, at)
                values (:id, 'played', sha256(convert_to(cast(:id as uuid)::text, 'UTF8')), 'payer', 'payer', now())
                """, Map.of("id", file));
        for (int i = 0; i < results.size(); i++) {
            database.update(
                    """
                    insert into bank_return_row (return_id, row_no, end_to_end_id, outcome, amount_fen, value_date, result)
                    values (:id, :row, :endToEnd, :outcome, :fen, :day, :result)
                    """,
                    Values.of("id", file)
                            .and("row", i + 1)
                            .and("endToEnd", results.get(i).endToEndId())
                            .and("outcome", results.get(i).outcome())
                            .and("fen", results.get(i).amountFen())
                            .and("day", results.get(i).valueDate())
                            .and("result", applied.get(i)));
        }
        return applied;
    }

    List<Applied> bank(BatchLines.Line line, Outcome outcome) {
        return bank(List.of(says(line, outcome)));
    }

    void writeBack(UUID line) {
        var asked = in(() -> writeBacks.propose(line, "学生已毕业离校", MAKER));
        in(() -> writeBacks.decide(asked.id(), true, CHECKER));
    }

    List<String> strings(String sql, Map<String, ?> values) {
        return database.list(sql, values, row -> row.getString(1));
    }
}
