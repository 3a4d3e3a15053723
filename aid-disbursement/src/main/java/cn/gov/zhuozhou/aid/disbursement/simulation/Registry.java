package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.RegistryConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Asks the registry on behalf of the caller, with the caller's own token: nobody sees more here than there. */
@ApplicationScoped
class Registry {
    @Inject
    RegistryConnection connection;

    /** The list of a finished what-if; ends the request where the registry does not hand it over. */
    InputStream situations(UUID whatIf, String authorization) {
        var request = connection
                .to("/api/v1/what-ifs/" + whatIf + "/situations", authorization)
                .build();
        try {
            HttpResponse<InputStream> response = connection.send(request, HttpResponse.BodyHandlers.ofInputStream());
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
        }
    }
}
