package cn.gov.zhuozhou.aid.accountability.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** Asks the registry on behalf of the caller, with the caller's own token: nobody sees more here than there. */
@ApplicationScoped
class Registry {
    @Inject
    RegistryConfig config;

    @Inject
    ObjectMapper json;

    private HttpClient client;

    /** What the registry holds of a pupil under {@code part}; {@link Unavailable} where it does not answer. */
    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.5, delay = 5_000, failOn = Unavailable.class)
    Answer ask(UUID studentId, String part, String authorization) {
        var request = HttpRequest.newBuilder(config.url().resolve("/api/v1/students/" + studentId + "/" + part))
                .timeout(config.timeout())
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .header(HttpHeaders.ACCEPT, "application/json")
                .build();
        try {
            HttpResponse<String> response = client().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new Unavailable(null);
            }
            return response.statusCode() == 200 ? new Answer(json.readTree(response.body())) : Answer.REFUSED;
        } catch (IOException e) {
            throw new Unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(e);
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(config.timeout())
                    .build();
        }
        return client;
    }

    /** What the registry said; no body where it shows the caller nothing. */
    record Answer(JsonNode body) {
        static final Answer REFUSED = new Answer(null);
    }

    /** The registry is away. */
    static final class Unavailable extends RuntimeException {
        Unavailable(Throwable cause) {
            super("the registry does not answer", cause);
        }
    }
}
