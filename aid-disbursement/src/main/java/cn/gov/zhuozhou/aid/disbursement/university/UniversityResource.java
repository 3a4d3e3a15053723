package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Universities and what they give; the same facts for everybody, so that a family anywhere gets the same answer. */
@Path("/api/v1")
@RunOnVirtualThread
class UniversityResource {
    /**
     * What a university gave a graduate.
     *
     * @param academicYear the year its first semester begins in
     * @param source who told it
     */
    record AidRequest(
            @NotNull UUID studentId,
            @NotNull UUID universityId,
            @NotNull @Pattern(regexp = "HE-\\d\\d[A-Z]?") String programme,
            @NotNull Integer academicYear,
            @NotNull @Positive Long amountFen,
            @NotBlank @Size(max = 200) String source) {}

    /** Which stages have graduates and which is their last grade, from a day on. */
    record GraduateRuleRequest(
            @NotNull LocalDate validFrom,
            @NotEmpty Set<@NotNull Stage> stages,
            @Positive int finalGrade) {}

    @Inject
    Universities universities;

    @Inject
    Applicants applicants;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("universities")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Universities.University> list(
            @QueryParam("name") String name,
            @QueryParam("nature") Universities.Nature nature,
            @BeanParam Paging paging) {
        return universities.list(name, nature, paging);
    }

    @GET
    @Path("universities/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        Universities.University found = universities.find(id).orElseThrow(ProblemException::notFound);
        return Versions.seen(found, found.version());
    }

    @POST
    @Path("universities")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid Universities.Told told) {
        Universities.University added = universities.add(told, currentActor.get());
        return Versions.created("/api/v1/universities/" + added.id(), added, added.version());
    }

    @PUT
    @Path("universities/{id}")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Universities.Told told) {
        Universities.University changed = universities.change(id, ifMatch, told, currentActor.requireBureau());
        return Versions.seen(changed, changed.version());
    }

    @GET
    @Path("university-aid")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Universities.Aid> aid(
            @QueryParam("year") Integer year, @QueryParam("student") UUID student, @BeanParam Paging paging) {
        return universities.aid(year, student, currentActor.jurisdiction(), paging);
    }

    @POST
    @Path("university-aid")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response recordAid(@NotNull @Valid AidRequest request) {
        UUID id = universities.recordAid(request, currentActor.get());
        return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("graduate-rules")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response graduateRule(@NotNull @Valid GraduateRuleRequest request) {
        applicants.addRule(
                request.validFrom(),
                request.stages().stream().map(Stage::name).sorted().toList(),
                request.finalGrade(),
                currentActor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(request).build();
    }
}
