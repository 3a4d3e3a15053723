package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.inspection.datacheck.rule.StaleFeedCheck.Feed;
import cn.gov.zhuozhou.aid.inspection.mirror.FeedState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what the registry told of the age of its sources. */
@ApplicationScoped
class StaleFeeds {
    @Inject
    DataSource dataSource;

    List<Feed> of(Collection<UUID> feedIds) {
        if (feedIds.isEmpty()) {
            return List.of();
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select feed_id, state, source, newest_as_of, limit_days from feed_freshness"
                                + " where feed_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", feedIds.toArray()));
            try (var rows = statement.executeQuery()) {
                List<Feed> feeds = new ArrayList<>();
                while (rows.next()) {
                    feeds.add(new Feed(
                            rows.getObject(1, UUID.class),
                            FeedState.valueOf(rows.getString(2)),
                            rows.getString(3),
                            rows.getObject(4, LocalDate.class),
                            rows.getInt(5)));
                }
                return feeds;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the age of sources cannot be read", e);
        }
    }
}
