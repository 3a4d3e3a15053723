package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.http.IdempotentRequests.Answer;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
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
        Optional<Answer> earlier = requests.begin(who, key, operation, hash(operation, call.getParameters()));
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
        return answer.body() == null
                ? builder.build()
                : builder.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(answer.body())
                        .build();
    }

    private String hash(String operation, Object[] parameters) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(operation.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (Object parameter : parameters) {
            digest.update((byte) 0);
            if (parameter instanceof File file) {
                try (var in = new DigestInputStream(Files.newInputStream(file.toPath()), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            } else {
                digest.update(canonical(parameter));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] canonical(Object parameter) throws JsonProcessingException {
        return json.writeValueAsBytes(parameter);
    }
}
