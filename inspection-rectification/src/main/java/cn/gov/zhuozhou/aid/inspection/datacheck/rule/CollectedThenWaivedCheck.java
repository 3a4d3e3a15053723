package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.FeeReceipt;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.Fee;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A09 (先收后免): a school has money of a fee the pupil is not to pay in that semester, whichever came first. What waives which fee
 * aid-disbursement says, which holds the policy.
 */
public record CollectedThenWaivedCheck(String legalBasis) implements PupilCheck {
    public static final String CODE = "A09";

    /** One fee of one semester. */
    private record Kind(Semester semester, Fee fee) implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::semester).thenComparing(Kind::fee);

        static Kind of(FeeReceipt receipt) {
            return new Kind(receipt.semester(), receipt.fee());
        }

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Verdict examine(PupilRecord pupil, Moment moment) {
        SortedMap<Kind, List<FeeReceipt>> wrong = pupil.feeReceipts().stream()
                .filter(receipt -> receipt.leftFen() > 0 && !receipt.waivedBy().isEmpty())
                .collect(Collectors.groupingBy(Kind::of, TreeMap::new, Collectors.toList()));
        return wrong.isEmpty()
                ? Verdict.clear()
                : Verdict.hit(wrong.entrySet().stream()
                        .map(one -> reason(one.getKey(), one.getValue()))
                        .toList());
    }

    private Reason reason(Kind kind, List<FeeReceipt> receipts) {
        String left = BigDecimal.valueOf(
                        receipts.stream().mapToLong(FeeReceipt::leftFen).sum(), 2)
                .toPlainString();
        List<String> programmes = receipts.stream()
                .flatMap(receipt -> receipt.waivedBy().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> numbers =
                receipts.stream().map(FeeReceipt::number).sorted().toList();
        return new Reason(
                String.join(".", CODE, kind.fee().name(), kind.semester().code()),
                "%s 学期已由 %s 免除%s，仍收取 %s 元未退（收据 %s），应退还学生"
                        .formatted(
                                kind.semester(),
                                String.join("、", programmes),
                                kind.fee().zh(),
                                left,
                                String.join("、", numbers)),
                "%s waives %s in %s; %s yuan were collected and not given back (receipts %s)"
                        .formatted(
                                String.join(", ", programmes),
                                kind.fee().en(),
                                kind.semester(),
                                left,
                                String.join(", ", numbers)),
                legalBasis);
    }
}
