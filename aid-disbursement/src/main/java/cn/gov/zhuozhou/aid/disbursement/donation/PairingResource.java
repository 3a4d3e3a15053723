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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** Donors and the pupils they help for a time (结对帮扶). */
@Path(PairingResource.PATH)
@RunOnVirtualThread
class PairingResource extends DecidedResource<Pairings.Pairing> {
    static final String PATH = "/api/v1/pairings";

    /** @param amountFen per semester */
    record PairingRequest(
            @NotNull UUID donorId,
            @NotNull UUID studentId,
            @NotNull Semester fromSemester,
            Semester toSemester,
            @NotNull @Positive Long amountFen) {}

    record EndRequest(@NotNull Pairings.EndReason reason) {}

    @Inject
    Pairings pairings;

    PairingResource() {
        super(PATH);
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response propose(@NotNull @Valid PairingRequest asked) {
        return entered(pairings.propose(
                asked.donorId(),
                asked.studentId(),
                asked.fromSemester(),
                asked.toSemester(),
                asked.amountFen(),
                currentActor.requireBureau()));
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Pairings.Pairing> list(
            @QueryParam("donor") UUID donor,
            @QueryParam("student") UUID student,
            @QueryParam("state") PairingTransitions.State state,
            @BeanParam Paging paging) {
        return Page.of(
                pairings.list(donor, student, state, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                Pairings.Pairing::id);
    }

    @POST
    @Path("{id}/end")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndRequest asked) {
        return seen(pairings.end(id, ifMatch, asked.reason(), currentActor.requireBureau()));
    }

    @Override
    Optional<Pairings.Pairing> find(UUID id) {
        return pairings.find(id, currentActor.jurisdiction());
    }

    @Override
    Pairings.Pairing decided(UUID id, String ifMatch, DecisionRequest asked, Actor by) {
        return pairings.decide(id, ifMatch, asked.confirmed(), asked.reason(), by);
    }
}
