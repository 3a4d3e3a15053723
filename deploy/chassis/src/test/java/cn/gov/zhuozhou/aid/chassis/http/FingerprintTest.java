package cn.gov.zhuozhou.aid.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    record Body(String name, Set<String> stages, List<String> pupils) {}

    private static final List<String> PUPILS = List.of("p", "q");

    private final Fingerprint fingerprint = new Fingerprint(new ObjectMapper());

    @Test
    void anotherValueIsAnotherRequest() throws IOException {
        assertThat(of("token", "\"1\"", new Body("a", Set.of(), PUPILS)))
                .isEqualTo(of("token", "\"1\"", new Body("a", Set.of(), PUPILS)))
                .isNotEqualTo(of("token", "\"1\"", new Body("b", Set.of(), PUPILS)))
                .isNotEqualTo(of("token", "\"2\"", new Body("a", Set.of(), PUPILS)))
                .isNotEqualTo(of("token", "\"1\"", new Body("a", Set.of(), PUPILS.reversed())));
    }

    @Test
    void anotherTokenIsNot() throws IOException {
        Body body = new Body("a", Set.of(), PUPILS);

        assertThat(of("token", "\"1\"", body)).isEqualTo(of("a new token", "\"1\"", body));
    }

    /** Sets of enum constants are in another order in every process; a retry may reach another replica. */
    @Test
    void theOrderOfASetIsNot() throws IOException {
        assertThat(of("token", "\"1\"", new Body("a", ordered("x", "y", "z"), PUPILS)))
                .isEqualTo(of("token", "\"1\"", new Body("a", ordered("z", "x", "y"), PUPILS)))
                .isNotEqualTo(of("token", "\"1\"", new Body("a", ordered("x", "y"), PUPILS)));
    }

    @Test
    void aFileIsItsBytes(@TempDir Path folder) throws IOException {
        File one = Files.writeString(folder.resolve("one"), "content").toFile();
        File two = Files.writeString(folder.resolve("two"), "content").toFile();
        File three = Files.writeString(folder.resolve("three"), "contents").toFile();

        assertThat(of("token", "\"1\"", one))
                .isEqualTo(of("token", "\"1\"", two))
                .isNotEqualTo(of("token", "\"1\"", three));
    }

    private String of(String token, String ifMatch, Object body) throws IOException {
        return fingerprint.of("act /things/1", method(), new Object[] {token, ifMatch, body});
    }

    private static Set<String> ordered(String... values) {
        return new LinkedHashSet<>(Arrays.asList(values));
    }

    private static Method method() {
        return Arrays.stream(Resource.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("act"))
                .findFirst()
                .orElseThrow();
    }

    interface Resource {
        void act(
                @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
                @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
                Object body);
    }
}
