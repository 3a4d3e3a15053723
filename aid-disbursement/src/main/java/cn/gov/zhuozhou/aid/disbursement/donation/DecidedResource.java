package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.DecisionRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What donations, pairings and allocations have in common: the bureau's one person enters them and another decides. */
@RunOnVirtualThread
abstract class DecidedResource<T extends DecidedResource.Entry> {
    /** One of them. */
    interface Entry {
        UUID id();

        long revision();
    }

    private final String path;

    @Inject
    CurrentActor currentActor;

    DecidedResource(String path) {
        this.path = path;
    }

    /** Within the present caller's jurisdiction. */
    abstract Optional<T> find(UUID id);

    abstract T decided(UUID id, String ifMatch, DecisionRequest asked, Actor by);

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @SecurityRequirement(
            name = "token",
            scopes = {Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return seen(find(id).orElseThrow(ProblemException::notFound));
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
        return seen(decided(id, ifMatch, asked, currentActor.requireBureau()));
    }

    Response entered(T one) {
        return Versions.created(path + "/" + one.id(), one, one.revision());
    }

    Response seen(T one) {
        return Versions.seen(one, one.revision());
    }
}
