package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.chassis.testing.Topic;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the running service puts on the topic. */
@ComponentTest
class PublishedFindingTest {
    @Inject
    Neighbours neighbours;

    @Inject
    Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void theContractKnowsTheCodeOfEveryCheck() {
        // Given
        List<String> promised = new ArrayList<>();
        Contract.own("FindingChanged")
                .schema()
                .at("/properties/code/enum")
                .forEach(code -> promised.add(code.asText()));

        // When
        List<String> checks = database.list("select code from data_check", Map.of(), row -> row.getString(1));

        // Then
        assertThat(promised).containsExactlyInAnyOrderElementsOf(checks);
    }

    @Test
    void openingAndClosingAreToldInOrderAndKeepTheContract() {
        // Given
        Contract contract = Contract.own("FindingChanged");
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");
        String line = Ledger.idOf(pupil).toString();

        // When
        pupil.eligible("WITHDRAWN", false, false);

        // Then
        List<ConsumerRecord<String, byte[]>> told;
        try (var topic = new Topic(brokers, "inspection-rectification.finding")) {
            told = topic.ofKey(line, 2);
        }
        assertThat(told).extracting(r -> Topic.header(r, "ce_aidrevision")).containsExactly("1", "2");
        assertThat(told)
                .extracting(r -> Topic.header(r, "ce_type"))
                .containsOnly("cn.gov.zhuozhou.aid.inspection.FindingChanged.v1");
        assertThat(told)
                .allSatisfy(r -> assertThat(contract.faults(Topic.text(r))).isEmpty());
        assertThat(Topic.text(told.getLast())).contains("\"closedBy\":\"SYSTEM\"");
    }
}
