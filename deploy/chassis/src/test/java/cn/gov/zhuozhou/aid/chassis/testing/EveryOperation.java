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

/**
 * Knocks at every operation of the interface a service has, as its {@code openapi.yaml} names them: without a token it is 401,
 * with a token of nobody's role 403, each a problem response. What belongs to an operation, its right role and its jurisdiction,
 * is for the test of its feature to say; that none was left open is said here, for those to come too.
 */
public final class EveryOperation {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");
    private static final String NO_ROLE =
            Tokens.of("nobody").roles().org(Tokens.BUREAU).token();

    /** Anything else that is sent first: neither a body nor its form may be looked at before who sends it. */
    private record Operation(String method, String template, String bodyType) {
        String name() {
            return method + " " + template;
        }

        Response send(String token) {
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
                request.contentType(bodyType).body("{}".getBytes(UTF_8));
            }
            // a year, a code and a number of a step all read this; an id that is none is not read before the role is
            // asked
            return request.request(method, VARIABLE.matcher(template).replaceAll("2019"));
        }
    }

    private EveryOperation() {}

    /** @param open operations anybody may use, as {@code GET /path}; one that asks for a token fails here too */
    public static void assertAsksWhoCalls(Set<String> open) throws IOException {
        List<Operation> operations = operations();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            if (open.contains(operation.name())) {
                if (Set.of(401, 403).contains(operation.send(null).statusCode())) {
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

    private static void refused(Operation operation, String token, int status, List<String> wrong) {
        Response response = operation.send(token);
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
                                one.getKey().toUpperCase(Locale.ROOT), path.getKey(), bodyType(one.getValue()))))
                .toList();
    }

    /** The last a body may have: forms come first. */
    private static String bodyType(JsonNode operation) {
        List<String> types = new ArrayList<>();
        operation.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types.isEmpty() ? null : types.getLast().replace("*/*", "application/json");
    }
}
