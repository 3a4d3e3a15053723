package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Entry.State;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Entry PAID = new Entry("a", 1L, State.SETTLED, 1, null);

    @Test
    @DisplayName("sides that say the same have no difference, and what a side does not say is not held against it")
    void same() {
        assertThat(kinds(PAID, PAID)).isEmpty();
        assertThat(kinds(PAID, new Entry("a", null, null, 1, null))).isEmpty();
        assertThat(kinds(new Entry("a", null, null, 1, null), PAID)).isEmpty();
    }

    @Test
    @DisplayName("what stands on one side only is named by the side that has it")
    void missing() {
        assertThat(kinds(PAID, null)).containsExactly(Kind.MISSING_THERE);
        assertThat(kinds(null, PAID)).containsExactly(Kind.MISSING_HERE);
    }

    @Test
    @DisplayName("A01: amount, state and a second payment are each named")
    void differs() {
        assertThat(kinds(PAID, new Entry("a", 2L, State.RETURNED, 2, null)))
                .containsExactly(Kind.PAID_TWICE, Kind.AMOUNT_DIFFERS, Kind.STATE_DIFFERS);
        assertThat(kinds(PAID, new Entry("a", 1L, State.PENDING, 1, null))).containsExactly(Kind.STATE_DIFFERS);
    }

    private static List<Kind> kinds(Entry ours, Entry theirs) {
        return Difference.between(Side.BANK, ours, theirs).stream()
                .map(Difference::kind)
                .toList();
    }
}
