package cn.gov.zhuozhou.aid.disbursement.coverage;

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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Month;
import java.time.MonthDay;

/** The days aid is due by; they are data. */
@Path("/api/v1/payment-deadlines")
@RunOnVirtualThread
class DeadlineResource {
    /** The month and day of the semester's own year, for this and later semesters of its season. */
    record DeadlineRequest(
            @NotNull Semester effectiveFrom,
            @NotNull @Min(1) @Max(12) Integer month,
            @NotNull @Min(1) @Max(31) Integer day,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    Deadlines deadlines;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Deadlines.DeadlineList deadlines() {
        return deadlines.all();
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response set(@NotNull @Valid DeadlineRequest asked) {
        Actor actor = currentActor.requireBureau();
        if (asked.day() > Month.of(asked.month()).minLength()) {
            throw new ProblemException(CommonProblem.INVALID_FIELDS, Text.of("该月没有这一天。", "The month has no such day."));
        }
        MonthDay day = MonthDay.of(asked.month(), asked.day());
        return Response.status(Response.Status.CREATED)
                .entity(deadlines.set(asked.effectiveFrom(), day, asked.document(), actor))
                .build();
    }
}
