package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** One thing two sides do not say alike; a side that says nothing of it is null. */
record Difference(Side side, Kind kind, Entry ours, Entry theirs) {
    /** With whom our batch is compared. */
    enum Side {
        AWARD,
        BANK,
        LEDGER,
        /** Of the batch itself: who stands behind its lines. */
        PERSON,
        NATIONAL
    }

    enum Kind {
        /** They have it, our batch has not. */
        MISSING_HERE,
        /** Our batch has it, they have not. */
        MISSING_THERE,
        AMOUNT_DIFFERS,
        STATE_DIFFERS,
        PAID_TWICE,
        /** A row of a sheet that tells no payment. */
        UNREADABLE,
        /** He is paid the programme this semester as another pupil, too (A01). */
        SAME_PERSON,
        /** One card for several pupils of the batch, such as siblings (A10); to be looked at, no disagreement. */
        SHARED_ACCOUNT
    }

    /** What two sides do not say alike of one thing; what a side does not say is not held against it. */
    static List<Difference> between(Side side, Entry ours, Entry theirs) {
        if (ours == null || theirs == null) {
            return List.of(new Difference(side, ours == null ? Kind.MISSING_HERE : Kind.MISSING_THERE, ours, theirs));
        }
        List<Kind> kinds = new ArrayList<>();
        if (ours.times() > 1 || theirs.times() > 1) {
            kinds.add(Kind.PAID_TWICE);
        }
        if (ours.fen() != null && theirs.fen() != null && !ours.fen().equals(theirs.fen())) {
            kinds.add(Kind.AMOUNT_DIFFERS);
        }
        if (ours.state() != null && theirs.state() != null && ours.state() != theirs.state()) {
            kinds.add(Kind.STATE_DIFFERS);
        }
        return kinds.stream()
                .map(kind -> new Difference(side, kind, ours, theirs))
                .toList();
    }

    String key() {
        return ours == null ? theirs.key() : ours.key();
    }

    Integer line() {
        return ours == null ? theirs.line() : ours.line();
    }

    boolean disagrees() {
        return kind != Kind.SHARED_ACCOUNT;
    }
}
