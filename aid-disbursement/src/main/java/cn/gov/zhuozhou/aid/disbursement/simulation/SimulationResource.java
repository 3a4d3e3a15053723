package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What a policy set, or rulings that are not made, would cost and whom they would touch. For the bureau. */
@Path("/api/v1/simulations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
class SimulationResource {
    private static final String LINES = "application/x-ndjson";

    @Inject
    Simulations simulations;

    @Inject
    SimulationStore store;

    @Inject
    CurrentActor currentActor;

    /** No parameter: a repeated request may come with a token renewed. */
    @Inject
    HttpHeaders headers;

    /** The list may come with the question: the registry's document as it is ({@code pupils}), or one pupil a line. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, LINES})
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Transactional
    @Idempotent
    @APIResponseSchema(value = SimulationStore.Report.class, responseCode = "202")
    public Response ask(
            @QueryParam("semester") String semester,
            @QueryParam("decidedFor") String decidedFor,
            @QueryParam("policyVersion") String policyVersion,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = Asked.class)),
                                @Content(mediaType = LINES, schema = @Schema(implementation = Situation.class))
                            })
                    File body)
            throws IOException {
        Actor actor = currentActor.requireBureau();
        Asked parameters = new Asked(
                semester == null ? null : SemesterCode.required(semester),
                decidedFor == null ? null : SemesterCode.required(decidedFor),
                policyVersion,
                null,
                null);
        SimulationStore.Report asked = simulations.ask(
                parameters,
                Optional.ofNullable(body).map(File::toPath),
                headers.getHeaderString(HttpHeaders.AUTHORIZATION),
                actor);
        return Response.accepted(asked)
                .location(URI.create("/api/v1/simulations/" + asked.id()))
                .build();
    }

    @GET
    @Path("{id}")
    public SimulationStore.Report show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return store.find(id).orElseThrow(ProblemException::notFound);
    }

    /** Who would gain or lose, by pupil and programme. */
    @GET
    @Path("{id}/changes")
    public Page<SimulationStore.ChangeView> changes(
            @PathParam("id") UUID id,
            @QueryParam("change") Comparison.Kind change,
            @QueryParam("school") String school,
            @BeanParam Paging paging) {
        show(id);
        return Page.of(
                store.changes(id, change, school, SimulationStore.Cursor.parse(paging.after()), paging.limit() + 1),
                paging.limit(),
                SimulationStore.ChangeView::cursor);
    }
}
