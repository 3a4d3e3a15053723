package cn.gov.zhuozhou.aid.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The contract of an event as it stands in the producer's folder: JSON Schema and golden examples. */
public final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String event;
    private final JsonNode schema;

    private Contract(Path module, String event) {
        this.folder = module.resolve("src/main/resources/contract");
        this.event = event;
        try {
            this.schema =
                    JSON.readTree(folder.resolve(event + ".v1.schema.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event this service tells, like {@code AwardChanged}. */
    public static Contract own(String event) {
        return new Contract(Path.of(""), event);
    }

    /** An event another service of the suite tells, in this same checkout. */
    public static Contract of(String service, String event) {
        return new Contract(Path.of("..", service), event);
    }

    public JsonNode schema() {
        return schema;
    }

    /** The fields the producer promises. */
    public List<String> required() {
        List<String> fields = new ArrayList<>();
        schema.path("required").forEach(field -> fields.add(field.asText()));
        return fields;
    }

    /** What is wrong with an event; formats count. */
    public List<String> faults(String data) {
        var strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema rules = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, strict);
        return rules.validate(data, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** The golden examples; a contract without any is a mistake. */
    public List<String> examples() {
        try (var files = Files.list(folder.resolve("examples"))) {
            List<String> examples = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(event + ".v1")) {
                    examples.add(Files.readString(file));
                }
            }
            if (examples.isEmpty()) {
                throw new AssertionError(event + " has no examples");
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
