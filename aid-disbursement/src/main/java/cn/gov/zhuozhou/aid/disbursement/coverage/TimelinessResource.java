package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Whether aid comes in time. */
@Path("/api/v1/coverage")
@RunOnVirtualThread
class TimelinessResource {
    @Inject
    Timeliness timeliness;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("timeliness")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Timeliness.Report report(@QueryParam("semester") String semester, @QueryParam("school") String school) {
        return timeliness.report(SemesterCode.required(semester), school, currentActor.jurisdiction());
    }

    @GET
    @Path("late-awards")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Timeliness.Late> late(
            @QueryParam("semester") String semester, @QueryParam("school") String school, @BeanParam Paging paging) {
        return Page.of(
                timeliness.late(
                        SemesterCode.required(semester),
                        school,
                        currentActor.jurisdiction(),
                        paging.afterId(),
                        paging.limit() + 1),
                paging.limit(),
                Timeliness.Late::awardId);
    }
}
