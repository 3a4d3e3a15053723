package cn.gov.zhuozhou.aid.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what the other services send, as CloudEvents in binary mode. */
@ApplicationScoped
public class Neighbours {
    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private KafkaProducer<String, byte[]> producer;

    /** The first golden example of an event, to be changed. */
    Map<String, Object> example(String service, String event) {
        try {
            return json.readValue(Contract.of(service, event).examples().getFirst(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String topic, String type, UUID key, long revision, Map<String, ?> data) {
        send(topic, type, key, revision, data, UUID.randomUUID());
    }

    synchronized void send(String topic, String type, UUID key, long revision, Map<String, ?> data, UUID eventId) {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
        }
        try {
            var message = new ProducerRecord<>(topic, key.toString(), json.writeValueAsBytes(data));
            header(message, "ce_specversion", "1.0");
            header(message, "ce_id", eventId.toString());
            header(message, "ce_type", "cn.gov.zhuozhou.aid." + type);
            header(message, "ce_source", "test");
            header(message, "ce_subject", key.toString());
            header(message, "ce_time", "2019-04-30T01:00:00Z");
            header(message, "ce_aidrevision", Long.toString(revision));
            producer.send(message).get();
        } catch (JsonProcessingException | InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
