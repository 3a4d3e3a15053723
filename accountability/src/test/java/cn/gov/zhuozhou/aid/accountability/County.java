package cn.gov.zhuozhou.aid.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the outside world does to this service: events of the registry and others, staff lists, requests. */
@ApplicationScoped
public class County {
    private static final String REGISTRY = "cn.gov.zhuozhou.aid.registry.";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    ObjectMapper json;

    /** A school code of its own for each test. */
    public static String newSchool() {
        return "99" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
    }

    public static String newTown() {
        return "镇" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static String newStaffNumber() {
        return "T" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
    }

    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    public static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(150))
                .untilAsserted(assertion);
    }

    public void school(String code, String town) {
        school(code, town, 1);
    }

    public void school(String code, String town, long revision) {
        send(schoolMessage(code, town, revision, Map.of()));
    }

    public void withdrawnSchool(String code, String town, long revision) {
        send(schoolMessage(code, town, revision, Map.of("withdrawn", true)));
    }

    private static Message schoolMessage(String code, String town, long revision, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("schoolCode", code);
        data.put("name", "学校" + code);
        data.put("stage", "PRIMARY");
        data.put("town", town);
        data.put("revision", revision);
        return new Message("student-registry.school", code, REGISTRY + "SchoolChanged.v1", code, data);
    }

    public void student(UUID id, String school, String town, long revision) {
        student(id, school, town, revision, "IN_SCHOOL");
    }

    public void student(UUID id, String school, String town, long revision, String enrolmentState) {
        send(studentMessage(id, school, town, revision, enrolmentState));
    }

    public static Message studentMessage(UUID id, String school, String town, long revision, String enrolmentState) {
        Map<String, Object> data = new HashMap<>();
        data.put("studentId", id);
        data.put("revision", revision);
        data.put("name", "学生甲");
        data.put("schoolCode", school);
        data.put("schoolName", "学校" + school);
        data.put("schoolTown", town);
        data.put("stage", "PRIMARY");
        data.put("grade", 3);
        data.put("className", "2");
        data.put("boarding", false);
        data.put("enrolmentState", enrolmentState);
        data.put("householdTown", town);
        data.put("householdVillage", "第1村");
        data.put("keyVisitKinds", List.of());
        return new Message(
                "student-registry.student", id.toString(), REGISTRY + "StudentChanged.v1", id.toString(), data);
    }

    public void identified(UUID student, UUID identification, long revision, boolean identified) {
        send(eligibilityMessage(student, identification, revision, identified, null));
    }

    public static Message eligibilityMessage(
            UUID student, UUID identification, long revision, boolean identified, UUID notice) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("identificationId", identification);
        data.put("studentId", student);
        data.put("revision", revision);
        data.put("semester", "2019-spring");
        data.put("result", identified ? "CARRIED" : "REMOVED");
        data.put("state", "EFFECTIVE");
        data.put("identified", identified);
        data.put("level", identified ? "SEVERE" : null);
        data.put("categories", identified ? List.of("DIBAO_R") : List.of());
        data.put("fourCategory", identified);
        data.put("validBasis", identified);
        data.put("basis", List.of());
        data.put("since", "2019-03-04");
        data.put("rulingId", UUID.randomUUID());
        data.put("noticeId", notice);
        data.put("reasons", List.of(Map.of("code", "BASIS_VALID", "text", "依据有效", "legalBasis", "教财〔2018〕16号")));
        return new Message(
                "student-registry.eligibility",
                student.toString(),
                REGISTRY + "EligibilityChanged.v1",
                identification.toString(),
                data);
    }

    /** An aided pupil, told in the order the registry usually tells. */
    public UUID aidedPupil(String school, String town) {
        UUID student = UUID.randomUUID();
        student(student, school, town, 1);
        identified(student, UUID.randomUUID(), 1, true);
        return student;
    }

    /** Uploads a list that names these people, and everybody of other tests besides. */
    public void staff(String... rows) {
        String id = upload(staffList(rows), "2019-03-01").extract().path("batchId");
        eventually(() -> assertThat(batch(id).getString("state")).isEqualTo("DONE"));
    }

    public io.restassured.path.json.JsonPath batch(String id) {
        return as(Tokens.clerk())
                .get("/api/v1/feeds/batches/" + id)
                .then()
                .extract()
                .jsonPath();
    }

    public static String staffList(String... rows) {
        return "\uFEFF教职工号,姓名,学校标识码,岗位\n" + String.join("\n", rows) + "\n";
    }

    public static String row(String number, String school, String post) {
        return number + ",教师" + number + "," + school + "," + post;
    }

    public io.restassured.response.ValidatableResponse upload(String content, String asOf) {
        return upload(content.getBytes(StandardCharsets.UTF_8), asOf, Tokens.clerk());
    }

    public io.restassured.response.ValidatableResponse upload(byte[] content, String asOf, String token) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .queryParam("asOf", asOf)
                .body(content)
                .post("/api/v1/feeds/staff/batches")
                .then();
    }

    public List<Map<String, Object>> assignmentsOf(UUID student) {
        return as(Tokens.clerk())
                .get("/api/v1/assignments?student=" + student)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** The one that has not ended. */
    public Map<String, Object> openAssignmentOf(UUID student) {
        var open = assignmentsOf(student).stream()
                .filter(a -> !"ENDED".equals(a.get("state")))
                .toList();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    /** The first golden example of an event of another service, like {@code disbursement.PaymentSettled}, with some fields changed. */
    public Message example(String topic, String event, Map<String, ?> different, UUID key, UUID subject) {
        String service = topic.substring(0, topic.indexOf('.'));
        String name = event.substring(event.indexOf('.') + 1);
        try {
            Map<String, Object> data = json.readValue(
                    Contract.of(service, name).examples().getFirst(),
                    new TypeReference<LinkedHashMap<String, Object>>() {});
            data.putAll(different);
            return new Message(topic, key.toString(), "cn.gov.zhuozhou.aid." + event + ".v1", subject.toString(), data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message as it stands on a topic; sent again it has the same id. */
    public record Message(String topic, String key, String type, String subject, Map<String, ?> data, String id) {
        public Message(String topic, String key, String type, String subject, Map<String, ?> data) {
            this(topic, key, type, subject, data, UUID.randomUUID().toString());
        }
    }

    public void send(Message... messages) {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "linger.ms", 20);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sending = new ArrayList<>();
            for (Message message : messages) {
                var sent = new ProducerRecord<>(message.topic(), message.key(), json.writeValueAsBytes(message.data()));
                header(sent, "ce_id", message.id());
                header(sent, "ce_type", message.type());
                header(sent, "ce_subject", message.subject());
                header(sent, "ce_source", "test");
                header(sent, "ce_specversion", "1.0");
                header(sent, "ce_aidrevision", String.valueOf(message.data().get("revision")));
                sending.add(producer.send(sent));
            }
            for (Future<RecordMetadata> one : sending) {
                one.get();
            }
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
