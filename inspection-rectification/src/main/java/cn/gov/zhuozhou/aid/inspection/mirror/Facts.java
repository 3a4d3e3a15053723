package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import cn.gov.zhuozhou.aid.chassis.event.UnreadableMessage;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.inspection.mirror.Poll.Revised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;

/** Keeps facts. Those of one transaction are gathered and written together just before it commits, in a few statements. */
@ApplicationScoped
class Facts {
    @Inject
    Database database;

    @Inject
    DueSubjects due;

    @Inject
    TransactionSynchronizationRegistry transactions;

    void take(IncomingEvent<? extends Fact> event) {
        take(event.data(), event.revision());
    }

    void take(Fact fact, long revision) {
        if (!fact.complete()) {
            throw new UnreadableMessage("a field that is required is missing");
        }
        poll().add(fact, revision);
    }

    private Poll poll() {
        Poll present = (Poll) transactions.getResource(Poll.class);
        if (present != null) {
            return present;
        }
        Poll begun = new Poll();
        transactions.putResource(Poll.class, begun);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                write(begun);
            }

            @Override
            public void afterCompletion(int status) {
                // the rows came or went with the transaction
            }
        });
        return begun;
    }

    private void write(Poll poll) {
        for (Collection<Revised> rows : poll.rows()) {
            String upsert = rows.iterator().next().fact().upsert();
            database.batch(upsert, rows, row -> row.fact().values(row.revision()));
        }
        due.mark(poll.subjects());
    }
}
