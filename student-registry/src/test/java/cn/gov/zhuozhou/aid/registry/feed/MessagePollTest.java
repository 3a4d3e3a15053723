package cn.gov.zhuozhou.aid.registry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Polls handed to the consumer as Kafka hands them. */
@RegistryTest
class MessagePollTest {
    private static final int PUPILS = 6;
    private static final Set<String> OF_THE_EVENT =
            Set.of("identificationId", "studentId", "revision", "rulingId", "noticeId");

    @Inject
    FeedRowConsumer consumer;

    @Inject
    FeedFacts facts;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    ObjectMapper json;

    private record Change(int pupil, boolean head, String change, int amount, int day) {}

    @Test
    @DisplayName("S69: messages give the same state whether they come in one poll or one by one")
    void aPollGivesWhatItsMessagesGiveOneByOne() throws Exception {
        semesters.open(semesters.next());
        for (int seed = 0; seed < 12; seed++) {
            // Given
            List<Change> changes = changes(new Random(seed));
            County together = county();
            County single = county();

            // When
            poll(together, changes);
            for (Change change : changes) {
                poll(single, List.of(change));
            }

            // Then
            assertThat(facts.of(together)).as("facts, seed %d", seed).isEqualTo(facts.of(single));
            assertThat(entries(together)).as("entries, seed %d", seed).isEqualTo(entries(single));
            assertThat(told(together)).as("last events, seed %d", seed).isEqualTo(told(single));
        }
    }

    @Test
    void inAPollWhatCannotBeReadAndARowThatIsRefusedCostThemselves() throws Exception {
        // Given
        County county = county();
        List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
        for (int pupil = 0; pupil < PUPILS; pupil++) {
            polled.add(message(polled.size(), content(county, new Change(pupil, false, "GRANTED", 300, 1))));
        }
        ObjectNode misspelt = content(county, new Change(0, true, "GRANTED", 300, 1));
        misspelt.put("memberIdNumber", People.misspelt(People.adult()));
        polled.add(2, message(90, misspelt));
        polled.add(4, message(91, json.createObjectNode().put("register", "weather")));
        long letters = letters();

        // When
        consumer.on(records(polled));

        // Then
        assertThat(facts.of(county)).hasSize(PUPILS).allMatch(fact -> fact.endsWith("DIBAO_R EXACT"));
        assertThat(letters()).isEqualTo(letters + 1);
    }

    @Test
    @DisplayName("S69: an older message does not bring back what a newer one has ended")
    void whatIsOlderThanWhatIsKnownChangesNothing() throws Exception {
        // Given
        County county = county();
        poll(county, List.of(new Change(0, false, "GRANTED", 300, 1), new Change(0, false, "ENDED", 300, 3)));

        // When
        poll(county, List.of(new Change(0, false, "GRANTED", 300, 2)));

        // Then
        assertThat(facts.of(county)).isEmpty();
    }

    @Test
    void pupilsSchoolsAndTheOtherOfficesRowsComeAsMessagesToo() throws Exception {
        // Given
        var county = new County();
        var pupil = county.pupil();
        String school = "99" + pupil.identity().substring(9, 17);
        Map<String, String> enrolment = Map.ofEntries(
                Map.entry("studentNo", pupil.number()),
                Map.entry("name", pupil.name()),
                Map.entry("idNumber", pupil.identity()),
                Map.entry("schoolCode", school),
                Map.entry("stage", "小学"),
                Map.entry("grade", "3"),
                Map.entry("className", "2"),
                Map.entry("boarding", "住校"),
                Map.entry("state", "在校"));
        Map<String, String> poor = Map.of(
                "householdNo",
                pupil.identity().substring(6),
                "name",
                pupil.name(),
                "idNumber",
                pupil.identity(),
                "relation",
                "之子",
                "headName",
                pupil.guardianName(),
                "headIdNumber",
                pupil.guardianIdentity(),
                "town",
                County.TOWN,
                "standing",
                "未脱贫");
        Map<String, String> disabled = Map.of(
                "certificateNo", pupil.identity() + "42", "name", pupil.name(), "town", County.TOWN, "state", "有效");
        Map<String, String> orphan = Map.of(
                "register",
                "orphan",
                "childKind",
                "事实无人抚养",
                "memberName",
                pupil.name(),
                "memberIdNumber",
                pupil.identity(),
                "town",
                County.TOWN);

        // When
        consumer.on(records(List.of(
                of(MessageForm.SCHOOLS, Map.of("schoolCode", school, "name", "某小学", "stage", "小学", "town", "某镇")),
                of(MessageForm.POVERTY_OFFICE, poor),
                of(MessageForm.ENROLMENT, enrolment),
                of(MessageForm.DISABLED_FEDERATION, disabled),
                of(MessageForm.CIVIL_AFFAIRS, orphan))));

        // Then
        assertThat(facts.of(county))
                .containsExactlyInAnyOrder(
                        "evidence 0 REG_POOR EXACT", "evidence 0 DISABLED_STU EXACT", "evidence 0 DEFACTO EXACT");
        assertThat(database.list(
                        "select p.boarding, s.name from student p join school s on s.code = p.school_code where p.id = :id",
                        Map.of("id", facts.id(pupil)),
                        row -> row.getBoolean(1) + row.getString(2)))
                .containsExactly("true某小学");
    }

