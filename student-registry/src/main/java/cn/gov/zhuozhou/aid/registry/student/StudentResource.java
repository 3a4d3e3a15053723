package cn.gov.zhuozhou.aid.registry.student;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Pupils of one's own jurisdiction. */
@Path("/api/v1/students")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class StudentResource {
    record FormerNumbers(UUID studentId, List<Students.FormerNumber> items) {}

    @Inject
    Students students;

    @Inject
    CurrentActor actor;

    @GET
    public Page<StudentView> list(
            @QueryParam("school") String school,
            @QueryParam("class") String className,
            @QueryParam("name") String name,
            @BeanParam Paging paging) {
        var found = students.list(actor.jurisdiction(), school, className, name, paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), StudentView::studentId);
    }

    @GET
    @Path("{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StudentView.class)))
    public Response show(@PathParam("id") UUID id) {
        StudentView found = students.find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return Versions.seen(found, found.revision());
    }

    @GET
    @Path("{id}/former-numbers")
    public FormerNumbers formerNumbers(@PathParam("id") UUID id) {
        if (!students.exists(id, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return new FormerNumbers(id, students.formerNumbers(id));
    }
}
