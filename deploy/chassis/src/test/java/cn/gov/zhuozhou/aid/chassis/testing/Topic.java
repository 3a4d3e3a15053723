package cn.gov.zhuozhou.aid.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning. */
public final class Topic implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public Topic(String bootstrap, String name) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(name));
    }

    /** All messages read once there are that many, or once nobody would wait any longer. */
    public List<ConsumerRecord<String, byte[]>> atLeast(int count) {
        return atLeast(count, message -> true);
    }

    public List<ConsumerRecord<String, byte[]>> ofKey(String key, int count) {
        return atLeast(count, message -> key.equals(message.key()));
    }

    private List<ConsumerRecord<String, byte[]>> atLeast(int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        List<ConsumerRecord<String, byte[]>> found =
                seen.stream().filter(wanted).toList();
        while (found.size() < count && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            found = seen.stream().filter(wanted).toList();
        }
        return found;
    }

    public static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    public static String text(ConsumerRecord<?, byte[]> message) {
        return new String(message.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
