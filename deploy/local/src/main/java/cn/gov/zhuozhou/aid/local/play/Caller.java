package cn.gov.zhuozhou.aid.local.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** One demo user at the suite's REST resources; his token is renewed in time. */
public final class Caller {
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(10);
    private static final int PAGE = 500;

    private final LocalSuite suite;
    private final String user;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private String token;
    private Instant renewAt = Instant.MIN;

    public Caller(LocalSuite suite, String user) {
        this.suite = suite;
        this.user = user;
    }

    /** The bodies of all refusals so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public JsonNode get(String service, String path) {
        return expectOk("GET", path, send(service, "GET", path, BodyPublishers.noBody(), headers -> {}));
    }

    /** All items of a paged list. */
    public List<JsonNode> all(String service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE
                    + (next.isEmpty() ? "" : "&after=" + encode(next));
            JsonNode body = get(service, page);
            body.path("items").forEach(items::add);
            next = body.path("next").asText("");
        } while (!next.isEmpty());
        return items;
    }

    public JsonNode post(String service, String path, Object body) {
        return expectOk("POST", path, tryPost(service, path, body));
    }

    public Answer tryPost(String service, String path, Object body) {
        return sendJson(service, "POST", path, body, null);
    }

    public JsonNode put(String service, String path, Object body) {
        return expectOk("PUT", path, sendJson(service, "PUT", path, body, null));
    }

    public Answer postIfMatch(String service, String path, Object body, String etag) {
        return sendJson(service, "POST", path, body, etag);
    }

    /**
     * One request, however often it is sent.
     *
     * @param key of the request; the same one for every sending
     * @param etag null where nothing is required of the resource
     */
    public Answer postOnce(String service, String path, Object body, String etag, UUID key) {
        return sendJson(service, "POST", path, body, etag, key);
    }

    /** Any request with a JSON body as it is written here, right or wrong; none where it is empty. */
    public Answer attempt(String service, String method, String path, String body) {
        BodyPublisher content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(
                service,
                method,
                path,
                content,
                b -> b.header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"0\""));
    }

    /** Sends a file as it is; every sending is a new request. */
    public Answer upload(String service, String path, Path file) {
        return uploadOnce(service, path, file, UUID.randomUUID());
    }

    /** Sends a file as one request, however often it is sent. */
    public Answer uploadOnce(String service, String path, Path file, UUID key) {
        try {
            return send(
                    service,
                    "POST",
                    path,
                    BodyPublishers.ofFile(file),
                    b -> b.header("Content-Type", "application/octet-stream")
                            .header("Idempotency-Key", key.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as it is served; every asking is a new request. */
    public byte[] download(String service, String method, String path) {
        HttpRequest request = request(service, method, path, BodyPublishers.noBody())
                .setHeader("Accept", "*/*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + " answered " + response.statusCode() + ": "
                        + new String(response.body(), UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Answer sendJson(String service, String method, String path, Object body, String etag) {
        return sendJson(service, method, path, body, etag, UUID.randomUUID());
    }

    private Answer sendJson(String service, String method, String path, Object body, String etag, UUID key) {
        try {
            return send(service, method, path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)), b -> {
                b.header("Content-Type", "application/json").header("Idempotency-Key", key.toString());
                if (etag != null) {
                    b.header("If-Match", etag);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(
            String service, String method, String path, BodyPublisher body, Consumer<HttpRequest.Builder> headers) {
        var request = request(service, method, path, body);
        headers.accept(request);
        return exchange(request.build());
    }

    private HttpRequest.Builder request(String service, String method, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(suite.url(service) + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
    }

    private synchronized String token() {
        if (Instant.now().isAfter(renewAt)) {
            token = suite.token(user);
            renewAt = Instant.now().plus(TOKEN_KEPT);
        }
        return token;
    }

    private Answer exchange(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode body = isJson ? json.readTree(response.body()) : MissingNode.getInstance();
            if (response.statusCode() >= 400) {
                problems.add(body.toString());
            }
            return new Answer(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("Location").orElse(null),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode expectOk(String method, String path, Answer answer) {
        if (!answer.ok()) {
            throw new UnexpectedAnswer(method, path, answer);
        }
        return answer.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
