package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The merge of each kind of feed. Merges run one at a time, so that each sees all the facts of those before it. */
@ApplicationScoped
public class FeedMerges {
    private static final long LOCK = 0x6665656473L;

    @Inject
    Database database;

    @Inject
    SchoolMerge schools;

    @Inject
    StudentMerge students;

    @Inject
    IdentifiedMerge identified;

    @Inject
    RegisterMerge registers;

    /** Waits for merges under way; holds until the transaction ends. */
    public void takeTurn() {
        database.list("select pg_advisory_xact_lock(:lock)", Map.of("lock", LOCK), row -> row);
    }

    /** Merges what is staged; returns how many are gone because a snapshot does not name them. */
    int merge(Batch batch, FeedContent content) {
        return switch (batch.source()) {
            case SCHOOLS -> schools.merge(batch);
            case ENROLMENT -> students.merge(batch);
            case IDENTIFIED -> identified.merge(batch);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> registers.merge(batch, content);
        };
    }
}
