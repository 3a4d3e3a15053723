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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private static final String EVERY_ROLE = Tokens.of("everybody")
            .roles(
                    "aid-viewer",
                    "aid-clerk",
                    "aid-reviewer",
                    "aid-payer",
                    "aid-auditor",
                    "aid-inspector",
                    "aid-administrator")
            .org(Tokens.BUREAU)
            .token();

    /** @param parameters of its query */
    private record Operation(String method, String template, String bodyType, List<String> parameters) {
        String name() {
            return method + " " + template;
        }

        boolean hasVariables() {
            return VARIABLE.matcher(template).find();
        }

        /** @param value of every variable of the address; a year, a code and a number of a step all read 2019 */
        String path(String value) {
            return VARIABLE.matcher(template).replaceAll(value);
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
    public void asksWhoCallsAndWhetherHeMay() throws IOException {
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

    /** With an identity number where an id, a parameter or a body of another form belongs, the refusal does not repeat it. */
    @Test
    public void answersMistakesWithoutRepeatingNumbers() throws IOException {
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
                    .parameters()
                    .forEach(name -> answers.add(operation.send(EVERY_ROLE, path + "?" + name + "=" + NUMBER, "")));
        } else if ("application/json".equals(operation.bodyType())) {
            answers.add(operation.send(EVERY_ROLE, path, "[\"" + NUMBER + "\"]"));
            answers.add(operation.send(EVERY_ROLE, path, "{\"" + NUMBER + "\": \"" + NUMBER));
        }
        return answers;
    }

    private static void refused(Operation operation, String token, int status, List<String> wrong) {
        Response response = operation.send(token, operation.path("2019"), "{}");
        boolean problem = String.valueOf(response.contentType()).startsWith("application/problem+json");
        if (response.statusCode() != status || !problem) {
            wrong.add("%s answered %d (%s) where it should refuse with %d"
                    .formatted(operation.name(), response.statusCode(), response.contentType(), status));
        }
    }

    private static List<Operation> operations() throws IOException {
        JsonNode paths =
                new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()).path("paths");
        return paths.propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .map(one -> new Operation(
                                one.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                bodyType(one.getValue()),
                                parameters(one.getValue()))))
                .toList();
    }

    /** The last a body may have: forms come first. */
    private static String bodyType(JsonNode operation) {
        List<String> types = new ArrayList<>();
        operation.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types.isEmpty() ? null : types.getLast().replace("*/*", "application/json");
    }

    private static List<String> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> "query".equals(parameter.path("in").asText()))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }
}
