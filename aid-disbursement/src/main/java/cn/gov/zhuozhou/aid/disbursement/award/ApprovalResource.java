package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Approval by the second person, one award or all proposed ones of a selection; and taking an approval back. */
@Path("/api/v1/awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ApprovalResource {
    /** Which proposed awards to approve; programme and school may be absent. */
    record BulkApprovalRequest(@NotNull Semester semester, String programme, String schoolCode) {}

    /** Why an approval is taken back. */
    record ReopeningRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    ApproveAwards approvals;

    @Inject
    ApprovalRuns runs;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("{id}/approval")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    @APIResponseSchema(AwardView.class)
    public Response approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(approvals.one(id, ifMatch, currentActor.get()));
    }

    /** All proposed ones of a selection, as a job; those beyond a quota and one's own proposals stay proposed. */
    @POST
    @Path("approvals")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ApprovalRuns.Run.class)))
    public Response approveAll(@NotNull @Valid BulkApprovalRequest asked) {
        ApprovalRuns.Run run = runs.ask(
                new ApproveAwards.Selection(asked.semester(), asked.programme(), asked.schoolCode()),
                currentActor.get());
        return Response.accepted(run)
                .location(URI.create("/api/v1/awards/approvals/" + run.id()))
                .build();
    }

    @GET
    @Path("approvals/{run}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public ApprovalRuns.Run run(@PathParam("run") UUID run) {
        return runs.find(run, currentActor.get()).orElseThrow(ProblemException::notFound);
    }

    @POST
    @Path("{id}/reopening")
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @APIResponseSchema(AwardView.class)
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReopeningRequest asked) {
        return seen(approvals.reopen(id, ifMatch, asked.reason(), currentActor.get()));
    }

    private static Response seen(Award award) {
        return Versions.seen(AwardView.of(award, List.of()), award.revision());
    }
}
