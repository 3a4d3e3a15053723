package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body whose declared length is beyond the limit before a byte of it is read. */
@ApplicationScoped
class UploadLimit {
    private static final int BEFORE_THE_FRAMEWORKS_OWN = 100;

    @ConfigProperty(name = "aid.feed.max-bytes")
    MemorySize most;

    @Inject
    ObjectMapper json;

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORKS_OWN);
    }

    private void check(RoutingContext call) {
        if (declared(call) <= most.asLongValue()) {
            call.next();
            return;
        }
        call.response()
                .setStatusCode(CommonProblem.TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(body())
                .onComplete(sent -> call.request().connection().close());
    }

    private String body() {
        long megabytes = most.asLongValue() >> 20;
        var problem = new Problem(
                CommonProblem.TOO_LARGE.type(),
                CommonProblem.TOO_LARGE.title().zh(),
                CommonProblem.TOO_LARGE.status(),
                "文件不得超过 %d MB。 At most %d MB are accepted.".formatted(megabytes, megabytes),
                "urn:uuid:" + cn.gov.zhuozhou.aid.chassis.Ids.next(),
                List.of());
        return json.valueToTree(problem).toString();
    }

    private static long declared(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
