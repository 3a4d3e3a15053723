package cn.gov.zhuozhou.aid.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaBrokerTest {
    @Test
    void aKeptLogIsResumedWithItsRecordsOnOtherPorts(@TempDir Path folder) throws Exception {
        // Given
        KafkaOptions options = KafkaOptions.kept(folder, 0, 0).withPartitions(1);
        try (EmbeddedKafkaBroker broker = EmbeddedKafkaBroker.start(options)) {
            broker.createTopics(List.of("kept"));
            send(broker, "kept", "first");
        }

        // When
        List<String> read;
        try (EmbeddedKafkaBroker broker = EmbeddedKafkaBroker.start(options)) {
            broker.createTopics(List.of("kept"));
            send(broker, "kept", "second");
            read = read(broker, "kept", 2);
        }

        // Then
        assertThat(read).containsExactly("first", "second");
    }

    private static void send(EmbeddedKafkaBroker broker, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(EmbeddedKafkaBroker broker, String topic, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            for (int poll = 0; poll < 20 && values.size() < count; poll++) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(record.value());
                }
            }
        }
        return values;
    }
}
