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

/** The bureau, the central school of each town, and the schools. */
@Path("/api/v1/units")
@RunOnVirtualThread
class UnitResource {
    @Inject
    Units units;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<UnitView> list(@QueryParam("kind") Unit.Kind kind, @BeanParam Paging paging) {
        var found = units.list(currentActor.jurisdiction(), kind, paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), UnitView::code);
    }
}
