package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The merge of each kind of feed. Merges run one at a time, so that each sees all the facts of those before it. */
@ApplicationScoped
class FeedMerges {
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
    void takeTurn() {
        matching.takeTurn();
    }

    /** Merges a staged snapshot; returns how many are gone. */
    int merge(Batch batch) {
        return changes.keeping(batch, () -> switch (batch.source()) {
            case SCHOOLS -> schools.merge(batch);
            case ENROLMENT -> students.merge(batch);
            case IDENTIFIED -> identified.merge(batch);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> registers.merge(batch, true);
        });
    }

    /** Merges one staged row of a register, a message. */
    void mergeOne(Batch batch) {
        changes.keeping(batch, () -> registers.merge(batch, false));
    }
}
