package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** June's publicity about aid for freshmen at the schools that have graduates (S142). */
@Path("/api/v1/university-publicity")
@RunOnVirtualThread
class PublicityResource {
    record DoneRequest(
            @NotBlank @Size(max = 30) String schoolCode,
            @NotNull LocalDate doneOn,
            @NotBlank @Size(max = 100) String doneBy,
            @NotBlank @Size(max = 500) String what) {}

    @Inject
    Publicity publicity;

    @Inject
    Proofs proofs;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<Publicity.SchoolYear> list(@QueryParam("year") @NotNull Integer year) {
        return publicity.list(year, currentActor.jurisdiction());
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response done(@NotNull @Valid DoneRequest request) {
        UUID id = publicity.done(request, currentActor.get());
        return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/evidence")
    @Consumes({"image/jpeg", "image/png", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response prove(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @NotEmpty byte[] content) {
        Actor actor = currentActor.get();
        publicity.require(id, actor);
        return Response.status(Response.Status.CREATED)
                .entity(proofs.keep(Publicity.SUBJECT, id, "PUBLICITY", disposition, content, actor))
                .build();
    }

    @GET
    @Path("{id}/evidence/{file}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @Transactional
    public Response evidence(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        Actor actor = currentActor.get();
        publicity.require(id, actor);
        return proofs.download(Publicity.SUBJECT, id, file, actor);
    }
}
