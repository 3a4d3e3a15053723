package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the running service puts on the topic. */
@ComponentTest
class PublishedFindingTest {
    @Inject
    Neighbours neighbours;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void openingAndClosingAreToldInOrderAndKeepTheContract() throws IOException {
        // Given
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("src/main/resources/contract/FindingChanged.v1.schema.json")));
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");
        String line = Ledger.idOf(pupil).toString();

        // When
        pupil.eligible("WITHDRAWN", false, false);

        // Then
        List<ConsumerRecord<String, String>> told = told(line, 2);
        assertThat(told).extracting(r -> header(r, "ce_aidrevision")).containsExactly("1", "2");
        assertThat(told)
                .extracting(r -> header(r, "ce_type"))
                .containsOnly("cn.gov.zhuozhou.aid.inspection.FindingChanged.v1");
        assertThat(told)
                .allSatisfy(r ->
                        assertThat(schema.validate(r.value(), InputFormat.JSON)).isEmpty());
        assertThat(told.getLast().value()).contains("\"closedBy\":\"SYSTEM\"");
    }

    private List<ConsumerRecord<String, String>> told(String key, int count) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("inspection-rectification.finding"));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> {
                    if (r.key().equals(key)) {
                        found.add(r);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, String> told, String name) {
        return new String(told.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
