package cn.gov.zhuozhou.aid.chassis.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The interface a service has, checked in as {@code openapi.yaml} in its folder so that a change of it is seen when it is
 * reviewed. With the system property {@code aid.openapi.refresh} the file is written anew.
 */
public final class OpenApiDocument {
    private static final Path FILE = Path.of("openapi.yaml");

    private OpenApiDocument() {}

    /** Fails where the running service describes itself otherwise than the file. */
    public static void assertCheckedIn() throws IOException {
        String generated =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("aid.openapi.refresh")) {
            Files.writeString(FILE, generated);
        }
        String checkedIn = Files.exists(FILE) ? Files.readString(FILE, UTF_8) : "";
        difference(checkedIn, generated).ifPresent(difference -> {
            String module = Path.of("").toAbsolutePath().getFileName().toString();
            throw new AssertionError("""
                    %s/openapi.yaml is not the interface the service has; %s
                    If the change is meant, write the file anew and commit it:
                    ./mvnw -pl %s -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false \
                    -Daid.openapi.refresh=true""".formatted(module, difference, module));
        });
    }

    /** The first line in which the two differ; empty where they are the same. */
    static Optional<String> difference(String checkedIn, String generated) {
        List<String> old = checkedIn.lines().toList();
        List<String> now = generated.lines().toList();
        for (int line = 0; line < Math.max(old.size(), now.size()); line++) {
            String before = line < old.size() ? old.get(line) : "(end)";
            String after = line < now.size() ? now.get(line) : "(end)";
            if (!before.equals(after)) {
                return Optional.of(
                        "line %d is \"%s\" and should be \"%s\".".formatted(line + 1, before.strip(), after.strip()));
            }
        }
        return Optional.empty();
    }
}
