package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.ApprovalBands.Band;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalBandsTest {
    private static final ApprovalBands BANDS = new ApprovalBands(
            List.of(new Band(0, Set.of(Approval.COUNTY)), new Band(1000, Set.of(Approval.COUNTY, Approval.FINANCE))));

    @Test
    void theGreatestBandNotAboveTheAmountCounts() {
        assertThat(BANDS.of(999)).containsExactly(Approval.COUNTY);
        assertThat(BANDS.of(1000)).containsExactlyInAnyOrder(Approval.COUNTY, Approval.FINANCE);
    }

    @Test
    void whatWasGivenIsNotMissing() {
        assertThat(BANDS.missing(1000, Set.of(Approval.COUNTY))).containsExactly(Approval.FINANCE);
    }
}
