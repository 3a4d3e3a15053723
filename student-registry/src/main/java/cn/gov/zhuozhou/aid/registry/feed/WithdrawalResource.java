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

/** Takes back a file, or a day's messages, that should never have come; never by one person alone. */
@Path("/api/v1/feeds")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class WithdrawalResource {
    record WithdrawalRequest(@NotBlank @Size(max = 500) String reason) {}

    record DecisionRequest(
            @NotNull Withdrawals.Verdict decision,
            @NotBlank @Size(max = 500) String opinion) {}

    @Inject
    Withdrawals withdrawals;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("batches/{id}/withdrawals")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public Response propose(@PathParam("id") UUID batch, @NotNull @Valid WithdrawalRequest request) {
        Withdrawal proposed = withdrawals.propose(batch, request.reason(), currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/feeds/withdrawals/" + proposed.withdrawalId()))
                .entity(proposed)
                .tag(Versions.tag(proposed.version()))
                .build();
    }

    @GET
    @Path("withdrawals")
    public Page<Withdrawal> list(@QueryParam("state") String state, @BeanParam Paging paging) {
        currentActor.requireBureau();
        var found = withdrawals.list(state, paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Withdrawal::withdrawalId);
    }

    @GET
    @Path("withdrawals/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public Response show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        Withdrawal found = withdrawals.find(id);
        return Response.ok(found).tag(Versions.tag(found.version())).build();
    }

    /** The second person's word; confirmed, a job undoes the batch. */
    @POST
    @Path("withdrawals/{id}/decisions")
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
