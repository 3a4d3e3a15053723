package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** The day each semester's pupils are counted on: who is where on that day settles which school pays (A03). */
@Path("/api/v1/census-days")
@RunOnVirtualThread
class CensusDayResource {
    record CensusDayRequest(
            @NotNull Semester semester,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    CensusDays days;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public CensusDays.CensusDayList days() {
        return days.all();
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response set(@NotNull @Valid CensusDayRequest asked) {
        Actor actor = currentActor.requireBureau();
        if (!Semester.of(asked.day()).equals(asked.semester())) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("基准日应在该学期内。", "The census day lies within its semester."));
        }
        return Response.status(Response.Status.CREATED)
                .entity(days.set(asked.semester(), asked.day(), asked.document(), actor))
                .build();
    }
}
