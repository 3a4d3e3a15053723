package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.ApprovalBands;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.ApprovalBands.Band;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which approvals amounts need and how soon money has to arrive, as dated rows; rows are only added. When an award's money is due stands
 * in view {@code award_due}, which reads the days of the semester and those of a programme of its own ({@link ProgrammeTerms}).
 *
 * <p>Inspection keeps days of its own ({@code payment_limit}) for its finding A08: whoever inspects does not take the deadline from
 * the one inspected, and adds days of grace. Where the bureau changes the one it changes the other.
 */
@ApplicationScoped
class PaymentTerms {
    /** Days and dates; the dates as {@code 04-30}. */
    record Term(
            LocalDate firstDay,
            int reissueDays,
            int bankDays,
            String springUntil,
            String autumnUntil,
            String document) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    ApprovalBands bands() {
        return bands(clock.today());
    }

    ApprovalBands bands(LocalDate on) {
        return new ApprovalBands(database.list(
                """
                select from_fen, approvals from payment_approval_band
                where first_day = (select max(first_day) from payment_approval_band where first_day <= :on)
                order by from_fen
                """,
                Map.of("on", on),
                row -> new Band(
                        row.getLong(1),
                        Rows.strings(row, 2).stream().map(Approval::valueOf).collect(Collectors.toSet()))));
    }

    Term term() {
        return term(clock.today());
    }

    Term term(LocalDate on) {
        return database.first(
                        """
                        select first_day, reissue_days, bank_days, spring_until, autumn_until, document from payment_term
                        where first_day <= :on order by first_day desc limit 1
                        """,
                        Map.of("on", on),
                        row -> new Term(
                                row.getObject(1, LocalDate.class),
                                row.getInt(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                .orElseThrow(() -> new IllegalStateException("no payment term has begun"));
    }

    void add(Term term, Actor by) {
        realDay(term.springUntil());
        realDay(term.autumnUntil());
        notBackdated(term.firstDay());
        int added = database.update(
                """
                insert into payment_term (first_day, reissue_days, bank_days, spring_until, autumn_until, document, set_by)
                values (:day, :reissue, :bank, :spring, :autumn, :document, :by) on conflict do nothing
                """,
                Values.of("day", term.firstDay())
                        .and("reissue", term.reissueDays())
                        .and("bank", term.bankDays())
                        .and("spring", term.springUntil())
                        .and("autumn", term.autumnUntil())
                        .and("document", term.document())
                        .and("by", by.id()));
        onlyOnce(added);
        trail.record(by, "payment-term.added", "payment-term", term.firstDay().toString(), null);
    }

    void addBands(LocalDate firstDay, List<Band> bands, String document, Actor by) {
        notBackdated(firstDay);
        if (bands.stream().noneMatch(band -> band.fromFen() == 0)
                || bands.stream().anyMatch(band -> !band.approvals().contains(Approval.COUNTY))
                || bands.stream().map(Band::fromFen).collect(Collectors.toSet()).size() != bands.size()) {
            throw new ProblemException(CommonProblem.INVALID_FIELDS);
        }
        onlyOnce(
                database.number(
                                        "select count(*) from payment_approval_band where first_day = :day",
                                        Map.of("day", firstDay))
                                == 0
                        ? 1
                        : 0);
        database.batch(
                """
                insert into payment_approval_band (first_day, from_fen, approvals, document, set_by)
                values (:day, :from, :approvals, :document, :by)
                """,
                bands,
                band -> Map.of(
                        "day", firstDay,
                        "from", band.fromFen(),
                        "approvals", names(band.approvals()),
                        "document", document,
                        "by", by.id()));
        trail.record(by, "payment-approval-bands.added", "payment-approval-band", firstDay.toString(), null);
    }

    /**
     * A bank by the code accounts name it with, and its number in the national payment system.
     *
     * @param source who said it
     */
    record Bank(String code, String lineNumber, String source) {}

    List<Bank> banks() {
        return database.list(
                "select code, line_number, source from payment_bank order by code",
                Map.of(),
                row -> new Bank(row.getString(1), row.getString(2), row.getString(3)));
    }

    void setBank(Bank bank, Actor by) {
        if (!bank.lineNumber().startsWith(bank.code())) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("行号的前三位是银行代码。", "The number begins with the bank's code."));
        }
        database.update(
                """
                insert into payment_bank (code, line_number, source, set_by) values (:code, :number, :source, :by)
                on conflict (code) do update set line_number = excluded.line_number, source = excluded.source,
                  set_by = excluded.set_by
                """, Map.of("code", bank.code(), "number", bank.lineNumber(), "source", bank.source(), "by", by.id()));
        trail.record(
                by,
                "payment-bank.set",
                "payment-bank",
                bank.code(),
                bank.source(),
                Map.of("lineNumber", bank.lineNumber()));
    }

    private static List<String> names(Set<Approval> approvals) {
        return approvals.stream().map(Enum::name).sorted().toList();
    }

    private void notBackdated(LocalDate firstDay) {
        if (firstDay.isBefore(clock.today())) {
            throw new ProblemException(CommonProblem.INVALID_FIELDS);
        }
    }

    private static void realDay(String monthAndDay) {
        try {
            MonthDay.parse("--" + monthAndDay);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("没有 %s 这一天。", "There is no day %s.").formatted(monthAndDay));
        }
    }

    private static void onlyOnce(int added) {
        if (added == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
    }
}
