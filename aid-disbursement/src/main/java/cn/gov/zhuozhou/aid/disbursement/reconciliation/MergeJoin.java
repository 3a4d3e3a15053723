package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import java.util.Iterator;
import java.util.function.Consumer;

/** Compares two sides that come sorted by key, each key once, holding one entry of each at a time. */
final class MergeJoin {
    private final Side side;
    private final Consumer<Difference> differences;

    private MergeJoin(Side side, Consumer<Difference> differences) {
        this.side = side;
        this.differences = differences;
    }

    static void compare(Side side, Iterator<Entry> ours, Iterator<Entry> theirs, Consumer<Difference> differences) {
        new MergeJoin(side, differences).compare(new Sorted(ours), new Sorted(theirs));
    }

    private void compare(Sorted ours, Sorted theirs) {
        Entry here = ours.next();
        Entry there = theirs.next();
        while (here != null || there != null) {
            int order = order(here, there);
            if (order < 0) {
                differences.accept(new Difference(side, Kind.MISSING_THERE, here, null));
            } else if (order > 0) {
                differences.accept(new Difference(side, Kind.MISSING_HERE, null, there));
            } else {
                compare(here, there);
            }
            here = order <= 0 ? ours.next() : here;
            there = order >= 0 ? theirs.next() : there;
        }
    }

    private static int order(Entry here, Entry there) {
        if (here == null) {
            return 1;
        }
        return there == null ? -1 : here.key().compareTo(there.key());
    }

    private void compare(Entry here, Entry there) {
        if (here.times() > 1 || there.times() > 1) {
            differences.accept(new Difference(side, Kind.PAID_TWICE, here, there));
        }
        if (here.fen() != null && there.fen() != null && !here.fen().equals(there.fen())) {
            differences.accept(new Difference(side, Kind.AMOUNT_DIFFERS, here, there));
        }
        if (here.state() != null && there.state() != null && here.state() != there.state()) {
            differences.accept(new Difference(side, Kind.STATE_DIFFERS, here, there));
        }
    }

    /** Makes sure that what is compared is sorted: otherwise everything would look missing. */
    private static final class Sorted {
        private final Iterator<Entry> entries;
        private String last = "";

        private Sorted(Iterator<Entry> entries) {
            this.entries = entries;
        }

        private Entry next() {
            if (!entries.hasNext()) {
                return null;
            }
            Entry next = entries.next();
            if (next.key().compareTo(last) <= 0) {
                throw new IllegalStateException("entries are not sorted by key, each once");
            }
            last = next.key();
            return next;
        }
    }
}
