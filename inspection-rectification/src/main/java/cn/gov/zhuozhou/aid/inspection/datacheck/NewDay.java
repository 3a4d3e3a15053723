package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.inspection.mirror.DueSubjects;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** What only a day's passing can make wrong is looked at once a day, by each replica and after each start. */
@ApplicationScoped
class NewDay {
    @Inject
    DueSubjects due;

    @Inject
    BusinessClock clock;

    private LocalDate looked;

    /** Called by one thread. */
    void look() {
        LocalDate today = clock.today();
        if (!today.equals(looked)) {
            QuarkusTransaction.requiringNew().run(due::markUnpaid);
            looked = today;
        }
    }
}
