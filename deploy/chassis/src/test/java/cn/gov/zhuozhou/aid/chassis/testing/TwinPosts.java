package cn.gov.zhuozhou.aid.chassis.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Posts.Post;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.http.Header;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.BufferedHttpEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Sends what component tests POST twice at the same time, with one {@code Idempotency-Key}, which it gives where the test gave
 * none: both must get the same answer. Once more with that key and another body must be refused. That the two had one effect is
 * what the test itself then sees. Each POST of the interface is treated so the first few times it succeeds.
 */
public final class TwinPosts implements BeforeEachCallback {
    private static final int TIMES = 2;
    private static final String KEY = "Idempotency-Key";

    @Override
    public void beforeEach(ExtensionContext context) {
        use(Posts.ofInterface());
    }

    /** The same for those the chassis itself has. */
    public static final class OfTheChassis implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            use(Posts.ofTheChassis());
        }
    }

    /** Quarkus makes the configuration anew for each test, before this. */
    private static void use(Posts posts) {
        HttpClientConfig client = RestAssured.config().getHttpClientConfig();
        RestAssured.config = RestAssured.config().httpClient(client.httpClientFactory(() -> new TwinClient(posts)));
    }

    /** How often in this run; kept where every class loader sees it, for Quarkus has several. */
    static int sent(Post post) {
        return Integer.getInteger(property(post), 0);
    }

    private static void count(Post post) {
        System.setProperty(property(post), Integer.toString(sent(post) + 1));
    }

    private static String property(Post post) {
        return "aid.twin-posts." + post.template();
    }

    /** What two answers to one request have in common. */
    private record Answer(int status, String location, String etag, String type, String body) {
        /** The answer may still be read after. */
        static Answer of(HttpResponse response) throws IOException {
            if (response.getEntity() != null) {
                response.setEntity(new BufferedHttpEntity(response.getEntity()));
            }
            String type = header(response, "Content-Type");
            boolean json = type != null && type.contains("json");
            return new Answer(
                    response.getStatusLine().getStatusCode(),
                    header(response, "Location"),
                    header(response, "ETag"),
                    type,
                    response.getEntity() == null
                            ? ""
                            : new String(EntityUtils.toByteArray(response.getEntity()), json ? UTF_8 : ISO_8859_1));
        }

        boolean isSuccess() {
            return status / 100 == 2;
        }

        private static String header(HttpResponse response, String name) {
            Header header = response.getFirstHeader(name);
            return header == null ? null : header.getValue();
        }
    }

    /** REST Assured knows only clients of this old kind. */
    @SuppressWarnings("deprecation")
    static final class TwinClient extends DefaultHttpClient {
        private final Posts posts;

        TwinClient(Posts posts) {
            this.posts = posts;
        }

        @Override
        public CloseableHttpResponse execute(HttpUriRequest request, HttpContext context) throws IOException {
            Optional<Post> keyed = "POST".equals(request.getMethod())
                    ? posts.at(request.getURI().getPath()).filter(Post::keyed)
                    : Optional.empty();
            if (keyed.isEmpty()) {
                return super.execute(request, context);
            }
            if (!request.containsHeader(KEY)) {
                request.setHeader(KEY, UUID.randomUUID().toString());
            }
            return sent(keyed.get()) >= TIMES ? super.execute(request, context) : twice(keyed.get(), request, context);
        }

        private CloseableHttpResponse twice(Post post, HttpUriRequest request, HttpContext context) throws IOException {
            if (request instanceof HttpEntityEnclosingRequest enclosing && enclosing.getEntity() != null) {
                enclosing.setEntity(new BufferedHttpEntity(enclosing.getEntity()));
            }
            HttpUriRequest same = RequestBuilder.copy(request).build();
            CyclicBarrier start = new CyclicBarrier(2);
            try (var thread = Executors.newSingleThreadExecutor();
                    var client = HttpClients.createDefault()) {
                Future<Answer> second = thread.submit(() -> {
                    start.await();
                    return answer(client, same);
                });
                start.await();
                CloseableHttpResponse response = super.execute(request, context);
                Answer first = Answer.of(response);
                Answer other = second.get();
                if (first.isSuccess() || other.isSuccess()) {
                    assertThat(other)
                            .as("the same POST %s at the same time", post.template())
                            .isEqualTo(first);
                    assertOtherBodyRefused(post, request, client);
                    count(post);
                }
                return response;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void assertOtherBodyRefused(Post post, HttpUriRequest request, CloseableHttpClient client)
                throws IOException {
            List<HttpUriRequest> others = OtherBodies.of(request);
            String answers = "";
            for (HttpUriRequest other : others) {
                Answer answer = answer(client, other);
                if (answer.status() == 422 && answer.body().contains("urn:aid:problem:key-used-for-another-request")) {
                    return;
                }
                answers += "\n" + answer;
            }
            if (!others.isEmpty()) {
                throw new AssertionError(
                        "POST %s with a key used before and another body: %s".formatted(post.template(), answers));
            }
        }

        private static Answer answer(CloseableHttpClient client, HttpUriRequest request) throws IOException {
            try (CloseableHttpResponse response = client.execute(request)) {
                return Answer.of(response);
            }
        }
    }
}
