package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** What looks like an equal split or a rotation, and from how many pupils on it is told of. */
@Path("/api/v1/coverage")
@RunOnVirtualThread
class SuspicionResource {
    /** @param repeatedPermille rotation is suspected where at most so many of a thousand were aided in both semesters */
    record ThresholdRequest(
            @NotNull LocalDate firstDay,
            @NotNull @Min(2) @Max(1000) Integer leastPupils,
            @NotNull @Min(0) @Max(1000) Integer repeatedPermille,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    Suspicions suspicions;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("suspicions")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Suspicions.SuspicionList suspicions(@QueryParam("semester") String semester) {
        return suspicions.of(SemesterCode.required(semester), currentActor.jurisdiction());
    }

    @POST
    @Path("suspicion-thresholds")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response set(@NotNull @Valid ThresholdRequest asked) {
        Actor actor = currentActor.requireBureau();
        int written = database.update(
                """
                insert into suspicion_threshold (first_day, least_pupils, repeated_permille, document, set_by, set_by_name,
                                                 set_at)
                values (:day, :least, :permille, :document, :by, :name, :now) on conflict do nothing
                """,
                Values.of("day", asked.firstDay())
                        .and("least", asked.leastPupils())
                        .and("permille", asked.repeatedPermille())
                        .and("document", asked.document())
                        .and("by", actor.id())
                        .and("name", actor.name())
                        .and("now", clock.now()));
        if (written == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        trail.record(
                actor,
                "suspicion-threshold.set",
                "suspicion-threshold",
                asked.firstDay().toString(),
                asked.document());
        return Response.status(Response.Status.CREATED).entity(asked).build();
    }
}
