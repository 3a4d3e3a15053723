package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** The three sides of aid in a semester, school by school. */
@Path("/api/v1/social-aid")
@RunOnVirtualThread
class OverviewResource {
    @Inject
    Overview overview;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("overview")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Overview.Sums overview(@QueryParam("semester") String semester) {
        return overview.of(SemesterCode.required(semester).code(), currentActor.jurisdiction());
    }
}
