package cn.gov.zhuozhou.aid.disbursement.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Hands over what the registry tells of pupils out of area. */
@ApplicationScoped
public class OutOfAreaTold {
    public static final String TYPE = OutOfAreaConsumer.CHANGED;

    @Inject
    OutOfAreaConsumer consumer;

    public void receive(ConsumerRecords<String, byte[]> polled) {
        consumer.on(polled);
    }
}
