package cn.gov.zhuozhou.aid.chassis.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The interface a service has, checked in as {@code openapi.yaml} in its folder so that a change of it is seen when it is
 * reviewed. With the system property {@code aid.openapi.refresh} the file is written anew.
 */
public final class OpenApiDocument {
    private static final Path FILE = Path.of("openapi.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int LONGEST = 200;

    private OpenApiDocument() {}

    /** Fails where the running service describes itself otherwise than the file. */
    public static void assertCheckedIn() throws IOException {
        String generated =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        String checkedIn = Files.exists(FILE) ? Files.readString(FILE, UTF_8) : "";
        Optional<String> difference = difference(checkedIn, generated);
        if (difference.isPresent() && Boolean.getBoolean("aid.openapi.refresh")) {
            Files.writeString(FILE, generated);
            return;
        }
        difference.ifPresent(what -> {
            String module = Path.of("").toAbsolutePath().getFileName().toString();
            throw new AssertionError("""
                    %s/openapi.yaml is not the interface the service has; %s
                    If the change is meant, write the file anew and commit it:
                    ./mvnw -pl %s -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false \
                    -Daid.openapi.refresh=true""".formatted(module, what, module));
        });
    }

    /** The first place in which the two differ; the order of names does not count, for the generator does not keep it. */
    static Optional<String> difference(String checkedIn, String generated) throws IOException {
        return difference("", YAML.readTree(checkedIn), YAML.readTree(generated));
    }

    private static Optional<String> difference(String place, JsonNode before, JsonNode now) {
        if (!before.isObject() || !now.isObject()) {
            return before.equals(now)
                    ? Optional.empty()
                    : Optional.of("%s is %s and should be %s.".formatted(place, shown(before), shown(now)));
        }
        return Stream.concat(before.propertyStream(), now.propertyStream())
                .map(Map.Entry::getKey)
                .distinct()
                .flatMap(name -> difference(place + " > " + name, before.path(name), now.path(name)).stream())
                .findFirst();
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
