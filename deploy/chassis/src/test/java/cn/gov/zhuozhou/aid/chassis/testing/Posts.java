package cn.gov.zhuozhou.aid.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The POSTs of the interface a service has, as its {@code openapi.yaml} names them. */
public final class Posts {
    /**
     * @param template of the address
     * @param keyed whether it takes an {@code Idempotency-Key}
     */
    record Post(String template, boolean keyed) {
        private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");

        boolean isAt(String path) {
            return Pattern.matches(
                    VARIABLE.splitAsStream(template).map(Pattern::quote).collect(Collectors.joining("[^/]+"))
                            + (template.endsWith("}") ? "[^/]+" : ""),
                    path);
        }

        /** Where two fit, the one that names more is meant. */
        private long variables() {
            return VARIABLE.matcher(template).results().count();
        }
    }

    /** Read when first asked for; the chassis has none of its own. */
    private static final class Interface {
        static final Posts POSTS = read();
    }

    private static final List<Post> OF_THE_CHASSIS = List.of(
            new Post("/api/v1/jobs/{id}/cancellation", true), new Post("/api/v1/dead-letters/{id}/replay", true));

    private final List<Post> posts;
    private final List<Post> testedElsewhere;

    Posts(List<Post> posts) {
        this(posts, List.of());
    }

    private Posts(List<Post> posts, List<Post> testedElsewhere) {
        this.posts = posts;
        this.testedElsewhere = testedElsewhere;
    }

    public static Posts ofInterface() {
        return Interface.POSTS;
    }

    private static Posts read() {
        try {
            JsonNode paths =
                    new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()).path("paths");
            return new Posts(
                    paths.propertyStream()
                            .filter(path -> path.getValue().has("post"))
                            .map(path -> new Post(path.getKey(), takesKey(path.getValue())))
                            .toList(),
                    OF_THE_CHASSIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those every service has from the chassis; it is the chassis' own tests that make them. */
    public static Posts ofTheChassis() {
        return new Posts(OF_THE_CHASSIS);
    }

    Optional<Post> at(String path) {
        return posts.stream().filter(post -> post.isAt(path)).min(Comparator.comparingLong(Post::variables));
    }

    /**
     * Fails where a POST takes no key and is not listed, or the other way round.
     *
     * @param repeatable POSTs that may be repeated without one, with the reason
     */
    public void assertKeyed(Map<String, String> repeatable) {
        assertThat(posts.stream().filter(post -> !post.keyed()).map(Post::template))
                .as("POSTs without @Idempotent")
                .containsExactlyInAnyOrderElementsOf(repeatable.keySet());
    }

    /** Fails where no test of this run had a POST's success, which {@link TwinPosts} would have sent twice at once. */
    public void assertSentTwice() {
        assumeTrue(System.getProperty("test") == null, "only where the whole module's tests run");
        assertThat(notSent()).as("POSTs no component test made successfully").isEmpty();
    }

    List<String> notSent() {
        return posts.stream()
                .filter(post -> post.keyed() && !testedElsewhere.contains(post) && TwinPosts.sent(post) == 0)
                .map(Post::template)
                .toList();
    }

    private static boolean takesKey(JsonNode path) {
        return path.at("/post/parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("$ref").asText().endsWith("/IdempotencyKey"));
    }
}
