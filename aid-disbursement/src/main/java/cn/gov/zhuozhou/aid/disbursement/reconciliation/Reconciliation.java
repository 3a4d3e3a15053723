package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * One comparison as it was made.
 *
 * @param figuresSha256 stands on the page
 * @param pageSha256 of the page as it was printed
 */
record Reconciliation(
        UUID id,
        UUID batchId,
        boolean agrees,
        Figures figures,
        String figuresSha256,
        String pageSha256,
        String byName,
        Instant at) {
    /** One difference as it is kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int number,
            Side side,
            Kind kind,
            String key,
            Integer line,
            Long oursFen,
            Long theirsFen,
            Entry.State oursState,
            Entry.State theirsState) {
        static Line of(int number, Difference d) {
            return new Line(
                    number,
                    d.side(),
                    d.kind(),
                    d.key(),
                    d.line(),
                    d.ours() == null ? null : d.ours().fen(),
                    d.theirs() == null ? null : d.theirs().fen(),
                    d.ours() == null ? null : d.ours().state(),
                    d.theirs() == null ? null : d.theirs().state());
        }
    }

    /**
     * Whether the proof still holds.
     *
     * @param intact figures, differences and page are those that were kept
     * @param still what the sides say today comes to the same figures
     */
    record Verification(boolean intact, boolean still) {}
}
