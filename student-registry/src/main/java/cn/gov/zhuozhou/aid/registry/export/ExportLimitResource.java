package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** From how many persons on an export needs approval, and how long its file is kept. */
@Path("/api/v1/export-limits")
@RunOnVirtualThread
class ExportLimitResource {
    record LimitRequest(
            @NotNull LocalDate validFrom,
            @Min(0) int approvalAbove,
            @Min(1) @Max(720) int keepHours,
            @Min(1) @Max(10) int downloads,
            @NotBlank @Size(max = 300) String source) {}

    @Inject
    ExportLimits limits;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<ExportLimit> list() {
        return limits.all();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid LimitRequest request) {
        var limit = new ExportLimit(
                request.validFrom(),
                request.approvalAbove(),
                request.keepHours(),
                request.downloads(),
                request.source());
        limits.add(limit, currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/export-limits"))
                .entity(limit)
                .build();
    }
}
