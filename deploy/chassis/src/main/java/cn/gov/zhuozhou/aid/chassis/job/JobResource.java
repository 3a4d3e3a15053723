package cn.gov.zhuozhou.aid.chassis.job;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;

/** Long work as callers see it: where it stands, its progress as server-sent events, and stopping it. */
@Path("/api/v1/jobs/{id}")
@RunOnVirtualThread
public class JobResource {
    private static final long LOOK_EVERY_MS = 500;

    @Inject
    Jobs jobs;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @GET
    @RolesAllowed({
        Roles.VIEWER,
        Roles.CLERK,
        Roles.REVIEWER,
        Roles.PAYER,
        Roles.INSPECTOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    public JobView show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return find(id);
    }

    @POST
    @Path("cancellation")
    @RolesAllowed({Roles.CLERK, Roles.ADMINISTRATOR})
    @Transactional
    @Idempotent
    public JobView cancel(@PathParam("id") UUID id) {
        var actor = currentActor.requireBureau();
        find(id);
        if (!jobs.cancel(id)) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        trail.record(actor, "job.cancelled", "job", id.toString(), null);
        return find(id);
    }

    @GET
    @Path("progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({
        Roles.VIEWER,
        Roles.CLERK,
        Roles.REVIEWER,
        Roles.PAYER,
        Roles.INSPECTOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    public void progress(@PathParam("id") UUID id, @Context SseEventSink sink, @Context Sse sse)
            throws InterruptedException {
        currentActor.requireBureau();
        // an open stream cannot say any more that there is none
        find(id);
        try (sink) {
            JobView last = null;
            while (!sink.isClosed() && (last == null || !last.finished())) {
                JobView now = find(id);
                if (!now.equals(last)) {
                    sink.send(sse.newEventBuilder()
                                    .name("progress")
                                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                    .data(now)
                                    .build())
                            .toCompletableFuture()
                            .join();
                    last = now;
                }
                if (!now.finished()) {
                    Thread.sleep(LOOK_EVERY_MS);
                }
            }
        }
    }

    private JobView find(UUID id) {
        return jobs.find(id).orElseThrow(ProblemException::notFound);
    }
}
