package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The three questions of a semester (S28): is anybody, any money, any policy left out? Answered now, or as it was answered. */
@Path("/api/v1/coverage/completeness")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CompletenessResource {
    record ProofRequest(@NotNull Semester semester) {}

    @Inject
    Completeness completeness;

    @Inject
    CompletenessProofs proofs;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Completeness.Proof now(@QueryParam("semester") String semester) {
        return completeness.of(SemesterCode.required(semester), currentActor.jurisdiction());
    }

    /** Answers them and keeps the answer, of the caller's school, town or county. */
    @POST
    @Path("proofs")
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @APIResponseSchema(value = CompletenessProofs.Kept.class, responseCode = "201")
    public Response prove(@NotNull @Valid ProofRequest asked) {
        CompletenessProofs.Kept kept = proofs.make(asked.semester(), currentActor.get());
        return Response.created(URI.create("/api/v1/coverage/completeness/proofs/" + kept.id()))
                .entity(kept)
                .build();
    }

    @GET
    @Path("proofs")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<CompletenessProofs.Kept> list(@QueryParam("semester") String semester, @BeanParam Paging paging) {
        return proofs.list(SemesterCode.required(semester), currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("proofs/{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public CompletenessProofs.Shown show(@PathParam("id") UUID id) {
        return proofs.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
