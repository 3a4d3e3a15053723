package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.ClockConfig;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** An award's amount explained: as data, as plain Chinese, and made again from what its decisions looked at. */
@Path("/api/v1/awards/{id}")
@RunOnVirtualThread
@RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class ExplanationResource {
    @Inject
    Awards awards;

    @Inject
    Explanations explanations;

    @Inject
    ClockConfig clock;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("explanation")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Explanation data(@PathParam("id") UUID id) {
        return explanations.of(find(id));
    }

    @GET
    @Path("explanation")
    @Produces("text/plain;charset=UTF-8")
    @Transactional
    public String text(@PathParam("id") UUID id) {
        return new ExplanationText(explanations.of(find(id)), clock.zone()).plain();
    }

    @GET
    @Path("replay")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Replay replay(@PathParam("id") UUID id) {
        return explanations.replay(find(id));
    }

    private Award find(UUID id) {
        return awards.toRead(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
