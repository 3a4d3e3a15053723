package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** People and the posts they hold or held. */
@Path("/api/v1")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class StaffResource {
    @Inject
    Staff staff;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("people")
    public Page<PersonView> people(@QueryParam("school") String school, @BeanParam Paging paging) {
        var found = staff.people(currentActor.jurisdiction(), school, paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), PersonView::id);
    }

    @GET
    @Path("posts")
    public Page<PostView> posts(@BeanParam PostFilter filter, @BeanParam Paging paging) {
        var found = staff.posts(currentActor.jurisdiction(), filter, paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), PostView::id);
    }
}
