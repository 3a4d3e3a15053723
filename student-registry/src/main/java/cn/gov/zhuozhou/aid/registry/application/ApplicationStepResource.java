package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;

/** The steps of one application; those of the review group come with its minutes. */
@Path("/api/v1/applications/{id}")
@RunOnVirtualThread
class ApplicationStepResource {
    record ProposalRequest(
            @NotNull Assessment assessment,
            @NotBlank @Size(max = 500) String grounds) {}

    record VerificationRequest(
            @NotEmpty Set<@NotNull Category> groups,
            @NotBlank @Size(max = 500) String note) {}

    /** What the principal says to what was prepared. */
    enum Decision {
        CONFIRMED,
        RETURNED
    }

    record DecisionRequest(
            @NotNull Decision decision,
            @NotBlank @Size(max = 500) String opinion) {}

    record WithdrawalRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    Applications applications;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("class-proposals")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response propose(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ProposalRequest request) {
        return answer(applications.propose(id, ifMatch, request.assessment(), request.grounds(), currentActor.get()));
    }

    @POST
    @Path("verifications")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response verify(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid VerificationRequest request) {
        return answer(applications.verify(id, ifMatch, request.groups(), request.note(), currentActor.get()));
    }

    @POST
    @Path("decisions")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(
                switch (request.decision()) {
                    case CONFIRMED -> applications.confirm(id, ifMatch, request.opinion(), currentActor.get());
                    case RETURNED -> applications.sendBack(id, ifMatch, request.opinion(), currentActor.get());
                });
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawalRequest request) {
        return answer(applications.withdraw(id, ifMatch, request.reason(), currentActor.get()));
    }

    private static Response answer(Application now) {
        return Versions.seen(now, now.version());
    }
}
