package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Families that decline. */
@Path("/api/v1/waivers")
@RunOnVirtualThread
class WaiverResource {
    record WaiverRequest(
            @NotNull UUID studentId,
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Valid Signature signature) {}

    record WaiverView(Waivers.Waiver waiver, String reason) {}

    @Inject
    Waivers waivers;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response waive(@NotNull @Valid WaiverRequest request) {
        Waivers.Waiver waiver =
                waivers.waive(request.studentId(), request.reason(), request.signature(), currentActor.get());
        return Versions.created("/api/v1/waivers/" + waiver.id(), waiver, waiver.version());
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response takeBack(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Waivers.Waiver waiver = waivers.takeBack(id, ifMatch, currentActor.get());
        return Versions.seen(waiver, waiver.version());
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Waivers.Waiver> list(
            @QueryParam("semester") String semester,
            @QueryParam("school") String school,
            @QueryParam("state") String state,
            @BeanParam Paging paging) {
        return waivers.list(semester, school, state, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    public Response show(@PathParam("id") UUID id) {
        Actor actor = currentActor.get();
        Waivers.Waiver waiver = waivers.find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        return Versions.seen(new WaiverView(waiver, waivers.reason(id, actor)), waiver.version());
    }
}
