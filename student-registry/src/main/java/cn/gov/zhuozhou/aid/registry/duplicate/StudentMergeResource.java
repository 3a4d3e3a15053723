package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Two records of one person: suggested, asked for, confirmed by another person, and undone in the same way. */
@Path("/api/v1/student-merges")
@RunOnVirtualThread
class StudentMergeResource {
    /** The survivor keeps his identifier, his rulings and his awards. */
    record MergeRequest(
            @NotNull UUID survivorId,
            @NotNull UUID absorbedId,
            @NotBlank @Size(max = 500) String reason) {}

    record DecisionRequest(
            @NotNull StudentMerges.Decision decision,
            @NotBlank @Size(max = 500) String opinion) {}

    record UndoRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    StudentMerges merges;

    @Inject
    Candidates candidates;

    @Inject
    CurrentActor actor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<MergeView> list(@QueryParam("state") MergeState state, @BeanParam Paging paging) {
        var found = merges.list(state, actor.get(), paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), MergeView::mergeId);
    }

    /** Work list: records that may be of one person. */
    @GET
    @Path("candidates")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public Page<Candidates.Pair> candidates(@BeanParam Paging paging) {
        var found = candidates.list(actor.jurisdiction(), paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Candidates.Pair::cursor);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Response show(@PathParam("id") UUID id) {
        return answer(merges.find(id, actor.get()));
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response propose(@NotNull @Valid MergeRequest request) {
        MergeView asked = merges.propose(request.survivorId(), request.absorbedId(), request.reason(), actor.get());
        return Versions.created("/api/v1/student-merges/" + asked.mergeId(), asked, asked.version());
    }

    /** The second person's word on a merge, or on undoing it. */
    @POST
    @Path("{id}/decisions")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(merges.decide(id, ifMatch, request.decision(), request.opinion(), actor.get()));
    }

    @POST
    @Path("{id}/undoing")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response askToUndo(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid UndoRequest request) {
        return answer(merges.askToUndo(id, ifMatch, request.reason(), actor.get()));
    }

    private static Response answer(MergeView merge) {
        return Versions.seen(merge, merge.version());
    }
}
