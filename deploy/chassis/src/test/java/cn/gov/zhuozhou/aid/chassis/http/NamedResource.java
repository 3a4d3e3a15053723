package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What resources of a service have in common. */
abstract class NamedResource {
    @POST
    @Path("{name}/naming")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response name(@PathParam("name") String name) {
        return Response.ok(new ThingResource.ThingView(name, ThingResource.MADE.incrementAndGet()))
                .build();
    }
}
