package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
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
import java.net.URI;
import java.util.UUID;

/** Donors and the pupils they help for a time (结对帮扶). */
@Path("/api/v1/pairings")
@RunOnVirtualThread
class PairingResource {
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

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response propose(@NotNull @Valid PairingRequest asked) {
        var proposed = pairings.propose(
                asked.donorId(),
                asked.studentId(),
                asked.fromSemester(),
                asked.toSemester(),
                asked.amountFen(),
                currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/pairings/" + proposed.id()))
                .entity(proposed)
                .tag(Versions.tag(proposed.revision()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Pairings.Pairing> list(
            @QueryParam("donor") UUID donor,
            @QueryParam("student") UUID student,
            @QueryParam("state") Pairings.State state,
            @BeanParam Paging paging) {
        return Page.of(
                pairings.list(donor, student, state, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                Pairings.Pairing::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return seen(pairings.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound));
    }

    @POST
    @Path("{id}/decision")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest asked) {
        return seen(pairings.decide(id, ifMatch, asked.confirmed(), asked.reason(), currentActor.requireBureau()));
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

    private static Response seen(Pairings.Pairing pairing) {
        return Response.ok(pairing).tag(Versions.tag(pairing.revision())).build();
    }
}
