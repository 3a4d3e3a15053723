package cn.gov.zhuozhou.aid.registry.feed;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Proposals to take batches back, and the second person's word on them. */
@Path("/api/v1/feeds/withdrawals")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class WithdrawalResource {
    record DecisionRequest(
            @NotNull Withdrawals.Verdict decision,
            @NotBlank @Size(max = 500) String opinion) {}

    @Inject
    Withdrawals withdrawals;

    @Inject
    CurrentActor currentActor;

    @GET
    public Page<Withdrawal> list(@QueryParam("state") String state, @BeanParam Paging paging) {
        currentActor.requireBureau();
        var found = withdrawals.list(state, paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Withdrawal::withdrawalId);
    }

    @GET
    @Path("{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public Response show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        Withdrawal found = withdrawals.find(id);
        return Versions.seen(found, found.version());
    }

    /** The second person's word; confirmed, a job undoes the batch. */
    @POST
    @Path("{id}/decisions")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        Withdrawal decided =
                withdrawals.decide(id, ifMatch, request.decision(), request.opinion(), currentActor.requireBureau());
        Response.ResponseBuilder answer = decided.jobId() == null
                ? Response.ok(decided)
                : Response.accepted(decided).location(URI.create("/api/v1/jobs/" + decided.jobId()));
        return answer.tag(Versions.tag(decided.version())).build();
    }
}
