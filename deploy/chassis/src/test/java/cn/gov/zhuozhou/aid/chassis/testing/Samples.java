package cn.gov.zhuozhou.aid.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values an interface takes by its description, with nothing behind them: what they name does not exist. */
final class Samples {
    /** The first that is of the asked form is taken; each form an interface asks for has one here. */
    private static final List<String> TEXTS = List.of(
            "2098-spring",
            "not-there",
            "NOT-THERE",
            "NOT_THERE",
            "UTF-8",
            "NT-1",
            "HE-98",
            "01-01",
            "098",
            "098765432109",
            "999999201001010016");

    private final JsonNode document;

    /** @param document an OpenAPI description */
    Samples(JsonNode document) {
        this.document = document;
    }

    /** With what is required, and no more. */
    JsonNode of(JsonNode schema) {
        if (schema.has("$ref")) {
            return of(document.at(schema.get("$ref").asText().substring(1)));
        }
        if (schema.has("allOf")) {
            return of(schema.at("/allOf/0"));
        }
        if (schema.has("enum")) {
            return schema.at("/enum/0");
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "boolean" -> BooleanNode.TRUE;
            case "integer", "number" -> IntNode.valueOf(number(schema));
            default -> TextNode.valueOf(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("required")
                .valueStream()
                .map(JsonNode::asText)
                .forEach(name -> object.set(name, of(schema.path("properties").path(name))));
        if (schema.path("minProperties").asInt() > object.size()) {
            object.set(TEXTS.getFirst(), of(schema.path("additionalProperties")));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        if (schema.path("minItems").asInt() > 0) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private static int number(JsonNode schema) {
        int least = schema.has("exclusiveMinimum")
                ? schema.get("exclusiveMinimum").asInt() + 1
                : schema.path("minimum").asInt(1);
        return Math.min(Math.max(least, 2098), schema.path("maximum").asInt(Integer.MAX_VALUE));
    }

    private static String text(JsonNode schema) {
        String format = schema.path("format").asText();
        if (format.equals("uuid")) {
            return UUID.randomUUID().toString();
        }
        if (format.equals("date")) {
            return "2019-03-01";
        }
        if (format.equals("date-time")) {
            return "2019-03-01T08:00:00Z";
        }
        Pattern form = Pattern.compile(schema.path("pattern").asText("\\S"));
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        boolean whole = !form.pattern().equals("\\S");
        return TEXTS.stream()
                .filter(text -> text.length() <= longest)
                .filter(text -> whole
                        ? form.matcher(text).matches()
                        : form.matcher(text).find())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing known of the form " + form));
    }

    /** A value that may be missing has two types. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText("object");
    }
}
