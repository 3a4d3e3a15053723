package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Erasures: what would go, the second person's word, and the protocol of what went. */
@Path("/api/v1/retention/runs")
@RunOnVirtualThread
class RetentionRunResource {
    record RunRequest(@NotBlank @Size(max = 300) String reason) {}

    record DecisionRequest(
            boolean confirmed, @NotBlank @Size(max = 300) String opinion) {}

    record RunView(RetentionRuns.Run run, List<RetentionRuns.Item> items, List<RetentionRuns.Protocol> protocol) {}

    @Inject
    RetentionRuns runs;

    @Inject
    Erasures erasures;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response ask(@NotNull @Valid RunRequest request) {
        RetentionRuns.Asked asked = runs.ask(request.reason(), currentActor.requireBureau());
        return Response.accepted(asked)
                .location(URI.create("/api/v1/retention/runs/" + asked.runId()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<RetentionRuns.Run> list(@BeanParam Paging paging) {
        currentActor.requireBureau();
        return runs.list(paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Response show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        RetentionRuns.Run run = run(id);
        return Versions.seen(new RunView(run, runs.items(id), runs.protocol(id)), run.version());
    }

    /** Which records of a kind are due now; ids only. */
    @GET
    @Path("{id}/due/{kind}")
    @RolesAllowed({Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<UUID> due(@PathParam("id") UUID id, @PathParam("kind") RecordKind kind, @BeanParam Paging paging) {
        currentActor.requireBureau();
        RetentionRuns.Item item = runs.items(run(id).id()).stream()
                .filter(i -> i.kind() == kind)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return Page.of(
                erasures.due(kind, item.cutoff(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                Function.identity());
    }

    @POST
    @Path("{id}/decisions")
    @RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Transactional
    @Idempotent
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        RetentionRuns.Run run =
                runs.decide(id, request.confirmed(), request.opinion(), ifMatch, currentActor.requireBureau());
        return Versions.seen(run, run.version());
    }

    private RetentionRuns.Run run(UUID id) {
        return runs.find(id).orElseThrow(ProblemException::notFound);
    }
}
