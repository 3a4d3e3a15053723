package cn.gov.zhuozhou.aid.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The test of each service that knocks at every operation of its interface, as its {@code openapi.yaml} names them. What belongs to an operation,
 * its right role and its jurisdiction, is for the test of its feature to say; that none was left open and none answers a mistake
 * with somebody's number is said here, for those to come too.
 */
public abstract class EveryOperation {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");
    private static final String NUMBER = "999999201001010016";
    private static final String NO_ROLE =
            Tokens.of("nobody").roles().org(Tokens.BUREAU).token();
    private static final String EVERY_ROLE = everyRole(Tokens.BUREAU);
    private static final String EVERY_ROLE_ELSEWHERE = everyRole("school:0000000000");
    private static final JsonNode DOCUMENT = document();
    private static final Samples SAMPLES = new Samples(DOCUMENT);

    /** @param parameters of its query and its address */
    private record Operation(
            String method, String template, String bodyType, JsonNode body, List<JsonNode> parameters) {
        String name() {
            return method + " " + template;
        }

        boolean hasVariables() {
            return VARIABLE.matcher(template).find();
        }

        boolean isOf(String resource) {
            return template.equals(resource) || template.startsWith(resource + "/");
        }

        Stream<JsonNode> parametersIn(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.path("in").asText().equals(place));
        }

        /** @param value of every variable of the address; a year, a code and a number of a step all read 2019 */
        String path(String value) {
            return VARIABLE.matcher(template).replaceAll(value);
        }

        /**
         * With keys of the right form nothing has, and what else the query must name.
         *
         * @param start the template, or with the address of something that is there in place of its beginning
         */
        String pathOfNothing(String start) {
            String path = start;
            for (JsonNode variable : parametersIn("path").toList()) {
                path = path.replace("{%s}".formatted(variable.path("name").asText()), sample(variable));
            }
            String query = parametersIn("query")
                    .filter(parameter -> parameter.path("required").asBoolean())
                    .map(parameter -> parameter.path("name").asText() + "=" + sample(parameter))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? path : path + "?" + query;
        }

        private static String sample(JsonNode parameter) {
            return SAMPLES.of(parameter.path("schema")).asText();
        }

        String goodBody() {
            return "application/json".equals(bodyType) && !body.isEmpty()
                    ? SAMPLES.of(body).toString()
                    : "{}";
        }

        Response send(String token, String path, String body) {
            // not the shared configuration, which sends every POST twice
            RequestSpecification request = RestAssured.given()
                    .config(RestAssuredConfig.newConfig()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .header("Idempotency-Key", UUID.randomUUID())
                    .header("If-Match", "\"0\"");
            if (token != null) {
                request.auth().oauth2(token);
            }
            if (bodyType != null) {
                request.contentType(bodyType).body(body.getBytes(UTF_8));
            }
            return request.request(method, path);
        }
    }

    private final Set<String> open;

    /** @param open operations anybody may use, as {@code GET /path}; one that asks for a token fails here too */
    protected EveryOperation(String... open) {
        this.open = Set.of(open);
    }

