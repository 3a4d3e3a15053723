package cn.gov.zhuozhou.aid.accountability.assignment;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static cn.gov.zhuozhou.aid.accountability.County.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.accountability.County;
import cn.gov.zhuozhou.aid.accountability.ServiceTest;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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

/** The whole life of an assignment as others see it on the topic; every message fits the contract. */
@ServiceTest
class AssignmentEventTest {
    @Inject
    County county;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void everyStateIsToldOnceInOrderAndFitsTheContract() throws JsonProcessingException {
        // Given
        String school = newSchool();
        UUID pupil = UUID.randomUUID();
        UUID identification = UUID.randomUUID();
        county.student(pupil, school, newTown(), 1);
        county.identified(pupil, identification, 1, true);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "GAP"));
        county.staff(row(newStaffNumber(), school, "教师"));
        String id = county.openAssignmentOf(pupil).get("id").toString();
        as(Tokens.reviewer())
                .header("If-Match", "\"1\"")
                .post("/api/v1/assignments/" + id + "/confirmation")
                .then()
                .statusCode(200);

        // When
        county.identified(pupil, identification, 2, false);

        // Then
        List<ConsumerRecord<String, String>> told = told(pupil, 4);
        var states = new ArrayList<String>();
        for (var message : told) {
            JsonNode data = json.readTree(message.value());
            assertThat(AssignmentContract.violations(data)).isEmpty();
            assertThat(header(message, "ce_type")).isEqualTo(AssignmentChanged.TYPE);
            assertThat(header(message, "ce_subject")).isEqualTo(id);
            assertThat(header(message, "ce_aidrevision"))
                    .isEqualTo(data.get("revision").asText());
            states.add(data.get("revision") + " " + data.get("state").asText());
        }
        assertThat(states).containsExactly("1 GAP", "2 PROPOSED", "3 ACTIVE", "4 ENDED");
    }

    private List<ConsumerRecord<String, String>> told(UUID pupil, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(AssignmentChanged.TOPIC));
            eventually(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(m -> {
                    if (pupil.toString().equals(m.key())) {
                        found.add(m);
                    }
                });
                assertThat(found).hasSize(count);
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
