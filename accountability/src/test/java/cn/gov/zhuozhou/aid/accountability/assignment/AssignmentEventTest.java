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
import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.chassis.testing.Topic;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        List<ConsumerRecord<String, byte[]>> told;
        try (var topic = new Topic(brokers, AssignmentChanged.TOPIC)) {
            told = topic.ofKey(pupil.toString(), 4);
        }
        var states = new ArrayList<String>();
        for (var message : told) {
            JsonNode data = json.readTree(Topic.text(message));
            assertThat(Contract.own("AssignmentChanged").faults(Topic.text(message)))
                    .isEmpty();
            assertThat(Topic.header(message, "ce_type")).isEqualTo(AssignmentChanged.TYPE);
            assertThat(Topic.header(message, "ce_subject")).isEqualTo(id);
            assertThat(Topic.header(message, "ce_aidrevision"))
                    .isEqualTo(data.get("revision").asText());
            states.add(data.get("revision") + " " + data.get("state").asText());
        }
        assertThat(states).containsExactly("1 GAP", "2 PROPOSED", "3 ACTIVE", "4 ENDED");
    }
}
