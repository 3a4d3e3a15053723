package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Reads awards and their totals, narrowed to the caller's jurisdiction. */
@Path("/api/v1/awards")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class AwardResource {
    @Inject
    Awards awards;

    @Inject
    AwardLists lists;

    @Inject
    AwardTotals totals;

    @Inject
    AwardLog log;

    @Inject
    CurrentActor currentActor;

    @GET
    public Page<AwardLists.Line> awards(
            @QueryParam("semester") String semester,
            @QueryParam("programme") String programme,
            @QueryParam("state") AwardState state,
            @QueryParam("school") String school,
            @QueryParam("student") UUID student,
            @BeanParam Paging paging) {
        var filter = new AwardLists.Filter(
                semester == null ? null : SemesterCode.required(semester).code(),
                programme,
                state == null ? null : state.name(),
                school,
                student);
        return Page.of(
                lists.list(filter, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                AwardLists.Line::id);
    }

    @GET
    @Path("{id}")
    @Transactional
    @APIResponseSchema(AwardView.class)
    public Response award(@PathParam("id") UUID id) {
        Award award = awards.toRead(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return Versions.seen(AwardView.of(award, log.of(id)), award.revision());
    }

    @GET
    @Path("totals")
    public AwardTotals.Totals totals(@QueryParam("semester") String semester) {
        return totals.of(SemesterCode.required(semester), currentActor.jurisdiction());
    }
}
