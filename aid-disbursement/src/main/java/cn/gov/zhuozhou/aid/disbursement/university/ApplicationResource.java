package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What grants and loans have in common: how they are listed, shown and proven. */
@RunOnVirtualThread
abstract class ApplicationResource<T extends Applications.Application> {
    /** A list as it leaves: its title, the heads of its columns. */
    record Sheet(String title, List<String> heads) {}

    static final String IDENTITY_NUMBER = "\\d{17}[\\dX]";

    private final String path;
    private final String proofShows;
    private final Sheet sheet;

    @Inject
    Applicants applicants;

    @Inject
    Proofs proofs;

    @Inject
    CurrentActor currentActor;

    /** @param proofShows what the files handed in with it show */
    ApplicationResource(String path, String proofShows, Sheet sheet) {
        this.path = path;
        this.proofShows = proofShows;
        this.sheet = sheet;
    }

    abstract Applications<T> all();

    /** The cells of its row in the list that leaves. */
    abstract List<Object> row(T one);

    abstract Object view(T one, List<Attachment> evidence, List<Applicants.Event> events);

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @SecurityRequirement(
            name = "token",
            scopes = {Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<T> list(
            @QueryParam("year") Integer year,
            @QueryParam("school") String school,
            @QueryParam("state") String state,
            @BeanParam Paging paging) {
        return all().list(year, school, state, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("list.xlsx")
    @Produces(Proofs.XLSX)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @SecurityRequirement(
            name = "token",
            scopes = {Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @Transactional
    public Response download(@QueryParam("year") @NotNull Integer year, @QueryParam("school") String school) {
        Actor actor = currentActor.get();
        List<List<Object>> rows =
                all().narrowed(year, school, null, null, Proofs.MOST_ROWS, actor.jurisdiction()).stream()
                        .map(this::row)
                        .toList();
        return proofs.sheet(all().subject(), sheet.title() + "_" + year, sheet.heads(), rows, actor);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @SecurityRequirement(
            name = "token",
            scopes = {Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        T one = find(id);
        return Versions.seen(view(one, proofs.of(all().subject(), id), applicants.events(id)), one.version());
    }

    @POST
    @Path("{id}/evidence")
    @Consumes({"image/jpeg", "image/png", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.CLERK)
    @SecurityRequirement(name = "token", scopes = Roles.CLERK)
    @Transactional
    @Idempotent
    public Response prove(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @NotEmpty byte[] content) {
        find(id);
        return Response.status(Response.Status.CREATED)
                .entity(proofs.keep(all().subject(), id, proofShows, disposition, content, currentActor.get()))
                .build();
    }

    @GET
    @Path("{id}/evidence/{file}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @SecurityRequirement(
            name = "token",
            scopes = {Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @Transactional
    public Response evidence(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        find(id);
        return proofs.download(all().subject(), id, file, currentActor.get());
    }

    Response created(T one) {
        return Versions.created(path + "/" + one.id(), one, one.version());
    }

    static Response seen(Applications.Application one) {
        return Versions.seen(one, one.version());
    }

    private T find(UUID id) {
        return all().find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
