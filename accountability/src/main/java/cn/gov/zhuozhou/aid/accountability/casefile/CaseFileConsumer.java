package cn.gov.zhuozhou.aid.accountability.casefile;

import cn.gov.zhuozhou.aid.accountability.assignment.AssignmentMoved;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import cn.gov.zhuozhou.aid.chassis.event.IncomingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what the suite tells about each pupil. */
@ApplicationScoped
class CaseFileConsumer {
    private static final String SUITE = "cn.gov.zhuozhou.aid.";

    private final EventRoutes routes = EventRoutes.of("case-file.suite")
            .on(SUITE + "registry.EligibilityChanged.v1", Told.Eligibility.class, this::keep)
            .on(SUITE + "registry.NoticePosted.v1", Told.Notice.class, this::keep)
            .on(SUITE + "registry.NoticeClosed.v1", Told.Notice.class, this::keep)
            .on(SUITE + "disbursement.AwardChanged.v1", Told.Award.class, this::keep)
            .on(SUITE + "disbursement.PaymentSettled.v1", Told.Payment.class, this::keep)
            .on(SUITE + "disbursement.PaymentReturned.v1", Told.Payment.class, this::keep)
            .on(SUITE + "inspection.FindingChanged.v1", Told.Finding.class, this::keep);

    @Inject
    EventIntake intake;

    @Inject
    CaseEntries entries;

    @Inject
    BusinessClock clock;

    @Inject
    ObjectMapper json;

    void onStart(@Observes StartupEvent event) {
        intake.register(routes);
    }

    @Incoming("case-files")
    @Blocking
    void on(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, routes);
    }

    void onAssignment(@Observes AssignmentMoved moved) {
        var entry = new Entry(
                Source.ASSIGNMENT,
                moved.assignmentId().toString(),
                moved.revision(),
                clock.now(),
                moved.by(),
                json.valueToTree(moved.state()));
        entries.add(moved.studentId(), entry);
    }

    private void keep(IncomingEvent<? extends Told> event) {
        Told told = event.data();
        var at = told.at() == null ? clock.now() : told.at();
        var detail = json.valueToTree(told);
        entries.add(
                told.studentId(), new Entry(told.source(), told.subject(), told.revision(), at, told.who(), detail));
    }
}
