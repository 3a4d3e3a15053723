package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Award;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Payment;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.PaymentState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A08: what the county granted in cash has not arrived, or not all of it, although the semester's day is past (S138), or came
 * back and was not paid again in time. Awards of one programme and semester are one account: one that ended and the one that
 * followed it are paid together, when the last of them is due. An award on hold is not owed. What is kept back because the pupil
 * owes counts as arrived, what he gave back does not.
 */
public record LatePaymentCheck(PaymentLimit limit, String legalBasis) implements PupilCheck {
    public static final String CODE = "A08";
    private static final int FEN_PER_YUAN = 100;

    /** One programme in one semester. */
    private record Account(Semester semester, String programme) implements Comparable<Account> {
        private static final Comparator<Account> ORDER =
                Comparator.comparing(Account::semester).thenComparing(Account::programme);

        static Account of(Award award) {
            return new Account(award.semester(), award.programme());
        }

        static Account of(Payment payment) {
            return new Account(payment.semester(), payment.programme());
        }

        @Override
        public int compareTo(Account other) {
            return ORDER.compare(this, other);
        }
    }

    /** What of an account is with the pupil, and why it is not what the bank paid. */
    private record Received(long paid, long setOff, long givenBack) {
        static Received of(Account account, PupilRecord pupil, List<Payment> payments) {
            List<Award> awards = pupil.awards().stream()
                    .filter(award -> Account.of(award).equals(account))
                    .toList();
            return new Received(
                    payments.stream()
                            .filter(payment -> payment.state() == PaymentState.SETTLED)
                            .mapToLong(Payment::fen)
                            .sum(),
                    awards.stream().mapToLong(Award::setOffFen).sum(),
                    awards.stream().mapToLong(Award::givenBackFen).sum());
        }

        long fen() {
            return paid + setOff - givenBack;
        }

        String zh() {
            return "已到账 %s 元".formatted(yuan(paid))
                    + (setOff == 0 ? "" : "，抵扣应退资金 %s 元".formatted(yuan(setOff)))
                    + (givenBack == 0 ? "" : "，已退回 %s 元".formatted(yuan(givenBack)));
        }

        String en() {
            return "%s yuan arrived".formatted(yuan(paid))
                    + (setOff == 0 ? "" : ", %s yuan kept back for what is owed".formatted(yuan(setOff)))
                    + (givenBack == 0 ? "" : ", %s yuan given back".formatted(yuan(givenBack)));
        }
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Verdict examine(PupilRecord pupil, Moment moment) {
        Map<Account, List<Award>> owed = pupil.awards().stream()
                .filter(award -> award.state() == AwardState.APPROVED && award.countyCashFen() != null)
                .collect(Collectors.groupingBy(Account::of, TreeMap::new, Collectors.toList()));
        List<Reason> reasons = new ArrayList<>();
        owed.forEach((account, awards) -> {
            List<Payment> payments = pupil.payments().stream()
                    .filter(payment -> Account.of(payment).equals(account))
                    .toList();
            Received received = Received.of(account, pupil, payments);
            late(account, awards, payments, received, moment.today()).ifPresent(reasons::add);
        });
        return reasons.isEmpty() ? Verdict.clear() : Verdict.hit(reasons);
    }

    private Optional<Reason> late(
            Account account, List<Award> awards, List<Payment> payments, Received received, LocalDate today) {
        long owed = awards.stream().mapToLong(Award::countyCashFen).sum();
        if (received.fen() >= owed) {
            return Optional.empty();
        }
        LocalDate due = awards.stream()
                .map(award -> limit.dueIn(award.semester(), award.decidedOn()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (limit.isOver(due, today)) {
            return Optional.of(reason(
                    received.fen() == 0 ? "LATE" : "SHORT",
                    account,
                    "应于 %s 前足额到账，应发 %s 元，%s".formatted(due, yuan(owed), received.zh()),
                    "due in full by %s: %s yuan granted, %s".formatted(due, yuan(owed), received.en())));
        }
        return payments.stream()
                .filter(payment -> isOpen(payment, payments) && limit.isOver(payment.reissueDue(), today))
                .min(Comparator.comparing(Payment::reissueDue))
                .map(payment -> reason(
                        "NOT_REISSUED",
                        account,
                        "%s 退回 %s 元，应于 %s 前重新发放".formatted(payment.day(), yuan(payment.fen()), payment.reissueDue()),
                        "%s yuan came back on %s and was to be paid again by %s"
                                .formatted(yuan(payment.fen()), payment.day(), payment.reissueDue())));
    }

    /** Came back, and no later line that paid it again, or tried to, has been told of. */
    private static boolean isOpen(Payment payment, List<Payment> payments) {
        return payment.state() == PaymentState.RETURNED
                && payments.stream().noneMatch(later -> payment.lineId().equals(later.reissueOf()));
    }

    private Reason reason(String what, Account account, String zh, String en) {
        return new Reason(
                String.join(
                        ".", CODE, what, account.programme(), account.semester().code()),
                account.programme() + "（" + account.semester() + "）" + zh,
                account.programme() + " (" + account.semester() + ") " + en,
                legalBasis);
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / FEN_PER_YUAN, fen % FEN_PER_YUAN);
    }
}
