package cn.gov.zhuozhou.aid.registry.household;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.household.Households.Filter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Families known to be in need, with each member of school age and whether he is a pupil (S46). */
@Path("/api/v1/households")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class HouseholdResource {
    @Inject
    Households households;

    @Inject
    CurrentActor actor;

    @GET
    public Page<HouseholdView> list(
            @QueryParam("town") String town,
            @QueryParam("village") String village,
            @QueryParam("source") String source,
            @QueryParam("missing") boolean missing,
            @BeanParam Paging paging) {
        var found = households.list(
                new Filter(town, village, source, missing), actor.jurisdiction(), paging.afterId(), paging.limit() + 1);
        return Page.of(found, paging.limit(), HouseholdView::householdId);
    }

    @GET
    @Path("{id}")
    public HouseholdView show(@PathParam("id") UUID id) {
        return households.find(id, actor.jurisdiction()).stream().findFirst().orElseThrow(ProblemException::notFound);
    }
}
