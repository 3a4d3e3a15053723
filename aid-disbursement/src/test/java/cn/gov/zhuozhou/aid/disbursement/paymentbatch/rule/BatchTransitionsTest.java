package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Act;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTransitionsTest {
    @Test
    void aBatchGoesFromDraftToClosedInTheOrderOfTheChain() {
        BatchState state = BatchState.DRAFT;
        for (Act act : List.of(
                Act.SUBMITTED,
                Act.NOTICE_CONFIRMED,
                Act.CENTER_SCHOOL_APPROVED,
                Act.COUNTY_APPROVED,
                Act.FROZEN,
                Act.SENT,
                Act.ALL_PAID,
                Act.RECONCILED,
                Act.CLOSED)) {
            state = BatchTransitions.of(state, act).orElseThrow().to();
        }
        assertThat(state).isEqualTo(BatchState.CLOSED);
    }

    @Test
    void afterTheFreezeThereIsNoWayBackButAVoid() {
        Set<BatchState> frozen = EnumSet.noneOf(BatchState.class);
        Arrays.stream(BatchState.values()).filter(BatchState::frozen).forEach(frozen::add);

        assertThat(BatchTransitions.TABLE)
                .filteredOn(row -> row.from().stream().anyMatch(frozen::contains)
                        && !row.to().frozen())
                .extracting(BatchTransitions.Row::act)
                .containsExactly(Act.VOIDED);
    }

    @Test
    void noActLeadsTwoWaysFromOneState() {
        for (BatchState from : BatchState.values()) {
            for (Act act : Act.values()) {
                assertThat(BatchTransitions.TABLE)
                        .filteredOn(row -> row.act() == act && row.from().contains(from))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void aCancelledBatchIsOver() {
        assertThat(BatchTransitions.TABLE).noneMatch(row -> row.from().contains(BatchState.CANCELLED));
    }
}
