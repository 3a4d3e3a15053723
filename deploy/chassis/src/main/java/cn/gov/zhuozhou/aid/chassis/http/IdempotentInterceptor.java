package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.http.IdempotentRequests.Answer;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Runs inside the transaction (the transactional interceptor's priority is 200). */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {
    private static final int LONGEST_KEY = 200;

    @Inject
    IdempotentRequests requests;

    @Inject
    Fingerprint fingerprint;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_MISSING);
        }
        String operation = call.getMethod().getName() + " " + uri.getPath();
        String who = actor.get().id();
        String request = fingerprint.of(operation, call.getMethod(), call.getParameters());
        Optional<Answer> earlier = requests.begin(who, key, operation, request);
        if (earlier.isPresent()) {
            return replay(earlier.get());
        }
        Response response = (Response) call.proceed();
        String body = response.getEntity() == null ? null : json.writeValueAsString(response.getEntity());
        requests.finish(who, key, response, body);
        return response;
    }

    private Response replay(Answer answer) {
        var builder = Response.status(answer.status());
        answer.headers().forEach(builder::header);
        if (answer.body() != null) {
            // Written as the first answer was, so that its type is the same to the letter.
            builder.entity(new RawValue(answer.body()));
        }
        return builder.build();
    }
}
