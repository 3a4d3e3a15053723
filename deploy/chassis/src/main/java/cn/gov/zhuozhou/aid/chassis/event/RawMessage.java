package cn.gov.zhuozhou.aid.chassis.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A Kafka record as CloudEvents binary mode describes it: attributes in {@code ce_} headers, JSON in the value. */
record RawMessage(
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers,
        byte[] payload,
        ObjectMapper json) {

    static RawMessage of(ConsumerRecord<String, byte[]> polled, ObjectMapper json) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : polled.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        byte[] payload = polled.value() == null ? new byte[0] : polled.value();
        return new RawMessage(
                polled.topic(), polled.partition(), polled.offset(), polled.key(), headers, payload, json);
    }

    String type() {
        return required("ce_type");
    }

    String id() {
        return required("ce_id");
    }

    String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    long revision() {
        String revision = headers.get("ce_aidrevision");
        try {
            return revision == null ? 0 : Long.parseLong(revision);
        } catch (NumberFormatException e) {
            throw new UnreadableMessage("header ce_aidrevision must be a whole number");
        }
    }

    Instant time() {
        String time = headers.get("ce_time");
        try {
            return time == null ? Instant.EPOCH : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableMessage("header ce_time must be an RFC 3339 time");
        }
    }

    <T> T read(Class<T> type) {
        ObjectReader reader = json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            T data = reader.readValue(payload);
            if (data == null) {
                throw new UnreadableMessage("the value must be a JSON object");
            }
            return data;
        } catch (JsonMappingException e) {
            throw new UnreadableMessage("field " + path(e) + " does not fit " + type.getSimpleName());
        } catch (IOException e) {
            throw new UnreadableMessage("the value must be JSON");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."));
    }

    private String required(String header) {
        String value = headers.get(header);
        if (value == null || value.isBlank()) {
            throw new UnreadableMessage("header " + header + " is missing");
        }
        return value;
    }
}
