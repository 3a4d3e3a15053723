package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.disbursement.DecisionRequest;
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
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What of a donation is meant for which pupil: proposed, approved by another person, paid. */
@Path(AllocationResource.PATH)
@RunOnVirtualThread
class AllocationResource extends DecidedResource<Allocations.Allocation> {
    static final String PATH = "/api/v1/donation-allocations";

    /** @param pairingId null where it reaches a pupil outside a pairing */
    record AllocationRequest(
            @NotNull UUID donationId,
            UUID pairingId,
            @NotNull UUID studentId,
            @NotNull Semester semester,
            @NotNull @Positive Long amountFen) {}

    /** @param evidence receipt or bank record */
    record PaymentRequest(
            @NotNull LocalDate paidOn,
            @NotBlank @Size(max = 200) String evidence) {}

    record WithdrawalRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    Allocations allocations;

    AllocationResource() {
        super(PATH);
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response propose(@NotNull @Valid AllocationRequest asked) {
        return entered(allocations.propose(
                asked.donationId(),
                asked.pairingId(),
                asked.studentId(),
                asked.semester(),
                asked.amountFen(),
                currentActor.requireBureau()));
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Allocations.Allocation> list(
            @QueryParam("donation") UUID donation,
            @QueryParam("semester") String semester,
            @QueryParam("state") Allocations.State state,
            @BeanParam Paging paging) {
        return Page.of(
                allocations.list(
                        donation, semester, state, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                Allocations.Allocation::id);
    }

    @POST
    @Path("{id}/payment")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response pay(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid PaymentRequest asked) {
        return seen(allocations.paid(id, ifMatch, asked.paidOn(), asked.evidence(), currentActor.requireBureau()));
    }

    @POST
    @Path("{id}/withdrawal")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawalRequest asked) {
        return seen(allocations.withdraw(id, ifMatch, asked.reason(), currentActor.requireBureau()));
    }

    @Override
    Optional<Allocations.Allocation> find(UUID id) {
        return allocations.find(id, currentActor.jurisdiction());
    }

    @Override
    Allocations.Allocation decided(UUID id, String ifMatch, DecisionRequest asked, Actor by) {
        return allocations.decide(id, ifMatch, asked.confirmed(), asked.reason(), by);
    }
}
