package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which approvals an amount needs. */
public record ApprovalBands(List<Band> bands) {
    /** From so many fen on, these. */
    public record Band(long fromFen, Set<Approval> approvals) {
        public Band {
            approvals = Set.copyOf(approvals);
        }
    }

    public ApprovalBands {
        bands = List.copyOf(bands);
    }

    public Set<Approval> of(long fen) {
        return bands.stream()
                .filter(band -> band.fromFen() <= fen)
                .max(Comparator.comparingLong(Band::fromFen))
                .map(Band::approvals)
                .orElseThrow(() -> new IllegalStateException("no band for " + fen));
    }

    /** Those an amount needs and does not have yet. */
    public Set<Approval> missing(long fen, Set<Approval> given) {
        Set<Approval> missing = EnumSet.noneOf(Approval.class);
        missing.addAll(of(fen));
        missing.removeAll(given);
        return missing;
    }
}
