package cn.gov.zhuozhou.aid.chassis.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What a column holds as JSON. */
@ApplicationScoped
public class Json {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    @Inject
    ObjectMapper mapper;

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    public JsonNode read(String column) {
        try {
            return mapper.readTree(column);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** An object whose values are texts. */
    public Map<String, String> readTexts(String column) {
        try {
            return mapper.readValue(column, TEXTS);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("a column does not hold the JSON it should", e);
    }
}
