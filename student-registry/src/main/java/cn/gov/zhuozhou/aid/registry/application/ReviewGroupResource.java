package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Who judges at a school, and what was said in the meetings. */
@Path("/api/v1/review-groups")
@RunOnVirtualThread
class ReviewGroupResource {
    record MemberRequest(
            @NotNull Template.MemberKind kind,
            @NotBlank @Size(max = 50) String name) {}

    record GroupRequest(
            @NotBlank String semester,
            @NotBlank String schoolCode,
            @NotEmpty @Size(max = 50) List<@Valid @NotNull MemberRequest> members) {}

    record GroupView(
            ReviewGroups.Group group, List<ReviewGroups.Member> members, List<ReviewGroups.Meeting> meetings) {}

    record Recorded(UUID id, int cases) {}

    @Inject
    ReviewGroups groups;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response form(@NotNull @Valid GroupRequest request) {
        List<ReviewGroups.Member> members = request.members().stream()
                .map(m -> new ReviewGroups.Member(Ids.next(), m.kind(), m.name()))
                .toList();
        ReviewGroups.Group formed =
                groups.form(request.schoolCode(), Codes.semester(request.semester()), members, currentActor.get());
        return Response.created(URI.create("/api/v1/review-groups/" + formed.id()))
                .entity(new GroupView(formed, members, List.of()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<ReviewGroups.Group> list(
            @QueryParam("semester") String semester, @QueryParam("school") String school, @BeanParam Paging paging) {
        return groups.list(semester, school, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public GroupView show(@PathParam("id") UUID id) {
        ReviewGroups.Group group = groups.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return new GroupView(group, groups.members(id), groups.meetings(id));
    }

    @POST
    @Path("{id}/meetings")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response record(@PathParam("id") UUID id, @NotNull @Valid Minutes minutes) {
        UUID meeting = groups.record(id, minutes, currentActor.get());
        return Response.status(Response.Status.CREATED)
                .entity(new Recorded(meeting, minutes.cases().size()))
                .build();
    }
}
