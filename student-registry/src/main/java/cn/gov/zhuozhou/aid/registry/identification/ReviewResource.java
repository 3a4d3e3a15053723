package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.registry.identification.IdentificationQueries.Filter;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Review of proposals by a second person, one by one or many at once. */
@Path("/api/v1/identifications")
@RunOnVirtualThread
class ReviewResource {
    record ReviewRequest(
            @NotNull ReviewStore.Verdict decision,
            @NotBlank @Size(max = 500) String opinion) {}

    /** School and result narrow the review; both may be left out. */
    record ReviewAllRequest(
            @NotBlank String semester,
            String school,
            Result result,
            @NotNull ReviewStore.Verdict decision,
            @NotBlank @Size(max = 500) String opinion) {}

    record ResubmissionRequest(@NotBlank @Size(max = 500) String reason) {}

    record Reviewed(UUID id, Result result, State state, boolean identified, long version) {}

    @Inject
    Reviews reviews;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("{id}/reviews")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReviewRequest request) {
        return answer(reviews.review(id, ifMatch, request.decision(), request.opinion(), currentActor.get()));
    }

    @POST
    @Path("reviews")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response reviewAll(@NotNull @Valid ReviewAllRequest request) {
        String result = request.result() == null ? null : request.result().name();
        Filter filter = new Filter(request.semester(), result, State.PROPOSED.name(), request.school());
        return Response.ok(reviews.reviewAll(filter, request.decision(), request.opinion(), currentActor.get()))
                .build();
    }

    @POST
    @Path("{id}/proposals")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response resubmit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ResubmissionRequest request) {
        return answer(reviews.resubmit(id, ifMatch, request.reason(), currentActor.get()));
    }

    private static Response answer(Identification now) {
        boolean identified = now.inForce().standing().identified();
        return Versions.seen(
                new Reviewed(now.id(), now.result(), now.state(), identified, now.version()), now.version());
    }
}
