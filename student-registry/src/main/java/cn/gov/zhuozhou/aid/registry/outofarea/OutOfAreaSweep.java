package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.registry.reversecheck.OutOfAreaPersons;
import cn.gov.zhuozhou.aid.registry.reversecheck.OutOfAreaPersons.OutOfAreaPerson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * What time alone changes: a letter or a reply comes to be overdue, the bureau's turn comes. Several replicas may look; each
 * pupil is settled under his lock.
 */
@ApplicationScoped
class OutOfAreaSweep {
    private static final int AT_ONCE = 200;

    @Inject
    OutOfAreaPersons persons;

    @Inject
    OutOfAreaStudents students;

    @Inject
    Intake intake;

    /** Persons settled before this feature existed. */
    void onStart(@Observes StartupEvent started) {
        UUID after = null;
        List<OutOfAreaPerson> page;
        do {
            UUID from = after;
            page = QuarkusTransaction.requiringNew().call(() -> persons.list(Jurisdiction.BUREAU, from, AT_ONCE));
            for (OutOfAreaPerson person : page) {
                QuarkusTransaction.requiringNew().run(() -> intake.takeOver(person.taskId()));
                after = person.taskId();
            }
        } while (page.size() == AT_ONCE);
    }

    @Scheduled(every = "${aid.out-of-area.sweep-every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settlePassed() {
        for (UUID id : students.passed(AT_ONCE)) {
            QuarkusTransaction.requiringNew().run(() -> {
                students.await(id);
                if (students.isPassed(id)) {
                    students.settle(id);
                }
            });
        }
    }
}
