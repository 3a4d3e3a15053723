package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The age of every source that has a limit. */
@ApplicationScoped
public class FeedAges {
    private static final String AGES = """
            select l.source, l.days, l.on_opening,
              (select max(b.as_of) from feed_batch b where b.source = l.source and b.state = 'DONE')
            from (select distinct on (source) source, days, on_opening from feed_age_limit
                  where first_day <= :today order by source, first_day desc) l
            order by l.source""";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    public List<FeedAge> today() {
        LocalDate today = clock.today();
        return database.list(
                AGES,
                Map.of("today", today),
                row -> new FeedAge(
                        row.getString(1),
                        row.getObject(4, LocalDate.class),
                        row.getInt(2),
                        FeedAge.OnOpening.valueOf(row.getString(3)),
                        today));
    }

    /** Those too old to lean on. */
    public List<FeedAge> stale() {
        return today().stream()
                .filter(age -> age.state() == FeedAge.State.STALE)
                .toList();
    }
}
