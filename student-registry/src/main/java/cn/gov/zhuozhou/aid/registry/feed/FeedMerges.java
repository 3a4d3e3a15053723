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

    /** Merges a staged snapshot; returns how many are gone. */
    int merge(Batch batch, FeedContent content) {
        return changes.keeping(batch, () -> switch (batch.source()) {
            case SCHOOLS -> schools.merge(batch);
            case ENROLMENT -> students.merge(batch);
            case IDENTIFIED -> identified.merge(batch);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> registers.merge(batch, content, true);
        });
    }

    /** Merges rows of messages of a register. */
    void mergeMessages(Batch batch, FeedContent messages) {
        changes.keeping(batch, () -> registers.merge(batch, messages, false));
    }
}
