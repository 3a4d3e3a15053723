package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What stays though its time is over. */
@Path("/api/v1/retention/holds")
@RunOnVirtualThread
class RetentionHoldResource {
    record HoldRequest(
            @NotNull Holds.Subject subject,
            @NotNull UUID subjectId,
            @NotNull Holds.Reason reason,
            @NotBlank @Size(max = 300) String note) {}

    record LiftRequest(@NotBlank @Size(max = 300) String note) {}

    @Inject
    Holds holds;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<Holds.Hold> list(
            @QueryParam("standing") @DefaultValue("true") boolean standingOnly, @BeanParam Paging paging) {
        currentActor.requireBureau();
        return holds.list(standingOnly, paging);
    }

    @POST
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response place(@NotNull @Valid HoldRequest request) {
        Holds.Hold hold = holds.place(
                request.subject(), request.subjectId(), request.reason(), request.note(), currentActor.requireBureau());
        return Versions.created("/api/v1/retention/holds/" + hold.id(), hold, hold.version());
    }

    @POST
    @Path("{id}/lifting")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Holds.Hold lift(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid LiftRequest request) {
        return holds.lift(id, request.note(), ifMatch, currentActor.requireBureau());
    }
}
