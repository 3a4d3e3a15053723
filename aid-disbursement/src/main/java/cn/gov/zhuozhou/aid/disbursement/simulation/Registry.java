package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Asks the registry on behalf of the caller, with the caller's own token: nobody sees more here than there. */
@ApplicationScoped
class Registry {
    @Inject
    RegistryConfig config;

    private HttpClient client;

    /** The list of a finished what-if; ends the request where the registry does not hand it over. */
    InputStream situations(UUID whatIf, String authorization) {
        var request = HttpRequest.newBuilder(config.url().resolve("/api/v1/what-ifs/" + whatIf + "/situations"))
                .timeout(config.timeout())
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON)
                .build();
        try {
            HttpResponse<InputStream> response = client().send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response.body();
            }
            response.body().close();
            throw new ProblemException(
                    switch (response.statusCode()) {
                        case 409 -> SimulationProblem.WHAT_IF_UNFINISHED;
                        case 401, 403, 404 -> SimulationProblem.WHAT_IF_NOT_SHOWN;
                        default -> CommonProblem.UNAVAILABLE;
                    });
        } catch (IOException e) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonProblem.UNAVAILABLE);
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
}
