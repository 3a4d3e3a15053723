package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What schools collected of pupils as fees: recorded by the school, seen by whoever answers for it. */
@Path("/api/v1/fee-receipts")
@RunOnVirtualThread
class FeeReceiptResource {
    private static final int MOST_AT_ONCE = 500;
    private static final long MOST_FEN = 100_000_000;

    record ReceiptRequest(
            @NotBlank String schoolCode,
            @NotNull UUID studentId,
            @NotNull Semester semester,
            @NotNull Fee fee,
            @NotNull @Pattern(regexp = NUMBER) String number,
            @NotNull @Positive @Max(MOST_FEN) Long amountFen,
            @NotNull LocalDate receivedOn) {
        FeeReceipts.Taken taken() {
            return new FeeReceipts.Taken(studentId, semester, fee, number, amountFen, receivedOn);
        }
    }

    /** One of a list, of the list's school and semester. */
    record ReceiptRow(
            @NotNull UUID studentId,
            @NotNull Fee fee,
            @NotNull @Pattern(regexp = NUMBER) String number,
            @NotNull @Positive @Max(MOST_FEN) Long amountFen,
            @NotNull LocalDate receivedOn) {
        FeeReceipts.Taken in(Semester semester) {
            return new FeeReceipts.Taken(studentId, semester, fee, number, amountFen, receivedOn);
        }
    }

    record ReceiptListRequest(
            @NotBlank String schoolCode,
            @NotNull Semester semester,
            @NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull @Valid ReceiptRow> receipts) {}

    record RefundRequest(
            @NotNull RefundKind kind,
            @NotNull @Positive Long amountFen,
            @NotNull LocalDate refundedOn,
            @NotBlank @Size(max = 500) String reason) {}

    record RecordedList(List<FeeReceipt> items) {}

    record RefundList(List<Refund> items) {}

    private static final String NUMBER = "[0-9A-Za-z-]{1,40}";

    @Inject
    FeeReceipts receipts;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response record(@NotNull @Valid ReceiptRequest asked) {
        FeeReceipt recorded = receipts.record(asked.schoolCode(), asked.taken(), currentActor.get());
        return Response.created(URI.create("/api/v1/fee-receipts/" + recorded.id()))
                .entity(recorded)
                .build();
    }

    /** All of a list or, where one of it is refused, none. */
    @POST
    @Path("lists")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response recordAll(@NotNull @Valid ReceiptListRequest asked) {
        List<FeeReceipt> recorded = receipts.record(
                asked.schoolCode(),
                asked.receipts().stream().map(row -> row.in(asked.semester())).toList(),
                currentActor.get());
        return Response.status(Response.Status.CREATED)
                .entity(new RecordedList(recorded))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<FeeReceipt> list(
            @QueryParam("semester") String semester,
            @QueryParam("school") String school,
            @QueryParam("student") UUID student,
            @BeanParam Paging paging) {
        return Page.of(
                receipts.list(
                        semester == null
                                ? null
                                : SemesterCode.required(semester).code(),
                        school,
                        student,
                        currentActor.jurisdiction(),
                        paging.afterId(),
                        paging.limit() + 1),
                paging.limit(),
                FeeReceipt::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public FeeReceipt show(@PathParam("id") UUID id) {
        return receipts.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("{id}/refunds")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public RefundList refunds(@PathParam("id") UUID id) {
        return new RefundList(receipts.refunds(show(id).id()));
    }

    @POST
    @Path("{id}/refunds")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response refund(@PathParam("id") UUID id, @NotNull @Valid RefundRequest asked) {
        FeeReceipt left = receipts.refund(
                id,
                asked.kind(),
                asked.amountFen(),
                asked.refundedOn(),
                FreeText.checked(asked.reason()),
                currentActor.get());
        return Response.status(Response.Status.CREATED).entity(left).build();
    }
}