    private static List<Change> changes(Random random) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String change = List.of("GRANTED", "CHANGED", "ENDED").get(random.nextInt(3));
            changes.add(new Change(
                    random.nextInt(PUPILS),
                    random.nextInt(3) == 0,
                    change,
                    300 + random.nextInt(2),
                    1 + random.nextInt(random.nextBoolean() ? 1 : 3)));
        }
        return changes;
    }

    /** Its pupils are on the roll already. */
    private County county() throws Exception {
        var county = new County();
        List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
        for (int i = 0; i < PUPILS; i++) {
            var pupil = county.pupil();
            polled.add(of(
                    MessageForm.ENROLMENT,
                    Map.ofEntries(
                            Map.entry("studentNo", pupil.number()),
                            Map.entry("name", pupil.name()),
                            Map.entry("idNumber", pupil.identity()),
                            Map.entry("schoolCode", County.SCHOOL),
                            Map.entry("stage", "小学"),
                            Map.entry("grade", "3"),
                            Map.entry("className", "2"),
                            Map.entry("boarding", "走读"),
                            Map.entry("state", "在校"),
                            Map.entry("guardianName", pupil.guardianName()),
                            Map.entry("guardianIdNumber", pupil.guardianIdentity()))));
        }
        consumer.on(records(polled));
        return county;
    }

    private void poll(County county, List<Change> changes) throws Exception {
        List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
        for (Change change : changes) {
            polled.add(message(polled.size(), content(county, change)));
        }
        consumer.on(records(polled));
    }

    private ObjectNode content(County county, Change change) {
        County.Pupil pupil = county.pupils().get(change.pupil());
        return json.createObjectNode()
                .put("register", "dibao")
                .put("change", change.change())
                .put("certificateNo", "N" + pupil.identity().substring(6))
                .put("area", "农村")
                .put("town", County.TOWN)
                .put("headName", pupil.guardianName())
                .put("headIdNumber", pupil.guardianIdentity())
                .put("memberName", change.head() ? pupil.guardianName() : pupil.name())
                .put("memberIdNumber", change.head() ? pupil.guardianIdentity() : pupil.identity())
                .put("relation", change.head() ? "户主" : "子女")
                .put("monthlyAmountYuan", change.amount())
                .put("asOf", "2019-03-0" + change.day());
    }

    private ConsumerRecord<String, byte[]> of(MessageForm form, Map<String, String> fields) throws Exception {
        Map<String, String> content = new HashMap<>(fields);
        content.put("change", "GRANTED");
        content.put("asOf", "2019-03-01");
        return message(0, json.valueToTree(content), form.type());
    }

    private ConsumerRecord<String, byte[]> message(int offset, JsonNode content) throws Exception {
        return message(offset, content, MessageForm.CIVIL_AFFAIRS.type());
    }

    private ConsumerRecord<String, byte[]> message(int offset, JsonNode content, String type) throws Exception {
        var message = new ConsumerRecord<>(
                "test." + UUID.randomUUID(), 0, (long) offset, "key", json.writeValueAsBytes(content));
        message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        message.headers().add("ce_type", type.getBytes(UTF_8));
        return message;
    }

    private static ConsumerRecords<String, byte[]> records(List<ConsumerRecord<String, byte[]>> list) {
        return new ConsumerRecords<>(Map.of(new TopicPartition("polled", 0), list), Map.of());
    }

    /** The whole history of the registers' rows, by pupil and his head. */
    private List<String> entries(County county) {
        List<String> entries = new ArrayList<>();
        for (County.Pupil pupil : county.pupils()) {
            for (String number : List.of(pupil.identity(), pupil.guardianIdentity())) {
                entries.addAll(database.list(
                        """
                        select concat_ws(' ', category, details, since, valid_from, valid_to) from register_entry
                        where person_index = :person order by id""", Map.of("person", crypto.index("identity-number", number)), row -> row.getString(1)));
                entries.add("-");
            }
        }
        return entries;
    }

    /** What was told last of each pupil who is told of as proven or asked about. */
    private List<String> told(County county) throws Exception {
        List<String> told = new ArrayList<>();
        for (County.Pupil pupil : county.pupils()) {
            String last = database.first(
                            "select payload from outbox where topic = 'student-registry.eligibility' and event_key = :pupil"
                                    + " order by id desc limit 1",
                            Map.of("pupil", facts.id(pupil).toString()),
                            row -> row.getString(1))
                    .orElse("{\"result\":\"NONE\"}");
            ObjectNode event = (ObjectNode) json.readTree(last);
            event.remove(OF_THE_EVENT);
            told.add("NONE".equals(event.path("result").asText()) ? "nothing" : event.toString());
        }
        return told;
    }

    private long letters() {
        return database.first(
                        "select count(*) from dead_letter where consumer = 'feed.rows'",
                        Map.of(),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
