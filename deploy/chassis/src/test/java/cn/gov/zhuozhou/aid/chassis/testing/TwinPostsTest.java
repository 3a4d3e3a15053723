package cn.gov.zhuozhou.aid.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.testing.Posts.Post;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinPostsTest {
    private static final String OTHER = "{\"type\":\"urn:aid:problem:key-used-for-another-request\"}";

    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/kept", exchange -> answer(exchange, isAnother(exchange) ? 422 : 201, "made"));
        server.createContext("/counting", exchange -> answer(exchange, 201, "made " + asked.incrementAndGet()));
        server.createContext("/careless", exchange -> answer(exchange, 201, "made"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void twoWithOneAnswerAndARefusalAreAsTheyShouldBe() throws IOException {
        assertThat(post("/kept/1", "/kept/{id}")).isEqualTo("made");
    }

    @Test
    void twoEffectsAreSeen() {
        assertThatThrownBy(() -> post("/counting", "/counting")).isInstanceOf(AssertionError.class);
    }

    @Test
    void aKeyTakenForAnotherBodyIsSeen() {
        assertThatThrownBy(() -> post("/careless", "/careless"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("another body");
    }

    @Test
    void whatNoTestMadeIsNamed() throws IOException {
        // Given
        post("/kept/2/parts", "/kept/{id}/parts");
        var posts = new Posts(List.of(new Post("/kept/{id}/parts", true), new Post("/never", true)));

        // Then
        assertThat(posts.notSent()).containsExactly("/never");
    }

    @Test
    void theAddressThatSaysMoreIsMeant() {
        var posts = new Posts(List.of(new Post("/a/{id}/{part}", true), new Post("/a/{id}/b", false)));

        assertThat(posts.at("/a/1/b").orElseThrow().template()).isEqualTo("/a/{id}/b");
        assertThat(posts.at("/a/1/c").orElseThrow().template()).isEqualTo("/a/{id}/{part}");
        assertThat(posts.at("/a/1")).isEmpty();
    }

    private String post(String path, String template) throws IOException {
        var posts = new Posts(List.of(new Post(template, true)));
        var request = new HttpPost(
                URI.create("http://localhost:" + server.getAddress().getPort() + path));
        request.setEntity(new StringEntity("{\"name\":\"a\"}", ContentType.APPLICATION_JSON));
        try (var client = new TwinPosts.TwinClient(posts);
                var answer = client.execute(request, new BasicHttpContext())) {
            return EntityUtils.toString(answer.getEntity());
        }
    }

    private boolean isAnother(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String first = bodies.putIfAbsent(key, body);
        return first != null && !first.equals(body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = (status == 422 ? OTHER : body).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
