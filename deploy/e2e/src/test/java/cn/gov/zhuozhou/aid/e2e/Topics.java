package cn.gov.zhuozhou.aid.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks into the suite's topics from outside. */
final class Topics {
    private static final List<String> SERVICES =
            List.of("student-registry", "aid-disbursement", "accountability", "inspection-rectification");

    private Topics() {}

    /** How many messages each of the suite's own topics holds. */
    static Map<String, Long> ends(LocalSuite suite) {
        try (var consumer = consumer(suite)) {
            Map<String, Long> ends = new TreeMap<>();
            consumer.endOffsets(ownPartitions(consumer))
                    .forEach((partition, end) -> ends.merge(partition.topic(), end, Long::sum));
            return ends;
        }
    }

    /** Shows every message of the suite's own topics. */
    static void read(LocalSuite suite, Consumer<ConsumerRecord<String, String>> reader) {
        try (var consumer = consumer(suite)) {
            List<TopicPartition> partitions = ownPartitions(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
            }
        }
    }

    /** The topics other offices write to carry identity numbers by nature and are not the suite's. */
    private static List<TopicPartition> ownPartitions(KafkaConsumer<String, String> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic ->
                        SERVICES.stream().anyMatch(service -> topic.getKey().startsWith(service + ".")))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static KafkaConsumer<String, String> consumer(LocalSuite suite) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", suite.kafkaBootstrapServers(), "group.id", "look-" + UUID.randomUUID()),
                new StringDeserializer(),
                new StringDeserializer());
    }

    static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
