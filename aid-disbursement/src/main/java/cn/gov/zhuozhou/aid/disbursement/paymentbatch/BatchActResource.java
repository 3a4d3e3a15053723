package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Takes a batch along its edges; each act once per key, and only on what was seen. */
@Path("/api/v1/payment-batches/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Transactional
@RunOnVirtualThread
class BatchActResource {
    /** Whose approval: the central school's, or one of those the amount asks for. */
    record ApprovalRequest(@NotNull Part part) {
        enum Part {
            CENTER_SCHOOL,
            COUNTY,
            FINANCE,
            LEADERSHIP
        }
    }

    /** Why a batch is refused or ended. */
    record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    BatchActs acts;

    @Inject
    FreezeBatch freezing;

    @Inject
    CurrentActor currentActor;

    /** The principal signs. */
    @POST
    @Path("submissions")
    @RolesAllowed(Roles.CLERK)
    @APIResponseSchema(Batch.class)
    public Response submit(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(acts.submit(id, ifMatch, currentActor.get()));
    }

    /** The school's notice has passed. */
    @POST
    @Path("notice-confirmations")
    @RolesAllowed(Roles.REVIEWER)
    @APIResponseSchema(Batch.class)
    public Response confirmNotice(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(acts.confirmNotice(id, ifMatch, currentActor.get()));
    }

    @POST
    @Path("approvals")
    @RolesAllowed(Roles.REVIEWER)
    @APIResponseSchema(Batch.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ApprovalRequest asked) {
        if (asked.part() == ApprovalRequest.Part.CENTER_SCHOOL) {
            return seen(acts.approveAsCenterSchool(id, ifMatch, currentActor.get()));
        }
        return seen(acts.approve(id, Approval.valueOf(asked.part().name()), ifMatch, currentActor.get()));
    }

    @POST
    @Path("rejections")
    @RolesAllowed(Roles.REVIEWER)
    @APIResponseSchema(Batch.class)
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest asked) {
        return seen(acts.reject(id, ifMatch, asked.reason(), currentActor.get()));
    }

    @POST
    @Path("cancellations")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @APIResponseSchema(Batch.class)
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest asked) {
        return seen(acts.cancel(id, ifMatch, asked.reason(), currentActor.get()));
    }

    /** Lines that do not pass the checks leave the batch with their reasons; the rest is frozen and funded. */
    @POST
    @Path("freeze")
    @RolesAllowed(Roles.REVIEWER)
    @APIResponseSchema(Batch.class)
    public Response freeze(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(freezing.freeze(id, ifMatch, currentActor.get()));
    }

    /** Voids a frozen batch; the answer is its new version, a draft. */
    @POST
    @Path("replacements")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @APIResponseSchema(Batch.class)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest asked) {
        return seen(acts.replace(id, ifMatch, asked.reason(), currentActor.get()));
    }

    @POST
    @Path("reconciliation")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @APIResponseSchema(Batch.class)
    public Response reconcile(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(acts.reconcile(id, ifMatch, currentActor.get()));
    }

    @POST
    @Path("closure")
    @RolesAllowed(Roles.REVIEWER)
    @APIResponseSchema(Batch.class)
    public Response close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(acts.close(id, ifMatch, currentActor.get()));
    }

    private static Response seen(Batch batch) {
        return Versions.seen(batch, batch.revision());
    }
}
