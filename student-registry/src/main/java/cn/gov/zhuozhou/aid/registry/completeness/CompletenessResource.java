package cn.gov.zhuozhou.aid.registry.completeness;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Proofs that nobody was left behind, for the county or for one school. */
@Path("/api/v1/completeness-proofs")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class CompletenessResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record ProofRequest(
            @NotNull @Pattern(regexp = "20[0-9]{2}-(spring|autumn)")
            String semester,

            String school) {}

    record ProofDetails(
            ProofView proof, List<Proof.FeedDate> feeds, List<Proof.OfSchool> schools, List<Proof.Person> missing) {}

    @Inject
    Proofs proofs;

    @Inject
    ProofWorkbook workbook;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @POST
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR})
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProofView.class)))
    public Response make(@NotNull @Valid ProofRequest request) {
        ProofView made = proofs.make(Semester.parse(request.semester()), request.school(), currentActor.get());
        return Response.created(URI.create("/api/v1/completeness-proofs/" + made.proofId()))
                .entity(made)
                .build();
    }

    @GET
    public Page<ProofView> list(@QueryParam("semester") String semester, @BeanParam Paging paging) {
        var found = proofs.list(semester, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), ProofView::proofId);
    }

    /** Sums by school, the feeds' dates, and those nobody has a reason for. */
    @GET
    @Path("{id}")
    public ProofDetails show(@PathParam("id") UUID id) {
        Proof proof = proofs.read(content(id));
        return new ProofDetails(
                view(id),
                proof.feeds(),
                proof.schools(),
                proof.people().stream()
                        .filter(p -> p.outcome() == Proof.Outcome.MISSING)
                        .toList());
    }

    /** The bytes the hash was made of. */
    @GET
    @Path("{id}/proof.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] json(@PathParam("id") UUID id) {
        return content(id).getBytes(StandardCharsets.UTF_8);
    }

    @GET
    @Path("{id}/proof.xlsx")
    @Produces(XLSX)
    @Transactional
    public byte[] sheet(@PathParam("id") UUID id) throws IOException {
        Actor actor = currentActor.get();
        byte[] sheet = workbook.of(proofs.read(content(id)), view(id).sha256());
        trail.record(actor, "completeness.exported", "completeness-proof", id.toString(), null);
        return sheet;
    }

    private ProofView view(UUID id) {
        return proofs.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private String content(UUID id) {
        return proofs.content(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
