package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.StaleFeedCheck.Feed;
import cn.gov.zhuozhou.aid.inspection.mirror.FeedState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the registry told of the age of its sources. */
@ApplicationScoped
class StaleFeeds {
    @Inject
    Database database;

    List<Feed> of(Collection<UUID> feedIds) {
        return database.list(
                "select feed_id, state, source, newest_as_of, limit_days from feed_freshness where feed_id = any (:feeds)",
                Map.of("feeds", feedIds),
                row -> new Feed(
                        row.getObject(1, UUID.class),
                        Rows.constant(row, 2, FeedState.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getInt(5)));
    }
}
