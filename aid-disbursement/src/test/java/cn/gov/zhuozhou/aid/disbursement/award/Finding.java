package cn.gov.zhuozhou.aid.disbursement.award;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A finding of inspection in tests, aid without valid basis unless said otherwise, and the messages told of it. */
final class Finding {
    final UUID id = UUID.randomUUID();
    private final Map<String, Object> told = new HashMap<>();
    private int revision;

    Finding(RegistryPupil pupil) {
        told.put("findingId", id);
        told.put("code", "A06");
        told.put("state", "ASSIGNED");
        told.put("studentId", pupil.id);
        told.put("semester", "2019-spring");
        told.put("confirmedAt", null);
        told.put(
                "reasons",
                List.of(Map.of(
                        "code", "A06.NO_VALID_BASIS",
                        "text", "困难依据今日已无效，资助未停：CMP-03",
                        "textEn", "No evidence is valid today, but aid was not stopped: CMP-03",
                        "legalBasis", "某文件")));
    }

    Finding is(String field, Object value) {
        told.put(field, value);
        return this;
    }

    Finding confirmed() {
        return is("confirmedAt", "2019-03-20T02:00:00Z");
    }

    ConsumerRecord<String, byte[]> message() {
        return message(++revision);
    }

    ConsumerRecord<String, byte[]> message(int atRevision) {
        told.put("revision", atRevision);
        return RegistryPupil.message(
                "inspection-rectification.finding",
                InspectionConsumer.FINDING,
                id.toString(),
                id,
                atRevision,
                RegistryPupil.json(told));
    }
}
