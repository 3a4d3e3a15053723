package cn.gov.zhuozhou.aid.e2e;

import cn.gov.zhuozhou.aid.local.play.Answer;
import cn.gov.zhuozhou.aid.local.play.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks every operation of the packaged services for what it has to refuse, with somebody's number and name wherever there is room: in
 * the address, in parameters and in bodies. Nothing is asked that could be granted.
 */
final class Refusals {
    private static final List<String> SERVICES =
            List.of("student-registry", "aid-disbursement", "accountability", "inspection-rectification");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A person of the county, as somebody with the right to sees him. */
    record Person(String number, String name) {
        String both() {
            return number + " " + name;
        }
    }

    private record Operation(String service, String method, String path, JsonNode described, JsonNode document) {
        Stream<JsonNode> parametersIn(String place) {
            return described
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asText().equals(place));
        }

        boolean mayBeCalledBy(String role) {
            return described
                    .path("security")
                    .valueStream()
                    .flatMap(scheme -> scheme.path("token").valueStream())
                    .anyMatch(allowed -> allowed.asText().equals(role));
        }

        JsonNode bodySchema() {
            return resolved(described.at("/requestBody/content/application~1json/schema"));
        }

        boolean takesJson() {
            return described.at("/requestBody/content").has("application/json");
        }

        JsonNode resolved(JsonNode schema) {
            return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        }

        /** Takes no text as it comes. */
        boolean isOfAForm(JsonNode schema) {
            JsonNode of = resolved(schema.has("allOf") ? schema.at("/allOf/0") : schema);
            return of.has("enum")
                    || of.has("format")
                    || Set.of("integer", "number", "boolean")
                            .contains(of.path("type").asText());
        }
    }

    private final Map<String, Caller> callersByRole;
    private final List<String> answers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int operations;

    /** @param callersByRole who asks; the first who may */
    Refusals(Map<String, Caller> callersByRole) {
        this.callersByRole = callersByRole;
    }

    void provoke(Person person) {
        for (String service : SERVICES) {
            Caller reader = callersByRole.values().iterator().next();
            JsonNode document = reader.get(service, "/q/openapi?format=json");
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(one -> METHODS.contains(one.getKey()))
                            .map(one -> new Operation(
                                    service,
                                    one.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    one.getValue(),
                                    document))
                            .forEach(operation -> provoke(operation, person)));
        }
    }

    /** What was answered, each a refusal. */
    List<String> answers() {
        return answers;
    }

    /** Operations that broke or let something pass. */
    List<String> failures() {
        return failures;
    }

    int operations() {
        return operations;
    }

    private void provoke(Operation operation, Person person) {
        operations++;
        boolean keyed = operation.path().contains("{");
        String addressed = operation.path().replaceAll("\\{[^/}]+}", person.number());
        String elsewhere = operation.path().replaceAll("\\{[^/}]+}", "2019");
        if ("GET".equals(operation.method())) {
            if (keyed) {
                ask(operation, addressed, "");
                ask(operation, addressed.replace(person.number(), encoded(person.both())), "");
            }
            operation
                    .parametersIn("query")
                    .filter(parameter -> operation.isOfAForm(parameter.path("schema")))
                    .map(parameter -> parameter.path("name").asText())
                    .forEach(name -> ask(operation, elsewhere + "?" + name + "=" + encoded(person.both()), ""));
        } else if (operation.takesJson()) {
            ask(operation, addressed, "[\"" + person.both() + "\"]");
            ask(operation, elsewhere, "{\"" + person.number() + "\": \"" + person.name());
            JsonNode properties = operation.bodySchema().path("properties");
            ObjectNode body = JSON.createObjectNode();
            properties.properties().stream()
                    .filter(property -> operation.isOfAForm(property.getValue()))
                    .forEach(property -> body.put(property.getKey(), person.both()));
            if (!body.isEmpty()) {
                ask(operation, elsewhere, body.toString());
            }
        } else if (keyed) {
            ask(operation, addressed, "");
        }
    }

    private void ask(Operation operation, String path, String body) {
        Caller caller = callersByRole.entrySet().stream()
                .filter(one -> operation.mayBeCalledBy(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> callersByRole.values().iterator().next());
        Answer answer = caller.attempt(operation.service(), operation.method(), path, body);
        if (answer.status() >= 400) {
            answers.add(answer.body().toString());
        }
        boolean passed = answer.ok() && !"GET".equals(operation.method());
        if (answer.status() >= 500 || passed) {
            failures.add("%s %s %s answered %d"
                    .formatted(operation.service(), operation.method(), operation.path(), answer.status()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
