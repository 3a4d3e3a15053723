package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.time.LocalDate;
import java.util.UUID;

/** What we read of {@code registry.FeedStale.v1}. */
record FeedChange(UUID feedId, FeedState state, String source, LocalDate newestAsOf, Integer limitDays)
        implements Fact {
    @Override
    public UUID id() {
        return feedId;
    }

    @Override
    public Subject subject() {
        return Subject.feed(feedId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {feedId, state, source, limitDays};
    }

    @Override
    public String upsert() {
        return """
                insert into feed_freshness (feed_id, revision, source, state, newest_as_of, limit_days)
                values (:id, :revision, :source, :state, :newest, :limit)
                on conflict (feed_id) do update set revision = excluded.revision, source = excluded.source,
                  state = excluded.state, newest_as_of = excluded.newest_as_of, limit_days = excluded.limit_days
                where feed_freshness.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", feedId)
                .and("revision", revision)
                .and("source", source)
                .and("state", state)
                .and("newest", newestAsOf)
                .and("limit", limitDays);
    }
}
