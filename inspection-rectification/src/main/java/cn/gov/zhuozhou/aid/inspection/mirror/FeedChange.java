package cn.gov.zhuozhou.aid.inspection.mirror;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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
                values (?, ?, ?, ?, ?, ?)
                on conflict (feed_id) do update set revision = excluded.revision, source = excluded.source,
                  state = excluded.state, newest_as_of = excluded.newest_as_of, limit_days = excluded.limit_days
                where feed_freshness.revision < excluded.revision""";
    }

    @Override
    public void bind(PreparedStatement row, long revision) throws SQLException {
        row.setObject(1, feedId);
        row.setLong(2, revision);
        row.setString(3, source);
        row.setString(4, state.name());
        row.setObject(5, newestAsOf);
        row.setInt(6, limitDays);
    }
}
