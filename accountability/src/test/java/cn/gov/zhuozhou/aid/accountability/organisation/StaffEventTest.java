package cn.gov.zhuozhou.aid.accountability.organisation;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Where somebody works, as others see it on the topic. */
@ServiceTest
class StaffEventTest {
    private static final Contract CONTRACT = Contract.own("StaffChanged");

    @Inject
    County county;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void joiningMovingAndLeavingAreToldInOrderAndFitTheContract() throws JsonProcessingException {
        // Given
        String school = newSchool();
        String other = newSchool();
        String teacher = newStaffNumber();
        county.staff(row(teacher, school, "教师"));
        String person = as(Tokens.viewer())
                .get("/api/v1/people?school=" + school)
                .then()
                .extract()
                .path("items[0].id");

        // When
        county.staff(row(teacher, other, "教师"));
        county.staff(row(newStaffNumber(), other, "教师"));

        // Then
        List<ConsumerRecord<String, byte[]>> told;
        try (var topic = new Topic(brokers, StaffChanged.TOPIC)) {
            told = topic.ofKey(person, 3);
        }
        List<String> places = new ArrayList<>();
        for (var message : told) {
            JsonNode data = json.readTree(Topic.text(message));
            assertThat(CONTRACT.faults(Topic.text(message))).isEmpty();
            assertThat(Topic.header(message, "ce_type")).isEqualTo(StaffChanged.TYPE);
            assertThat(Topic.header(message, "ce_aidrevision"))
                    .isEqualTo(data.get("revision").asText());
            places.add(data.get("revision") + " " + data.get("schoolCodes"));
        }
        assertThat(places).containsExactly("1 [\"" + school + "\"]", "2 [\"" + other + "\"]", "3 []");
    }

    @Test
    void everyExampleFits() {
        assertThat(CONTRACT.examples())
                .allSatisfy(example -> assertThat(CONTRACT.faults(example)).isEmpty());
    }
}
