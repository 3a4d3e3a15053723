package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** From when an absence counts as suspected dropout, and as dropout. */
@Path("/api/v1/absence-thresholds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ThresholdResource {
    record ThresholdRequest(
            @NotNull LocalDate firstDay,
            @NotNull @Min(1) @Max(250) Integer suspectedDays,
            @NotNull @Min(1) @Max(250) Integer dropoutDays,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    Thresholds thresholds;

    @Inject
    DatedRows rows;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Thresholds.ThresholdList list() {
        return thresholds.all();
    }

    /** Sets them from a day on that is not past; what held before stays readable. */
    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    @APIResponseSchema(value = Thresholds.Dated.class, responseCode = "201")
    public Response set(@NotNull @Valid ThresholdRequest asked) {
        var dated =
                new Thresholds.Dated(asked.firstDay(), asked.suspectedDays(), asked.dropoutDays(), asked.document());
        rows.add(
                new DatedRows.Dated(
                        "absence-threshold",
                        dated.firstDay().toString(),
                        dated.firstDay(),
                        dated.document(),
                        Map.of("suspectedDays", dated.suspectedDays(), "dropoutDays", dated.dropoutDays())),
                actor -> thresholds.add(dated, actor));
        return Response.status(Response.Status.CREATED).entity(dated).build();
    }
}
