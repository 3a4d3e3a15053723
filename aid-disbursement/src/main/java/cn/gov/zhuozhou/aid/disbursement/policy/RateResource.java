package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a programme pays, by semester. An administrator of the bureau adds rates; code knows no amount. */
@Path("/api/v1/rates")
@RunOnVirtualThread
class RateResource {
    /**
     * A rate to begin with a semester.
     *
     * @param key stage or tier, one the programme has already
     * @param amountFen fen per semester
     * @param document code of the document it rests on
     */
    record AddRateRequest(
            @NotBlank String programme,
            @NotBlank String key,
            @NotNull @Positive Long amountFen,
            @NotNull Semester effectiveFrom,
            @NotBlank String document) {}

    @Inject
    Rates rates;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Rates.RateView> rates(@QueryParam("semester") String semester) {
        return rates.in(SemesterCode.required(semester));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid AddRateRequest asked) {
        Actor actor = currentActor.requireBureau();
        UUID id = rates.add(asked, actor);
        return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
    }
}
