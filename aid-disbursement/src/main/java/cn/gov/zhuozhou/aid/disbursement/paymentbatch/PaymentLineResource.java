package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Payments that have not arrived, and what becomes of those that cannot be paid. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PaymentLineResource {
    /** Why a returned payment goes back to its sources. */
    record WriteBackRequest(@NotBlank @Size(max = 500) String reason) {}

    /** The other person's word. */
    record DecisionRequest(@NotNull Boolean approved) {}

    @Inject
    UnpaidLines unpaid;

    @Inject
    WriteBacks writeBacks;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("payment-lines/unpaid")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<UnpaidLines.Unpaid> unpaid(@QueryParam("semester") String semester, @BeanParam Paging paging) {
        String code = semester == null ? null : SemesterCode.required(semester).code();
        return Page.of(
                unpaid.list(code, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                UnpaidLines.Unpaid::lineId);
    }

    @POST
    @Path("payment-lines/{id}/write-backs")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = WriteBacks.WriteBack.class)))
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid WriteBackRequest asked) {
        WriteBacks.WriteBack proposed = writeBacks.propose(id, asked.reason(), currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/write-backs/" + proposed.id()))
                .entity(proposed)
                .build();
    }

    @POST
    @Path("write-backs/{id}/decision")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    @APIResponseSchema(WriteBacks.WriteBack.class)
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid DecisionRequest asked) {
        return Response.ok(writeBacks.decide(id, asked.approved(), currentActor.requireBureau()))
                .build();
    }
}
