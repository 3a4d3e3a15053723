package cn.gov.zhuozhou.aid.registry.revocation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;

/** False statements: found by one person, decided by another. */
@Path("/api/v1/revocations")
@RunOnVirtualThread
class RevocationResource {
    record FindingRequest(
            @NotNull UUID studentId,
            @NotNull Semester fromSemester,
            @NotNull Semester toSemester,
            @NotNull Revocation.Reason reason,
            @NotBlank @Size(max = 2000) String finding) {}

    enum Decision {
        CONFIRMED(Revocation.State.CONFIRMED),
        DISMISSED(Revocation.State.DISMISSED);

        private final Revocation.State state;

        Decision(Revocation.State state) {
            this.state = state;
        }
    }

    record DecisionRequest(
            @NotNull Decision decision,
            @NotBlank @Size(max = 500) String opinion) {}

    record RevocationView(Revocation revocation, String finding) {}

    @Inject
    Revocations revocations;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response report(@NotNull @Valid FindingRequest request) {
        Revocation found = revocations.report(
                request.studentId(),
                request.fromSemester(),
                request.toSemester(),
                request.reason(),
                request.finding(),
                currentActor.get());
        return Versions.created("/api/v1/revocations/" + found.id(), found, found.version());
    }

    @POST
    @Path("{id}/decisions")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        Revocation decided =
                revocations.decide(id, ifMatch, request.decision().state, request.opinion(), currentActor.get());
        return Versions.seen(decided, decided.version());
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Revocation> list(
            @QueryParam("state") String state, @QueryParam("school") String school, @BeanParam Paging paging) {
        return revocations.list(state, school, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    public Response show(@PathParam("id") UUID id) {
        Actor actor = currentActor.get();
        Revocation found = revocations.find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return Versions.seen(new RevocationView(found, revocations.finding(id, actor)), found.version());
    }
}
