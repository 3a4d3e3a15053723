package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.event.EventIntake;
import cn.gov.zhuozhou.aid.chassis.event.EventRoutes;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what pupils are granted, what of it the bank paid, and what was collected of them though it is waived. */
@ApplicationScoped
class DisbursementConsumer {
    @Inject
    EventIntake intake;

    @Inject
    Facts facts;

    private final EventRoutes awards = EventRoutes.of("mirror.award")
            .on("cn.gov.zhuozhou.aid.disbursement.AwardChanged.v1", AwardChange.class, e -> facts.take(e));

    private final EventRoutes payments = EventRoutes.of("mirror.payment")
            .on(
                    "cn.gov.zhuozhou.aid.disbursement.PaymentSettled.v1",
                    PaymentFact.Settled.class,
                    e -> facts.take(e.data().fact(), e.revision()))
            .on(
                    "cn.gov.zhuozhou.aid.disbursement.PaymentReturned.v1",
                    PaymentFact.Returned.class,
                    e -> facts.take(e.data().fact(), e.revision()));

    private final EventRoutes feeReceipts = EventRoutes.of("mirror.fee-receipt")
            .on("cn.gov.zhuozhou.aid.disbursement.FeeReceiptChanged.v1", FeeReceiptChange.class, e -> facts.take(e));

    void onStart(@Observes StartupEvent started) {
        intake.register(awards);
        intake.register(payments);
        intake.register(feeReceipts);
    }

    @Incoming("award")
    @Blocking
    void awards(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, awards);
    }

    @Incoming("payment")
    @Blocking
    void payments(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, payments);
    }

    @Incoming("fee-receipt")
    @Blocking
    void feeReceipts(ConsumerRecords<String, byte[]> polled) {
        intake.take(polled, feeReceipts);
    }
}
