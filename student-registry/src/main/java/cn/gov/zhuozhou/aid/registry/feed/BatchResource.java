package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What became of files and messages from outside. */
@Path("/api/v1/feeds/batches")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class BatchResource {
    record WithdrawalRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    Database database;

    @Inject
    FeedRows rows;

    @Inject
    Withdrawals withdrawals;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @GET
    public Page<BatchView> list(@QueryParam("source") String source, @BeanParam Paging paging) {
        currentActor.requireBureau();
        Map<String, Object> values = new HashMap<>();
        values.put("source", source);
        values.put("after", paging.afterId());
        values.put("most", paging.limit() + 1);
        var found = database.list(BatchView.SELECT + """
                 where (:source::text is null or b.source = :source) and (:after::uuid is null or b.id > :after)
                order by b.id limit :most""", values, BatchView::of);
        return Page.of(found, paging.limit(), BatchView::batchId);
    }

    @GET
    @Path("{id}")
    public BatchView show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return database.first(BatchView.SELECT + " where b.id = :id", Map.of("id", id), BatchView::of)
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("{id}/rows")
    public Page<FeedRows.Row> rows(
            @PathParam("id") UUID id,
            @QueryParam("outcome") String outcome,
            @QueryParam("match") String match,
            @BeanParam Paging paging) {
        show(id);
        var found = rows.list(id, outcome, match, (int) paging.afterNumber(), paging.limit() + 1).stream()
                .map(BatchResource::masked)
                .toList();
        return Page.of(found, paging.limit(), FeedRows.Row::number);
    }

    /** @param reveal the stated reason for showing full numbers; without it they are masked */
    @GET
    @Path("{id}/refused.xlsx")
    @Produces(FeedResource.XLSX)
    @RolesAllowed(Roles.CLERK)
    @Transactional
    public byte[] refused(@PathParam("id") UUID id, @HeaderParam("reveal-reason") String reveal) throws IOException {
        show(id);
        List<FeedRows.Row> refused = rows.list(id, "REFUSED", null, 0, Integer.MAX_VALUE);
        if (refused.stream().anyMatch(row -> row.cells() == null)) {
            throw new ProblemException(RegistryProblem.ERASED);
        }
        boolean full = reveal != null && !reveal.isBlank();
        trail.record(
                currentActor.get(),
                full ? "feed.refused-revealed" : "feed.refused-exported",
                "feed-batch",
                id.toString(),
                Masked.anywhere(reveal));
        var out = new ByteArrayOutputStream();
        RefusedWorkbook.write(out, rows.columns(id), refused, full);
        return out.toByteArray();
    }

    /** Proposes to take back a file, or a day's messages, that should never have come; another person has to confirm. */
    @POST
    @Path("{id}/withdrawals")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid WithdrawalRequest request) {
        Withdrawal proposed = withdrawals.propose(id, request.reason(), currentActor.requireBureau());
        return Versions.created("/api/v1/feeds/withdrawals/" + proposed.withdrawalId(), proposed, proposed.version());
    }

    private static FeedRows.Row masked(FeedRows.Row row) {
        List<String> cells = row.cells() == null
                ? null
                : row.cells().stream().map(Masked::anywhere).toList();
        return new FeedRows.Row(
                row.number(), row.sheet(), row.line(), row.outcome(), row.match(), row.change(), row.reasons(), cells);
    }
}
