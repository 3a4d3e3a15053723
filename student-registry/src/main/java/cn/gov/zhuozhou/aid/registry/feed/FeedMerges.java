package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The merge of each kind of feed. Merges run one at a time, so that each sees all the facts of those before it. */
@ApplicationScoped
public class FeedMerges {
    @Inject
    Matching matching;

    @Inject
    RowChanges changes;

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
        matching.takeTurn();
    }

    /** Merges what is staged; returns how many are gone because a snapshot does not name them. */
    int merge(Batch batch, Staging.Staged staged) {
        return changes.keeping(batch, () -> switch (batch.source()) {
            case SCHOOLS -> schools.merge(batch);
            case ENROLMENT -> students.merge(batch);
            case IDENTIFIED -> identified.merge(batch);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> registers.merge(batch, staged.said());
        });
    }
}
