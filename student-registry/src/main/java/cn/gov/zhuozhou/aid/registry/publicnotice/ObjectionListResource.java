package cn.gov.zhuozhou.aid.registry.publicnotice;

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

/** Objections of all notices of the jurisdiction; {@code ?overdue=true} is what waits for an answer beyond its time limit. */
@Path("/api/v1/objections")
@RunOnVirtualThread
class ObjectionListResource {
    @Inject
    ObjectionStore store;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Objection> list(
            @QueryParam("state") Objection.State state,
            @QueryParam("overdue") boolean overdue,
            @BeanParam Paging paging) {
        return store.list(state == null ? null : state.name(), overdue, currentActor.jurisdiction(), paging);
    }
}
