package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** Money asked back. The portal does not see it. */
@Path("/api/v1/recoveries")
@RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class RecoveryResource {
    record RecoveryView(Recoveries.Recovery recovery, List<Recoveries.Line> awards) {}

    @Inject
    Recoveries recoveries;

    @Inject
    CurrentActor currentActor;

    @GET
    public Page<Recoveries.Recovery> list(
            @QueryParam("semester") String semester,
            @QueryParam("school") String school,
            @QueryParam("student") UUID student,
            @BeanParam Paging paging) {
        String code = semester == null ? null : SemesterCode.required(semester).code();
        return recoveries.list(code, school, student, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    public RecoveryView show(@PathParam("id") UUID id) {
        Recoveries.Recovery found =
                recoveries.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return new RecoveryView(found, recoveries.lines(id));
    }
}
