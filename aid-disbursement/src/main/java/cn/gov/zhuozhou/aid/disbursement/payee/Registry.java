package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.RegistryConnection;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Asks the registry who a holder is, with the token of the person who enters the account: nobody learns more here than there. */
@ApplicationScoped
class Registry {
    static final int AT_ONCE = 1_000;
    private static final int OK = 200;

    record Question(List<Holder.Asked> entries) {}

    record Answer(List<Holder> entries) {}

    @Inject
    RegistryConnection connection;

    @Inject
    ObjectMapper json;

    /** One answer per holder, in the same order; ends the request where the registry does not answer, so that nothing is kept. */
    List<Holder> check(List<Holder.Asked> asked, String authorization) {
        List<Holder> answers = new ArrayList<>(asked.size());
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            answers.addAll(ask(asked.subList(from, Math.min(from + AT_ONCE, asked.size())), authorization));
        }
        return answers;
    }

    private List<Holder> ask(List<Holder.Asked> asked, String authorization) {
        try {
            var request = connection
                    .to("/api/v1/payee-checks", authorization)
                    .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(new Question(asked))))
                    .build();
            HttpResponse<byte[]> response = connection.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == OK) {
                List<Holder> answers =
                        json.readValue(response.body(), Answer.class).entries();
                if (answers.size() == asked.size()) {
                    return answers;
                }
            }
        } catch (IOException e) {
            // answered below; its message may repeat what was sent
        }
        throw new ProblemException(PayeeProblem.REGISTRY_AWAY);
    }
}
