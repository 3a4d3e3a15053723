package cn.gov.zhuozhou.aid.registry.asof;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** What did we know of a pupil on 3 March, and of which day? */
@Path("/api/v1/students/{id}/as-of")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class StudentAsOfResource {
    @Inject
    AsOf asOf;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor actor;

    /** Today and now where no day or moment is asked for. */
    @GET
    public AsOfView show(@PathParam("id") UUID id, @QueryParam("on") String on, @QueryParam("known") String known) {
        if (!asOf.sees(id, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return asOf.of(List.of(id), PointInTime.parse(on, known, clock)).getFirst();
    }
}
