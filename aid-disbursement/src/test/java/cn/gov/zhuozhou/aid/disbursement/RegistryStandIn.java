package cn.gov.zhuozhou.aid.disbursement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Answers payee checks in the form of the registry's golden JSON, from people tests put on its roll; everything else is 503. */
public final class RegistryStandIn implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, Object>> HOLDERS = new ConcurrentHashMap<>();
    private static final Map<String, String> STUDENT_NUMBERS = new ConcurrentHashMap<>();
    private static final Map<String, String> COUNTING = new ConcurrentHashMap<>();
    private static final AtomicReference<Runnable> BEFORE_ANSWER = new AtomicReference<>();
    private static volatile boolean away;

    private static volatile HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/api/v1/payee-checks", RegistryStandIn::answer);
        server.start();
        return Map.of(
                "aid.registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** Lets a test answer at a path until it is forgotten. */
    public static void answers(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    public static void forget(String path) {
        server.removeContext(path);
    }

    /** Puts a person on the roll of a pupil; answers NONE for everybody else who is asked about. */
    public static void knows(Object student, String name, String number, Map<String, Object> answer) {
        HOLDERS.put(student + "/" + name + "/" + number, answer);
    }

    public static void numbered(String studentNumber, Object student) {
        STUDENT_NUMBERS.put(studentNumber, student.toString());
    }

    /** Lets another record count in a pupil's place. */
    public static void answersFor(Object student, Object counting) {
        COUNTING.put(student.toString(), counting.toString());
    }

    public static void away(boolean now) {
        away = now;
    }

    /** What happens while the next who asks waits for his answer. */
    public static void beforeTheNextAnswer(Runnable happens) {
        BEFORE_ANSWER.set(happens);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Optional.ofNullable(BEFORE_ANSWER.getAndSet(null)).ifPresent(Runnable::run);
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        boolean asked = exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
        List<Map<String, Object>> entries = new ArrayList<>();
        for (JsonNode entry : request.get("entries")) {
            entries.add(about(entry));
        }
        byte[] body = JSON.writeValueAsBytes(Map.of("entries", entries));
        exchange.sendResponseHeaders(away ? 503 : asked ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, Object> about(JsonNode entry) {
        String student = entry.hasNonNull("studentId")
                ? entry.get("studentId").asText()
                : STUDENT_NUMBERS.get(entry.get("studentNumber").asText());
        if (student == null) {
            return Map.of("kind", "UNKNOWN_PUPIL");
        }
        Map<String, Object> answer = new LinkedHashMap<>(HOLDERS.getOrDefault(
                student + "/" + entry.get("holderName").asText() + "/"
                        + entry.get("holderIdentityNumber").asText(),
                Map.of("kind", "NONE", "reason", "STRANGER")));
        answer.put("studentId", COUNTING.getOrDefault(student, student));
        return answer;
    }
}
