package cn.gov.zhuozhou.aid.registry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class RegisterMessagesTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    ObjectMapper json;

    @Inject
    Database database;

    @Inject
    FeedFacts facts;

    @Test
    void rowByRowGivesTheSameAsTheFile() throws Exception {
        // Given
        var byFile = FeedIntakeTest.mixedCounty();
        var byMessage = FeedIntakeTest.mixedCounty();
        Feeds.take("enrolment", byFile.enrolment());
        Feeds.take("civil-affairs-dibao", byFile.dibao());
        List<String> expected = facts.of(byFile);
        Feeds.take("enrolment", byMessage.enrolment());

        // When
        sendAll(byMessage, "GRANTED");

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(facts.of(byMessage)).isEqualTo(withoutPovertyOffice(expected)));
    }

    @Test
    void whatHasEndedLosesItsEvidenceAndABadMessageCostsOnlyItself() throws Exception {
        // Given
        var county = new County();
        var pupil = county.pupil();
        county.family("N7" + pupil.identity().substring(6), pupil);
        Feeds.take("enrolment", county.enrolment());
        String[] broken = county.dibaoRows().getLast().split(",");
        broken[7] = People.misspelt(broken[7]);
        send(broken, "GRANTED");
        sendRaw("not json");
        sendAll(county, "GRANTED");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(facts.of(county)).containsExactly("evidence 0 DIBAO_R EXACT"));

        // When
        sendAll(county, "ENDED");

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(facts.of(county)).isEmpty());
        assertThat(count(
                        "select count(*) from feed_row r join feed_batch b on b.id = r.batch_id where b.kind = 'MESSAGES'"
                                + " and r.outcome = 'REFUSED'"))
                .isPositive();
        assertThat(count("select count(*) from dead_letter where consumer = 'feed.rows'"))
                .isPositive();
    }

    @Test
    @DisplayName("S69: a day's messages taken back leave what was before them, those granted and those ended")
    void aWithdrawnDayOfMessagesLeavesWhatWasBefore() throws Exception {
        // Given
        var county = new County();
        var ends = county.pupil();
        county.family("N8" + ends.identity().substring(6), ends);
        Feeds.take("enrolment", county.enrolment());
        Feeds.take("civil-affairs-dibao", county.dibao());
        List<String> before = facts.of(county);
        var granted = new County();
        var comes = granted.pupil();
        granted.family("N9" + comes.identity().substring(6), comes);
        Feeds.take("enrolment", granted.enrolment());
        sendAll(county, "ENDED");
        sendAll(granted, "GRANTED");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(facts.of(county)).isEmpty();
            assertThat(facts.of(granted)).containsExactly("evidence 0 DIBAO_R EXACT");
        });
        String day = database.first("""
                        select id from feed_batch where source = 'civil-affairs-dibao' and kind = 'MESSAGES' and state = 'DONE'
                        order by merge_no desc limit 1""", Map.of(), row -> row.getString(1)).orElseThrow();

        // When
        JsonPath done = WithdrawalTest.withdraw(day);

        // Then
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(facts.of(county)).isEqualTo(before).containsExactly("evidence 0 DIBAO_R EXACT");
        assertThat(facts.of(granted)).isEmpty();
    }

    @Test
    void everyOfficesTopicIsFollowed() throws Exception {
        // Given
        List<String> topics = List.of(
                "civil-affairs.register",
                "poverty-office.register",
                "disabled-federation.register",
                "education.enrolment",
                "education.school");

        // When
        for (String topic : topics) {
            sendRaw(topic, "not json");
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(database.list(
                                "select distinct topic from dead_letter where consumer = 'feed.rows'",
                                Map.of(),
                                row -> row.getString(1)))
                        .containsAll(topics));
    }

    private static List<String> withoutPovertyOffice(List<String> facts) {
        return facts.stream().filter(fact -> !fact.contains("REG_POOR")).toList();
    }

    private long count(String sql) {
        return database.first(sql, Map.of(), row -> row.getLong(1)).orElseThrow();
    }

    private void sendAll(County county, String change) throws Exception {
        for (String row : county.dibaoRows()) {
            send(row.split(","), change);
        }
    }

    private void send(String[] cells, String change) throws Exception {
        Map<String, Object> message = new HashMap<>();
        message.put("register", "dibao");
        message.put("change", change);
        message.put("certificateNo", cells[0]);
        message.put("area", cells[1]);
        message.put("town", cells[2]);
        message.put("village", cells[3]);
        message.put("headName", cells[4]);
        message.put("headIdNumber", cells[5]);
        message.put("memberName", cells[6]);
        message.put("memberIdNumber", cells[7]);
        message.put("relation", cells[8]);
        message.put("startMonth", cells[9]);
        message.put("monthlyAmountYuan", Integer.parseInt(cells[10]));
        message.put("asOf", Feeds.TODAY);
        sendRaw(json.writeValueAsString(message));
    }

    private void sendRaw(String value) throws Exception {
        sendRaw("civil-affairs.register", value);
    }

    private void sendRaw(String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, 0, "county", value.getBytes(UTF_8));
            record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
            record.headers().add("ce_type", "cn.gov.zhuozhou.aid.civilaffairs.RegisterEntryChanged.v1".getBytes(UTF_8));
            producer.send(record).get();
        }
    }
}
