package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.IdentificationQueries.Filter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Who is identified, and what is proposed. */
@Path("/api/v1/identifications")
@RunOnVirtualThread
class IdentificationResource {
    @Inject
    IdentificationQueries queries;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<IdentificationView> list(
            @QueryParam("semester") String semester,
            @QueryParam("result") String result,
            @QueryParam("state") String state,
            @QueryParam("school") String school,
            @BeanParam Paging paging) {
        return queries.list(new Filter(semester, result, state, school), currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        IdentificationView view = queries.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return Versions.seen(view, view.version());
    }
}
