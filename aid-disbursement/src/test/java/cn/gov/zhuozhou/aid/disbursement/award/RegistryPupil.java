package cn.gov.zhuozhou.aid.disbursement.award;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** A pupil of the registry in tests, and the messages it sends about him. A boarder of a primary school unless said otherwise. */
final class RegistryPupil {
    private static final AtomicLong OFFSET = new AtomicLong(System.nanoTime());

    final UUID id = UUID.randomUUID();
    UUID identification = UUID.randomUUID();
    private final Map<String, Object> pupil = new LinkedHashMap<>();
    private final Map<String, Object> ruling = new LinkedHashMap<>();
    private int pupilRevision;
    private int rulingRevision;

    RegistryPupil() {
        pupil.put("studentId", id);
        pupil.put("name", "某学生");
        pupil.put("schoolCode", "T" + id.toString().substring(0, 9));
        pupil.put("schoolName", "某小学");
        pupil.put("schoolTown", "某镇" + id.toString().substring(0, 6));
        pupil.put("stage", "PRIMARY");
        pupil.put("grade", 3);
        pupil.put("className", "1");
        pupil.put("boarding", true);
        pupil.put("enrolmentState", "IN_SCHOOL");
        pupil.put("householdTown", "某镇");
        pupil.put("householdVillage", "某村");
        pupil.put("keyVisitKinds", List.of());
        ruling.put("identificationId", identification);
        ruling.put("studentId", id);
        ruling.put("semester", "2019-spring");
        ruling.put("result", "CARRIED");
        ruling.put("state", "EFFECTIVE");
        ruling.put("identified", true);
        ruling.put("level", "SEVERE");
        ruling.put("categories", List.of("DIBAO_R"));
        ruling.put("fourCategory", true);
        ruling.put("validBasis", true);
        ruling.put("basis", List.of("DIBAO_R"));
        ruling.put("since", "2018-09-20");
        ruling.put("rulingId", UUID.randomUUID());
        ruling.put("noticeId", null);
        ruling.put("reasons", List.of());
    }

    RegistryPupil is(String field, Object value) {
        pupil.put(field, value);
        return this;
    }

    RegistryPupil ruled(String field, Object value) {
        ruling.put(field, value);
        return this;
    }

    RegistryPupil ruled(String result, String state, boolean identified) {
        return ruled("result", result).ruled("state", state).ruled("identified", identified);
    }

    /** From now on it is about an identification of another semester. */
    RegistryPupil inSemester(String semester) {
        identification = UUID.randomUUID();
        rulingRevision = 0;
        return ruled("semester", semester).ruled("identificationId", identification);
    }

    String semester() {
        return (String) ruling.get("semester");
    }

    String school() {
        return (String) pupil.get("schoolCode");
    }

    String town() {
        return (String) pupil.get("schoolTown");
    }

    /** What the registry sends after the pupil changed. */
    ConsumerRecord<String, byte[]> pupilMessage() {
        return pupilMessage(++pupilRevision);
    }

    ConsumerRecord<String, byte[]> pupilMessage(int revision) {
        pupil.put("revision", revision);
        return message("student-registry.student", RegistryConsumer.STUDENT, id, revision, pupil);
    }

    ConsumerRecord<String, byte[]> rulingMessage() {
        return rulingMessage(++rulingRevision);
    }

    ConsumerRecord<String, byte[]> rulingMessage(int revision) {
        ruling.put("revision", revision);
        return message("student-registry.eligibility", RegistryConsumer.ELIGIBILITY, identification, revision, ruling);
    }

    ConsumerRecord<String, byte[]> recoveryMessage(UUID recovery, String from, String to) {
        Map<String, Object> asked = Map.of(
                "recoveryId",
                recovery,
                "revision",
                2,
                "studentId",
                id,
                "fromSemester",
                from,
                "toSemester",
                to,
                "reason",
                "FALSE_STATEMENT",
                "legalBasis",
                "教财〔2018〕16号",
                "askedOn",
                "2019-04-11");
        return message("student-registry.recovery", RegistryConsumer.RECOVERY, recovery, 2, asked);
    }

    private ConsumerRecord<String, byte[]> message(
            String topic, String type, UUID subject, int revision, Map<String, Object> data) {
        return message(topic, type, id.toString(), subject, revision, json(data));
    }

    static ConsumerRecord<String, byte[]> message(
            String topic, String type, String key, UUID subject, int revision, byte[] value) {
        var one = new ConsumerRecord<>(topic, 0, OFFSET.incrementAndGet(), key, value);
        var headers = new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                "student-registry",
                "ce_subject",
                subject.toString(),
                "ce_time",
                "2019-03-04T00:00:00Z",
                "ce_aidrevision",
                String.valueOf(revision),
                "content-type",
                "application/json"));
        headers.forEach((name, text) -> one.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return one;
    }

    static ConsumerRecords<String, byte[]> poll(List<ConsumerRecord<String, byte[]>> messages) {
        var partition = new TopicPartition(messages.getFirst().topic(), 0);
        return new ConsumerRecords<>(Map.of(partition, messages), Map.of());
    }

    static byte[] json(Map<String, Object> data) {
        try {
            return new ObjectMapper().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
