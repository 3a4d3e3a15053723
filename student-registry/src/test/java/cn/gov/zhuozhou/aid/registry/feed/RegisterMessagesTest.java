package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.chassis.testing.Topic;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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

    @Inject
    BusinessClock clock;

    @Inject
    FieldCrypto crypto;

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
    @DisplayName("S69: of 2,000 messages in one burst 1,999 are stored; the other is kept with its reason and told")
    void oneBadMessageOfTwoThousandCostsOnlyItself() throws Exception {
        // Given
        String burst = "burst-" + UUID.randomUUID();
        String tomorrow = clock.today().plusDays(1).toString();
        List<String> heads = Stream.generate(People::adult).limit(2_000).toList();
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String head : heads) {
            messages.add(alone(head, clock.today().toString()));
        }
        messages.set(1_234, alone(heads.get(1_234), tomorrow));

        // When
        sendBurst(burst, messages);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stored(heads)).isEqualTo(1_999));
        assertThat(stored(heads.subList(1_234, 1_235))).isZero();
        List<JsonPath> kept = told(burst);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().getString("reason")).isEqualTo("asOf must not be in the future");
        assertThat(kept.getFirst().prettify()).doesNotContain(heads.get(1_234));

        replay("/api/v1/dead-letters/" + kept.getFirst().getString("id") + "/replay")
                .statusCode(409);
        assertThat(stored(heads)).isEqualTo(1_999);
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

    /** Somebody who lives alone. */
    private static Map<String, Object> alone(String number, String asOf) {
        return Map.ofEntries(
                Map.entry("register", "dibao"),
                Map.entry("change", "GRANTED"),
                Map.entry("certificateNo", "B" + number.substring(6)),
                Map.entry("area", "农村"),
                Map.entry("town", County.TOWN),
                Map.entry("headName", "某人"),
                Map.entry("headIdNumber", number),
                Map.entry("memberName", "某人"),
                Map.entry("memberIdNumber", number),
                Map.entry("relation", "户主"),
                Map.entry("asOf", asOf));
    }

    private void sendBurst(String key, List<Map<String, Object>> messages) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Map<String, Object> message : messages) {
                sent.add(producer.send(record("civil-affairs.register", key, json.writeValueAsString(message))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private long stored(List<String> numbers) {
        List<UUID> people = numbers.stream()
                .map(number -> crypto.index("identity-number", number))
                .toList();
        return database.number(
                "select count(*) from register_entry where person_index = any (:people) and valid_to is null",
                Map.of("people", people));
    }

    /** What the dead-letter topic says of messages of a key. */
    private List<JsonPath> told(String key) {
        List<String> letters = database.list(
                "select id from dead_letter where record_key = :key", Map.of("key", key), row -> row.getString(1));
        try (var topic = new Topic(servers, "student-registry.dlq")) {
            return letters.stream()
                    .flatMap(letter -> topic.ofKey(letter, 1).stream())
                    .map(message -> JsonPath.from(Topic.text(message)))
                    .toList();
        }
    }

    private static ValidatableResponse replay(String path) {
        return given().auth()
                .oauth2(Tokens.administrator())
                .header("Idempotency-Key", UUID.randomUUID())
                .post(path)
                .then();
    }

    private void sendRaw(String value) throws Exception {
        sendRaw("civil-affairs.register", value);
    }

    private void sendRaw(String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record(topic, "county", value)).get();
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, String key, String value) {
        var record = new ProducerRecord<>(topic, 0, key, value.getBytes(UTF_8));
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        record.headers().add("ce_type", "cn.gov.zhuozhou.aid.civilaffairs.RegisterEntryChanged.v1".getBytes(UTF_8));
        return record;
    }
}
