package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows.Dated;
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
import jakarta.validation.constraints.Pattern;
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

/** By when money has to have arrived, and how many days later it is a finding (A08). */
@Path("/api/v1/payment-limits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PaymentLimitResource {
    private static final String DAY_OF_YEAR =
            "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)" + "|02-(0[1-9]|1\\d|2[0-8])";

    /** @param source where the figures come from; absent where the document says them all */
    record LimitRequest(
            @NotNull LocalDate firstDay,
            @NotNull @Pattern(regexp = DAY_OF_YEAR) String springUntil,
            @NotNull @Pattern(regexp = DAY_OF_YEAR) String autumnUntil,
            @NotNull @Min(0) @Max(365) Integer awardDays,
            @NotNull @Min(0) @Max(365) Integer graceDays,
            @NotBlank @Size(max = 200) String document,
            @Size(min = 1, max = 200) String source) {}

    @Inject
    PaymentLimits limits;

    @Inject
    DatedRows rows;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public PaymentLimits.LimitList list() {
        return limits.all();
    }

    /** Sets the limit from a day on that is not past; what held before stays readable. */
    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    @APIResponseSchema(value = PaymentLimits.Limit.class, responseCode = "201")
    public Response set(@NotNull @Valid LimitRequest asked) {
        var limit = new PaymentLimits.Limit(
                asked.firstDay(),
                asked.springUntil(),
                asked.autumnUntil(),
                asked.awardDays(),
                asked.graceDays(),
                asked.document(),
                asked.source() == null ? asked.document() : asked.source());
        rows.add(
                new Dated(
                        "payment-limit",
                        limit.firstDay().toString(),
                        limit.firstDay(),
                        limit.document(),
                        Map.of(
                                "springUntil", limit.springUntil(),
                                "autumnUntil", limit.autumnUntil(),
                                "awardDays", limit.awardDays(),
                                "graceDays", limit.graceDays())),
                actor -> limits.add(limit, actor));
        return Response.status(Response.Status.CREATED).entity(limit).build();
    }
}
