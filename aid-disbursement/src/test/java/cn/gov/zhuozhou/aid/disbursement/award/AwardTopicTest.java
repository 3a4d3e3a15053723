package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Topic;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
        ConsumerRecord<String, byte[]> told;
        try (var topic = new Topic(brokers, AwardChanged.TOPIC)) {
            told = topic.ofKey(pupil.id.toString(), 1).getFirst();
        }
        assertThat(told.key()).isEqualTo(pupil.id.toString());
        assertThat(Topic.header(told, "ce_type")).isEqualTo(AwardChanged.TYPE);
        assertThat(Topic.header(told, "ce_aidrevision")).isEqualTo("1");
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

    private JsonNode read(byte[] value) {
        try {
            return json.readTree(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
