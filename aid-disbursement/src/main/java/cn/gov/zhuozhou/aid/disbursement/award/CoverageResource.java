package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Whether everyone who should be aided is, by school and programme (应助尽助). */
@Path("/api/v1/coverage")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class CoverageResource {
    @Inject
    Coverage coverage;

    @Inject
    CurrentActor currentActor;

    @GET
    public List<Coverage.School> coverage(@QueryParam("semester") String semester) {
        return coverage.of(SemesterCode.required(semester), currentActor.jurisdiction());
    }
}
