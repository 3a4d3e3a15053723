package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks whether sources went stale or were renewed, tells the others once, and keeps the age of each as a metric. */
@ApplicationScoped
class FreshnessWatch {
    /** One replica tells; a source that was never stale is not worth a word. */
    private static final String KEEP = """
            insert into feed_freshness as f (source, revision, stale, newest_as_of, limit_days, since)
            select :source, 1, true, :newest, :limit, :since where :stale
            on conflict (source) do update set revision = f.revision + 1, stale = true, newest_as_of = excluded.newest_as_of,
              limit_days = excluded.limit_days, since = excluded.since
            where not f.stale or (f.newest_as_of, f.limit_days) is distinct from (excluded.newest_as_of, excluded.limit_days)
            returning id, revision""";

    private static final String RENEW = """
            update feed_freshness set revision = revision + 1, stale = false, newest_as_of = :newest, limit_days = :limit,
              since = :since
            where source = :source and stale and not :stale
            returning id, revision""";

    @Inject
    Database database;

    @Inject
    FeedAges ages;

    @Inject
    LeaningRulings rulings;

    @Inject
    Outbox outbox;

    private final MultiGauge gauge;

    @Inject
    FreshnessWatch(MeterRegistry meters) {
        gauge = MultiGauge.builder("aid.feed.age.days")
                .description("Days since the newest data of a source; no value where none ever came")
                .register(meters);
    }

    @Scheduled(every = "${aid.freshness.every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void look() {
        List<FeedAge> today = ages.today();
        gauge.register(
                today.stream()
                        .filter(age -> age.ageDays() != null)
                        .map(age -> MultiGauge.Row.of(Tags.of("source", age.source()), age.ageDays()))
                        .toList(),
                true);
        today.forEach(age -> change(age).ifPresent(told -> outbox.append(told.outbound())));
    }

    private Optional<FeedStale> change(FeedAge age) {
        boolean stale = age.state() == FeedAge.State.STALE;
        LocalDate since = stale ? age.staleSince() : age.today();
        Map<String, Object> values = new HashMap<>();
        values.put("source", age.source());
        values.put("newest", age.newestAsOf());
        values.put("limit", age.limitDays());
        values.put("stale", stale);
        values.put("since", since);
        return database.first(
                stale ? KEEP : RENEW,
                values,
                row -> new FeedStale(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        age.source(),
                        stale ? FeedAge.State.STALE : FeedAge.State.FRESH,
                        age.newestAsOf(),
                        age.limitDays(),
                        since,
                        rulings.count(age.source())));
    }
}
