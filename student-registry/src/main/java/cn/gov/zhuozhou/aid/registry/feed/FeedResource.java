package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where files from outside are handed in. What cannot be right is refused at once and nothing of it is stored. */
@Path("/api/v1/feeds")
@RunOnVirtualThread
class FeedResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record AcceptedView(UUID batchId, UUID jobId, String source) {}

    @Inject
    FeedChecks checks;

    @Inject
    Batches batches;

    @Inject
    FeedFiles files;

    @Inject
    Jobs jobs;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @POST
    @jakarta.ws.rs.Path("{source}/batches")
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv", XLSX})
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response handIn(
            @PathParam("source") String sourceCode,
            @QueryParam("asOf") String asOf,
            @QueryParam("semester") String semester,
            File body)
            throws IOException {
        var actor = currentActor.requireBureau();
        Feed source = source(sourceCode);
        var batch = new Batch(
                Ids.next(), source, checks.asOf(asOf), source == Feed.IDENTIFIED ? checks.semester(semester) : null);
        batches.requireNewest(source, batch.asOf(), batch.semester());
        List<String> columns = checks.columns(source, body.toPath());
        UUID job = jobs.submit(FeedJob.KIND, batch.id().toString(), actor);
        batches.insert(batch, body.length(), columns, job, actor);
        files.keep(FeedFiles.Owner.BATCH, batch.id(), body.toPath());
        trail.record(
                actor, "feed.handed-in", "feed-batch", batch.id().toString(), null, Map.of("source", source.code()));
        return Response.accepted(new AcceptedView(batch.id(), job, source.code()))
                .location(URI.create("/api/v1/feeds/batches/" + batch.id()))
                .build();
    }

    static Feed source(String code) {
        if ("staff".equals(code)) {
            throw new ProblemException(
                    RegistryProblem.FEED_TAKEN_ELSEWHERE,
                    Text.of(
                            "教职工名册请提交到责任管理服务 (accountability)。",
                            "Hand the staff list in at the accountability service."));
        }
        return Feed.of(code)
                .filter(Feed::comesAsFile)
                .orElseThrow(() -> new ProblemException(RegistryProblem.UNKNOWN_FEED, known()));
    }

    private static Text known() {
        String codes = Stream.of(Feed.values())
                .filter(Feed::comesAsFile)
                .map(Feed::code)
                .collect(Collectors.joining(", "));
        return Text.of("可用的来源：%s。", "Known feeds: %s.").formatted(codes);
    }
}
