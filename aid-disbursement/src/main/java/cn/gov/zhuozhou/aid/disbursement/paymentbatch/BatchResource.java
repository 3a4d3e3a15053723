package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Payment batches: made of what approved awards still have to pay, and read. */
@Path("/api/v1/payment-batches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class BatchResource {
    /** What a batch is to pay; school, town and stage may be absent. A reissue pays what came back to corrected accounts. */
    record BatchRequest(
            Batch.Kind kind,
            @NotBlank String programme,
            @NotNull Semester semester,
            String schoolCode,
            String town,
            String stage) {
        Batch.Selection selection() {
            return new Batch.Selection(
                    kind == null ? Batch.Kind.REGULAR : kind, programme, semester.code(), schoolCode, town, stage);
        }
    }

    /** A batch with its sums by state and its steps. */
    record BatchView(Batch batch, List<BatchLines.Sum> lines, List<BatchStore.Step> steps) {}

    @Inject
    BatchActs acts;

    @Inject
    BatchStore batches;

    @Inject
    BatchLines lines;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = BatchView.class)))
    public Response create(@NotNull @Valid BatchRequest asked) {
        Batch batch = acts.create(asked.selection(), currentActor.get());
        return Versions.created("/api/v1/payment-batches/" + batch.id(), view(batch), batch.revision());
    }

    @GET
    public Page<Batch> list(
            @QueryParam("semester") String semester,
            @QueryParam("programme") String programme,
            @QueryParam("state") BatchState state,
            @BeanParam Paging paging) {
        String code = semester == null ? null : SemesterCode.required(semester).code();
        return Page.of(
                batches.list(code, programme, state, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                Batch::id);
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(BatchView.class)
    public Response one(@PathParam("id") UUID id) {
        Batch batch = find(id);
        return Versions.seen(view(batch), batch.revision());
    }

    @GET
    @Path("{id}/lines")
    public Page<BatchLines.Line> lines(
            @PathParam("id") UUID id, @QueryParam("state") LineState state, @BeanParam Paging paging) {
        find(id);
        return Page.of(
                lines.list(id, state, paging.afterId(), paging.limit() + 1), paging.limit(), BatchLines.Line::id);
    }

    /** Awards that are not paid by it, each with the reasons. */
    @GET
    @Path("{id}/left-out")
    public Page<BatchLines.LeftOut> leftOut(@PathParam("id") UUID id, @BeanParam Paging paging) {
        find(id);
        return Page.of(lines.leftOut(id, paging.afterId(), paging.limit() + 1), paging.limit(), BatchLines.LeftOut::id);
    }

    private Batch find(UUID id) {
        return batches.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private BatchView view(Batch batch) {
        return new BatchView(batch, lines.sums(batch.id()), batches.steps(batch.id()));
    }
}
