package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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

/** Who answers for whom, and who has nobody. */
@Path("/api/v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class AssignmentResource {
    @Inject
    Assignments assignments;

    @Inject
    CurrentActor currentActor;

    @GET
    public Page<AssignmentView> list(
            @QueryParam("school") String school,
            @QueryParam("person") UUID person,
            @QueryParam("student") UUID student,
            @QueryParam("state") State state,
            @BeanParam Paging paging) {
        return page(new AssignmentFilter(school, person, student, state), paging);
    }

    @GET
    @Path("gaps")
    public Page<AssignmentView> gaps(@QueryParam("school") String school, @BeanParam Paging paging) {
        return page(AssignmentFilter.gaps(school), paging);
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(AssignmentView.class)
    public Response show(@PathParam("id") UUID id) {
        AssignmentView found =
                assignments.view(currentActor.jurisdiction(), id).orElseThrow(ProblemException::notFound);
        return Versions.seen(found, found.version());
    }

    private Page<AssignmentView> page(AssignmentFilter filter, Paging paging) {
        var found = assignments.list(currentActor.jurisdiction(), filter, paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), AssignmentView::id);
    }
}
