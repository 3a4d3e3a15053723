package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.http.IdempotentRequests.Answer;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Optional;

/** Runs inside the transaction (the transactional interceptor's priority is 200). */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {
    static final int LONGEST_KEY = 200;

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
        String key = headers.getHeaderString(IdempotencyKey.HEADER);
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_MISSING);
        }
        Method method = call.getMethod();
        String operation = method.getName() + " " + uri.getPath();
        String who = actor.get().id();
        String request = fingerprint.of(operation, method, call.getParameters());
        Optional<Answer> earlier = requests.begin(who, key, operation, request);
        if (!keepsAnswer(method)) {
            return wholly(call);
        }
        if (earlier.isPresent()) {
            return replay(earlier.get(), method);
        }
        Object result = wholly(call);
        Response response = result instanceof Response answered
                ? answered
                : Response.ok(result).build();
        Object entity = response.getEntity();
        requests.finish(who, key, response, entity == null ? null : json.writeValueAsString(entity));
        return result;
    }

    /** Nothing stays of what failed, the key neither, where the failure is a checked one too. */
    private static Object wholly(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception failed) {
            QuarkusTransaction.setRollbackOnly();
            throw failed;
        }
    }

    private static boolean keepsAnswer(Method method) {
        Idempotent own = method.getAnnotation(Idempotent.class);
        return own == null || own.keepsAnswer();
    }

    private Object replay(Answer answer, Method method) throws JsonProcessingException {
        if (!Response.class.isAssignableFrom(method.getReturnType())) {
            return json.readValue(answer.body(), json.constructType(method.getGenericReturnType()));
        }
        var builder = Response.status(answer.status());
        answer.headers().forEach(builder::header);
        if (answer.body() != null) {
            // Written as the first answer was, so that its type is the same to the letter.
            builder.entity(new RawValue(answer.body()));
        }
        return builder.build();
    }
}
