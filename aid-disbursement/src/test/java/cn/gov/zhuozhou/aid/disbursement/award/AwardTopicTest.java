package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@DisbursementTest
class AwardTopicTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    ObjectMapper json;

    @Test
    void whatTheRegistryTellsOnItsTopicsBecomesAnAwardToldOnOurs() {
        // Given
        var pupil = new RegistryPupil();

        // When
        send(pupil.rulingMessage(), pupil.pupilMessage());

        // Then
        ConsumerRecord<String, byte[]> told = awardOf(pupil.id);
        assertThat(told.key()).isEqualTo(pupil.id.toString());
        assertThat(header(told, "ce_type")).isEqualTo(AwardChanged.TYPE);
        assertThat(header(told, "ce_aidrevision")).isEqualTo("1");
        JsonNode data = read(told.value());
        assertThat(data.get("programme").textValue()).isEqualTo("CMP-03");
        assertThat(data.get("amountFen").longValue()).isEqualTo(50000);
        assertThat(data.get("state").textValue()).isEqualTo("PROPOSED");
    }

    private void send(ConsumerRecord<String, byte[]> first, ConsumerRecord<String, byte[]> second) {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var message : List.of(first, second)) {
                var unused = producer.send(
                        new ProducerRecord<>(message.topic(), null, message.key(), message.value(), message.headers()));
            }
            producer.flush();
        }
    }

    private ConsumerRecord<String, byte[]> awardOf(UUID student) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        var found = new AtomicReference<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(AwardChanged.TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (var one : consumer.poll(Duration.ofMillis(200))) {
                    if (student.toString().equals(one.key())) {
                        found.set(one);
                    }
                }
                return found.get() != null;
            });
        }
        return found.get();
    }

    private JsonNode read(byte[] value) {
        try {
            return json.readTree(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> told, String name) {
        return new String(told.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
