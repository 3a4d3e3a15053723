package cn.gov.zhuozhou.aid.chassis.problem;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. Nothing of a request's content is logged or repeated. */
public class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    private static final Text NONE = Text.of("", "");

    @Inject
    ProblemResponses responses;

    @ServerExceptionMapper
    public Response refused(ProblemException e, HttpHeaders headers) {
        return responses.of(e, headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notAuthenticated(HttpHeaders headers) {
        return Response.fromResponse(answer(CommonProblem.NOT_AUTHENTICATED, headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response roleNotAllowed(HttpHeaders headers) {
        return answer(CommonProblem.ROLE_NOT_ALLOWED, headers);
    }

    @ServerExceptionMapper
    public Response invalidFields(ConstraintViolationException e, HttpHeaders headers) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(v -> new FieldError(
                        lastNode(v.getPropertyPath().toString()),
                        v.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName(),
                        Text.of(v.getMessage(), v.getMessage())))
                .toList();
        return responses.of(CommonProblem.INVALID_FIELDS, NONE, errors, headers);
    }

    /** More specific than the framework's own, which would answer in another form. */
    @ServerExceptionMapper
    public Response misfit(MismatchedInputException e, HttpHeaders headers) {
        return malformed(e, headers);
    }

    @ServerExceptionMapper
    public Response malformed(JsonProcessingException e, HttpHeaders headers) {
        String path = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        Text detail = path.isEmpty()
                ? Text.of("请求体应为合法的 JSON。", "The body must be well-formed JSON.")
                : Text.of("字段 %s 的值或名称不符合接口说明。", "Field %s has a name or value the interface does not know.")
                        .formatted(path);
        return responses.of(CommonProblem.MALFORMED_REQUEST, detail, List.of(), headers);
    }

    @ServerExceptionMapper(OptimisticLockException.class)
    public Response changedMeanwhile(HttpHeaders headers) {
        return answer(CommonProblem.CHANGED_MEANWHILE, headers);
    }

    @ServerExceptionMapper
    public Response ofTheFramework(WebApplicationException e, HttpHeaders headers) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, headers);
        }
        return answer(kindOf(e.getResponse().getStatus()), headers);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, HttpHeaders headers) {
        LOG.errorf("Unexpected %s", Fault.of(e));
        LOG.debug("Unexpected", e);
        return answer(CommonProblem.UNEXPECTED, headers);
    }

    private Response answer(ProblemKind kind, HttpHeaders headers) {
        return responses.of(kind, NONE, List.of(), headers);
    }

    private static ProblemKind kindOf(int status) {
        return switch (status) {
            case 401 -> CommonProblem.NOT_AUTHENTICATED;
            case 403 -> CommonProblem.ROLE_NOT_ALLOWED;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblem.NOT_ACCEPTABLE;
            case 413 -> CommonProblem.TOO_LARGE;
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> CommonProblem.UNAVAILABLE;
            default -> status >= 500 ? CommonProblem.UNEXPECTED : CommonProblem.MALFORMED_REQUEST;
        };
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
