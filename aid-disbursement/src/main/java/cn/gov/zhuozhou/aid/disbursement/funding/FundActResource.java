package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.DecisionRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What the resources of all kinds of acts about funds have in common. All of it is for the bureau. */
@RunOnVirtualThread
abstract class FundActResource {
    private final FundAct.Kind kind;
    private final String path;

    @Inject
    FundActs acts;

    @Inject
    CurrentActor currentActor;

    FundActResource(FundAct.Kind kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @SecurityRequirement(
            name = "token",
            scopes = {Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<FundAct> list(
            @QueryParam("year") Integer year, @QueryParam("state") FundAct.State state, @BeanParam Paging paging) {
        currentActor.requireBureau();
        return acts.list(kind, year, state, paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @SecurityRequirement(
            name = "token",
            scopes = {Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return seen(acts.find(kind, id).orElseThrow(ProblemException::notFound));
    }

    @POST
    @Path("{id}/decision")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    @SecurityRequirement(name = "token", scopes = Roles.REVIEWER)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest asked) {
        return seen(acts.decide(kind, id, ifMatch, asked.confirmed(), asked.reason(), currentActor.requireBureau()));
    }

    /** Takes back what was confirmed by mistake, by the opposite posting. */
    @POST
    @Path("{id}/reversal")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    @SecurityRequirement(name = "token", scopes = Roles.REVIEWER)
    public Response reverse(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReversalRequest asked) {
        return seen(acts.reverse(kind, id, ifMatch, asked.reason(), currentActor.requireBureau()));
    }

    Response entered(FundActs.Entered entered) {
        FundAct act = acts.enter(entered, currentActor.requireBureau());
        return Versions.created(path + "/" + act.id(), act, act.revision());
    }

    private static Response seen(FundAct act) {
        return Versions.seen(act, act.revision());
    }
}
