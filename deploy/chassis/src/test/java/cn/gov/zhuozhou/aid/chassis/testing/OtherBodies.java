package cn.gov.zhuozhou.aid.chassis.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.util.EntityUtils;

/** A request once more, saying something else. Not each of the ways must be readable to the service, one has to be. */
final class OtherBodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OtherBodies() {}

    /** None where the address says everything. */
    static List<HttpUriRequest> of(HttpUriRequest request) throws IOException {
        HttpEntity entity = request instanceof HttpEntityEnclosingRequest enclosing && enclosing.getEntity() != null
                ? enclosing.getEntity()
                : new ByteArrayEntity(new byte[0]);
        byte[] body = EntityUtils.toByteArray(entity);
        boolean saysSomething = body.length > 0 && !new String(body, ISO_8859_1).equals("{}");
        if (saysSomething) {
            return others(contentType(request, entity), body)
                    .map(other -> with(request, other))
                    .toList();
        }
        return request.containsHeader("If-Match") ? List.of(ofAnotherVersion(request)) : List.of();
    }

    private static Stream<byte[]> others(String type, byte[] body) throws IOException {
        if (type.startsWith("application/json")) {
            return otherJson(JSON.readTree(body));
        }
        String bytes = new String(body, ISO_8859_1);
        int end = type.startsWith("multipart/") ? bytes.lastIndexOf("\r\n--") : bytes.length();
        return Stream.of((bytes.substring(0, end) + "\n" + bytes.substring(end)).getBytes(ISO_8859_1));
    }

    private static Stream<byte[]> otherJson(JsonNode body) {
        List<byte[]> others = new ArrayList<>();
        if (body instanceof ObjectNode object) {
            others.add("{}".getBytes(ISO_8859_1));
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                others.add(bytes(object.deepCopy().set(field.getKey(), other(field.getValue()))));
                others.add(bytes(object.deepCopy().without(field.getKey())));
            }
        }
        return others.stream();
    }

    private static JsonNode other(JsonNode value) {
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        if (value.isIntegralNumber()) {
            return LongNode.valueOf(value.longValue() + 1);
        }
        return value.isTextual() ? TextNode.valueOf(other(value.textValue())) : JSON.nullNode();
    }

    private static String other(String text) {
        try {
            return LocalDate.parse(text).plusDays(1).toString();
        } catch (DateTimeParseException notADate) {
            return text.length() == UUID.randomUUID().toString().length()
                    ? UUID.randomUUID().toString()
                    : text + "改";
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpUriRequest with(HttpUriRequest request, byte[] body) {
        return RequestBuilder.copy(request)
                .setEntity(new ByteArrayEntity(body))
                .setHeader("Content-Type", contentType(request, ((HttpEntityEnclosingRequest) request).getEntity()))
                .build();
    }

    private static HttpUriRequest ofAnotherVersion(HttpUriRequest request) {
        return RequestBuilder.copy(request)
                .setHeader("If-Match", "\"987654321\"")
                .build();
    }

    private static String contentType(HttpUriRequest request, HttpEntity entity) {
        var header = request.getFirstHeader("Content-Type");
        return header != null
                ? header.getValue()
                : entity.getContentType() == null
                        ? "application/octet-stream"
                        : entity.getContentType().getValue();
    }
}
