package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import java.util.List;
import java.util.UUID;

/** Overpayments, and how each ends: repaid, set against a later payment, or written off by two people. */
@Path("/api/v1/recovery-items")
@RunOnVirtualThread
class RecoveryItemResource {
    record ItemDetails(RecoveryItem item, List<RecoveryItem.Step> steps) {}

    /** @param receipt its number */
    record RepaymentRequest(
            @NotNull @Positive Long amountFen,
            @NotBlank @Size(max = 100) String receipt) {}

    record OffsetRequest(
            @NotNull @Positive Long amountFen, @NotNull UUID awardId) {}

    record WriteOffRequest(@NotBlank @Size(max = 500) String reason) {}

    record WriteOffDecisionRequest(
            @NotNull Boolean granted,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    RecoveryItems items;

    @Inject
    SettleItems settle;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<RecoveryItem> list(
            @QueryParam("semester") String semester,
            @QueryParam("school") String school,
            @QueryParam("student") UUID student,
            @QueryParam("state") ItemState state,
            @BeanParam Paging paging) {
        String code = semester == null ? null : SemesterCode.required(semester).code();
        var filter = new RecoveryItems.Filter(code, school, student, state);
        return Page.of(
                items.list(filter, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                RecoveryItem::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return seen(items.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound));
    }

    @POST
    @Path("{id}/repayments")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response repaid(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RepaymentRequest asked) {
        return seen(settle.repaid(id, ifMatch, asked.amountFen(), asked.receipt(), currentActor.requireBureau()));
    }

    @POST
    @Path("{id}/offsets")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    public Response offset(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OffsetRequest asked) {
        return seen(settle.offset(id, ifMatch, asked.awardId(), asked.amountFen(), currentActor.requireBureau()));
    }

    @POST
    @Path("{id}/write-off")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response askWriteOff(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WriteOffRequest asked) {
        return seen(settle.askWriteOff(id, ifMatch, asked.reason(), currentActor.requireBureau()));
    }

    @POST
    @Path("{id}/write-off/decision")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    public Response decideWriteOff(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WriteOffDecisionRequest asked) {
        return seen(settle.decideWriteOff(id, ifMatch, asked.granted(), asked.reason(), currentActor.requireBureau()));
    }

    private Response seen(RecoveryItem item) {
        return Versions.seen(new ItemDetails(item, items.steps(item.id())), item.revision());
    }
}
