package cn.gov.zhuozhou.aid.inspection.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Reasons as a JSON array in a text column. */
@Converter
public final class Reasons implements AttributeConverter<List<Reason>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Reason>> TYPE = new TypeReference<>() {};

    public static List<Reason> read(String json) {
        try {
            return JSON.readValue(json, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept reasons cannot be read", e);
        }
    }

    static String write(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be kept", e);
        }
    }

    @Override
    public String convertToDatabaseColumn(List<Reason> reasons) {
        return write(reasons);
    }

    @Override
    public List<Reason> convertToEntityAttribute(String column) {
        return read(column);
    }
}