    /** Without a token it is 401, with a token of nobody's role 403, each a problem response. */
    @Test
    public void asksWhoCallsAndWhetherHeMay() {
        List<Operation> operations = operations();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            if (open.contains(operation.name())) {
                int status = operation.send(null, operation.path("2019"), "{}").statusCode();
                if (status == 401 || status == 403) {
                    wrong.add(operation.name() + " is not open");
                }
                continue;
            }
            refused(operation, null, 401, wrong);
            refused(operation, NO_ROLE, 403, wrong);
        }
        assertThat(operations.stream().map(Operation::name)).containsAll(open);
        assertThat(wrong).as("of %d operations", operations.size()).isEmpty();
    }

    /** Whoever asks, what is not there is 404: not 403, which would tell that something is. */
    @Test
    public void knowsNothingOfWhatIsNotThere() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : withKeys()) {
            String path = operation.pathOfNothing(operation.template());
            boolean known = isIn(knownWithEveryKey(), operation);
            if (!known) {
                refused(operation, EVERY_ROLE, path, body(operation), 404, wrong);
            }
            if (!known || !isIn(seenFromEverywhere(), operation)) {
                refused(operation, EVERY_ROLE_ELSEWHERE, path, body(operation), 404, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** To a person of every role at a school nothing belongs to, what is there is as what is not. */
    @Test
    public void showsNobodyWhatLiesElsewhere() {
        Map<String, String> rows = rows();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : withKeys()) {
            boolean tried = isIn(seenFromEverywhere(), operation) || isIn(triedWithUnknownKeysOnly(), operation);
            for (Map.Entry<String, String> row : rows.entrySet()) {
                if (operation.isOf(row.getKey()) && !tried) {
                    tried = true;
                    elsewhere(operation, row.getKey(), row.getValue(), wrong);
                }
            }
            if (!tried) {
                wrong.add(operation.name() + " is tried with no row");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void elsewhere(Operation operation, String resource, String row, List<String> wrong) {
        String path = operation.pathOfNothing(row + operation.template().substring(resource.length()));
        refused(operation, EVERY_ROLE_ELSEWHERE, path, body(operation), 404, wrong);
        if (operation.name().equals("GET " + resource)) {
            int toTheBureau = operation.send(EVERY_ROLE, path, "").statusCode();
            if (toTheBureau != 200) {
                wrong.add("%s answered the bureau %d".formatted(operation.name(), toTheBureau));
            }
        }
    }

    private String body(Operation operation) {
        return bodies().getOrDefault(operation.name(), operation.goodBody());
    }

    /**
     * Of each resource the address of a row that is there and the bureau's to see, by its template: {@code /api/v1/things/{id}}. It
     * tells for what lies below too; of two the one that names more comes first.
     */
    protected abstract Map<String, String> rows();

    /** Addresses (or operations) of no row of a test's own, and why. */
    protected abstract Map<String, String> triedWithUnknownKeysOnly();

    /** Addresses (or operations) that are the same wherever one belongs, and why. */
    protected abstract Map<String, String> seenFromEverywhere();

    /** Addresses (or operations) where every key of the right form leads somewhere, and why. */
    protected abstract Map<String, String> knownWithEveryKey();

    /** Bodies of operations that ask for more than the description says. */
    protected Map<String, String> bodies() {
        return Map.of();
    }

    private static boolean isIn(Map<String, String> addresses, Operation operation) {
        return addresses.keySet().stream()
                .anyMatch(address -> operation.name().equals(address) || operation.isOf(address));
    }

    private List<Operation> withKeys() {
        return operations().stream()
                .filter(operation -> operation.hasVariables() && !open.contains(operation.name()))
                .toList();
    }

    /** With an identity number where an id, a parameter or a body of another form belongs, the refusal does not repeat it. */
    @Test
    public void answersMistakesWithoutRepeatingNumbers() {
        List<String> wrong = new ArrayList<>();
        int refusals = 0;
        for (Operation operation : operations()) {
            for (Response answer : mistakes(operation)) {
                boolean refusal = answer.statusCode() >= 400;
                refusals += refusal ? 1 : 0;
                if (answer.statusCode() >= 500) {
                    wrong.add("%s failed with %d".formatted(operation.name(), answer.statusCode()));
                }
                if (refusal && answer.asString().contains(NUMBER)) {
                    wrong.add("%s answered %d: %s".formatted(operation.name(), answer.statusCode(), answer.asString()));
                }
            }
        }
        assertThat(refusals).isPositive();
        assertThat(wrong).isEmpty();
    }

    /** Only such as cannot be taken: nothing that runs or is stored for want of something better. */
    private static List<Response> mistakes(Operation operation) {
        List<Response> answers = new ArrayList<>();
        if (operation.hasVariables()) {
            answers.add(operation.send(EVERY_ROLE, operation.path(NUMBER), "{}"));
        }
        String path = operation.path("2019");
        if ("GET".equals(operation.method())) {
            operation
                    .parametersIn("query")
                    .map(parameter -> parameter.path("name").asText())
                    .forEach(name -> answers.add(operation.send(EVERY_ROLE, path + "?" + name + "=" + NUMBER, "")));
        } else if ("application/json".equals(operation.bodyType())) {
            answers.add(operation.send(EVERY_ROLE, path, "[\"" + NUMBER + "\"]"));
            answers.add(operation.send(EVERY_ROLE, path, "{\"" + NUMBER + "\": \"" + NUMBER));
        }
        return answers;
    }

    private static void refused(Operation operation, String token, int status, List<String> wrong) {
        refused(operation, token, operation.path("2019"), "{}", status, wrong);
    }

    private static void refused(
            Operation operation, String token, String path, String body, int status, List<String> wrong) {
        Response response = operation.send(token, path, body);
        boolean problem = String.valueOf(response.contentType()).startsWith("application/problem+json");
        if (response.statusCode() != status || !problem) {
            wrong.add("%s answered %d (%s) where it should refuse with %d"
                    .formatted(operation.name(), response.statusCode(), response.contentType(), status));
        }
    }

    private static List<Operation> operations() {
        return DOCUMENT.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .map(one -> operation(one.getKey(), path.getKey(), one.getValue())))
                .toList();
    }

    private static Operation operation(String method, String template, JsonNode described) {
        String bodyType = bodyType(described);
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                template,
                bodyType,
                described
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"),
                described.path("parameters").valueStream().toList());
    }

    /** The last a body may have: forms come first. */
    private static String bodyType(JsonNode operation) {
        List<String> types = new ArrayList<>();
        operation.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types.isEmpty() ? null : types.getLast().replace("*/*", "application/json");
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String everyRole(String org) {
        return Tokens.of("everybody@" + org)
                .roles(
                        "aid-viewer",
                        "aid-clerk",
                        "aid-reviewer",
                        "aid-payer",
                        "aid-auditor",
                        "aid-inspector",
                        "aid-administrator")
                .org(org)
                .token();
    }
}
