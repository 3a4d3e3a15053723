package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.event.UnreadableMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** What others promised to send. What does not keep it is told by place and rule, never by content. */
final class MessageContract {
    private final JsonSchema schema;

    private MessageContract(JsonSchema schema) {
        this.schema = schema;
    }

    /** @param name such as {@code RegisterEntryChanged.v1} */
    static MessageContract of(String name) {
        String path = "/contract/" + name + ".schema.json";
        try (InputStream text = MessageContract.class.getResourceAsStream(path)) {
            return new MessageContract(
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    void require(JsonNode message) {
        String faults = schema.validate(message).stream()
                .map(MessageContract::told)
                .sorted()
                .distinct()
                .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw new UnreadableMessage("the contract is not kept: " + faults);
        }
    }

    private static String told(ValidationMessage fault) {
        String missing = fault.getProperty() == null ? "" : " " + fault.getProperty();
        return fault.getInstanceLocation() + " " + fault.getType() + missing;
    }
}
