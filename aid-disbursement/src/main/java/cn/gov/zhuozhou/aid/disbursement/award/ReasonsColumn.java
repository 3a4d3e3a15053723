package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps reasons as a JSON array. */
@Converter
class ReasonsColumn implements AttributeConverter<List<Reason>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<Reason> reasons) {
        return write(reasons);
    }

    @Override
    public List<Reason> convertToEntityAttribute(String column) {
        return read(column);
    }

    static String write(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be written", e);
        }
    }

    static List<Reason> read(String column) {
        try {
            return JSON.readValue(column, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be read", e);
        }
    }
}
