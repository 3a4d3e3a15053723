package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
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
import jakarta.validation.constraints.Pattern;
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
import java.net.URI;
import java.util.UUID;

/** Lists people take out. */
@Path("/api/v1/exports")
@RunOnVirtualThread
class ExportResource {
    record ExportRequest(
            @NotBlank String layout,
            @NotNull Export.Format format,
            @Pattern(regexp = FilingResource.SEMESTER) String semester,
            String school,
            String stage,
            @NotBlank @Size(min = 4, max = 200) String purpose) {}

    record DecisionRequest(
            boolean approved, @NotBlank @Size(max = 500) String opinion) {}

    @Inject
    Exports exports;

    @Inject
    ExportStore store;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public Page<Export> list(@QueryParam("state") ExportState state, @BeanParam Paging paging) {
        return store.list(state, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return tagged(export(id));
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response request(@NotNull @Valid ExportRequest request) {
        Export export = exports.request(
                request.layout(),
                request.format(),
                new Export.Wanted(request.semester(), request.school(), request.stage()),
                request.purpose(),
                currentActor.get());
        return Response.accepted(export)
                .location(URI.create("/api/v1/exports/" + export.id()))
                .tag(Versions.tag(export.version()))
                .build();
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
        return tagged(exports.decide(id, request.approved(), request.opinion(), ifMatch, currentActor.get()));
    }

    /** Has it written once more where writing it has failed. */
    @POST
    @Path("{id}/retries")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response retry(@PathParam("id") UUID id) {
        Export export = exports.retry(id, currentActor.get());
        return Response.accepted(export).tag(Versions.tag(export.version())).build();
    }

    /** Takes the file: an act, counted and told in the trail, so no safe method. */
    @POST
    @Path("{id}/downloads")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    public Response take(@PathParam("id") UUID id) {
        Export export = export(id);
        byte[] content = exports.take(export, currentActor.get());
        return Downloads.of(export.fileName(), export.format().mediaType(), content);
    }

    private Export export(UUID id) {
        return store.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private static Response tagged(Export export) {
        return Versions.seen(export, export.version());
    }
}
