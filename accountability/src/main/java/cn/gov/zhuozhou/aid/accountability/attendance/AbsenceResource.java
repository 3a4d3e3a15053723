package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.By;
import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.Occasion;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupil;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupils;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who ought to be at school and is not, and what is done about it. */
@Path("/api/v1/absences")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AbsenceResource {
    record ReportRequest(
            @NotNull UUID studentId,
            @NotNull LocalDate absentSince,
            @NotBlank @Size(max = 1000) String evidence) {}

    record ActRequest(
            @NotNull Occasion occasion,
            @NotNull LocalDate onDay,
            @NotBlank @Size(max = 1000) String evidence) {}

    record AbsenceView(Absence absence, List<AbsenceAct> acts) {}

    @Inject
    Absences absences;

    @Inject
    AbsenceStore store;

    @Inject
    Pupils pupils;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Absence> list(
            @QueryParam("state") AbsenceState state,
            @QueryParam("school") String school,
            @QueryParam("town") String town,
            @QueryParam("student") UUID student,
            @QueryParam("task") UUID task,
            @BeanParam Paging paging) {
        var filter = new AbsenceStore.Filter(state, school, town, student, task);
        return store.list(filter, currentActor.jurisdiction(), paging);
    }

    /** With what people wrote about the person; not for everybody who reads lists. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @APIResponseSchema(AbsenceView.class)
    public Response show(@PathParam("id") UUID id) {
        Absence found = store.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return Versions.seen(new AbsenceView(found, store.acts(id)), found.version());
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponseSchema(value = Absence.class, responseCode = "201")
    public Response report(@NotNull @Valid ReportRequest asked) {
        var actor = currentActor.get();
        Pupil pupil = pupils.findByIdOptional(asked.studentId())
                .filter(p -> actor.jurisdiction().coversSchool(p.schoolCode(), p.schoolTown()))
                .orElseThrow(ProblemException::notFound);
        Absence opened = absences.report(pupil, asked.absentSince(), asked.evidence(), actor);
        return Versions.created("/api/v1/absences/" + opened.id(), opened, opened.version());
    }

    /** What the unit that answers for the person did and found out. */
    @POST
    @Path("{id}/acts")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponseSchema(Absence.class)
    public Response act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ActRequest asked) {
        return moved(id, ifMatch, asked, By.UNIT);
    }

    /** What ends the matter without a return to school; the word of a second person. */
    @POST
    @Path("{id}/decisions")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    @APIResponseSchema(Absence.class)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ActRequest asked) {
        return moved(id, ifMatch, asked, By.SECOND_PERSON);
    }

    private Response moved(UUID id, String ifMatch, ActRequest asked, By by) {
        if (asked.occasion().by() != by) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("%s 不在此处办理。", "%s is not done here.").formatted(asked.occasion()));
        }
        Absence moved =
                absences.act(id, ifMatch, asked.occasion(), asked.onDay(), asked.evidence(), currentActor.get());
        return Versions.seen(moved, moved.version());
    }
}
