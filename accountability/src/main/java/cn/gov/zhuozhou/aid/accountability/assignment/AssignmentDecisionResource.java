package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What people decide about assignments. */
@Path("/api/v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AssignmentDecisionResource {
    /** All proposals of one school, or of the caller's whole jurisdiction. */
    record ConfirmationsRequest(@Size(max = 20) String schoolCode) {}

    record Confirmations(int confirmed) {}

    record PersonRequest(
            @NotNull UUID personId,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    DecideAssignments decide;

    @Inject
    Assignments assignments;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("{id}/confirmation")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    @APIResponseSchema(AssignmentView.class)
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        decide.confirm(id, ifMatch, currentActor.get());
        return answer(id);
    }

    @POST
    @Path("confirmations")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Confirmations confirmAll(@Valid ConfirmationsRequest request) {
        var actor = currentActor.get();
        String school = request == null ? null : request.schoolCode();
        if (school != null && !actor.jurisdiction().coversSchool(school, assignments.townOf(school))) {
            throw ProblemException.notFound();
        }
        return new Confirmations(decide.confirmAll(school, actor));
    }

    @PUT
    @Path("{id}/person")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @APIResponseSchema(AssignmentView.class)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid PersonRequest request) {
        return answer(decide.replace(id, ifMatch, request.personId(), request.reason(), currentActor.get()));
    }

    private Response answer(UUID id) {
        AssignmentView view = assignments.view(currentActor.jurisdiction(), id).orElseThrow(ProblemException::notFound);
        return Response.ok(view)
                .tag(Versions.tag(view.version()))
                .location(URI.create("/api/v1/assignments/" + id))
                .build();
    }
}
