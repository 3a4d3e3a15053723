package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import java.time.LocalDate;
import java.util.UUID;

/** The event: whether a source is too old to lean on. Contract: {@code contract/FeedStale.v1.schema.json}. */
record FeedStale(
        UUID feedId,
        long revision,
        String source,
        FeedAge.State state,
        LocalDate newestAsOf,
        int limitDays,
        LocalDate since,
        long leaningRulings) {
    OutboundEvent outbound() {
        return new OutboundEvent(
                "student-registry.feed",
                feedId.toString(),
                "cn.gov.zhuozhou.aid.registry.FeedStale.v1",
                feedId.toString(),
                revision,
                this);
    }
}
