package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** How many pupils schools may identify on their own judgement. */
@Path("/api/v1/hardship-quotas")
@RunOnVirtualThread
class QuotaResource {
    private static final int THE_WHOLE = 1000;

    record QuotaRequest(
            @NotBlank String semester,
            String schoolCode,
            @NotNull Quota.Measure measure,
            @Min(0) int amount,
            @NotBlank @Size(max = 200) String source) {}

    @Inject
    Quotas quotas;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<Quotas.Entry> list(@QueryParam("semester") String semester, @BeanParam Paging paging) {
        return quotas.list(semester, currentActor.jurisdiction(), paging);
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response set(@NotNull @Valid QuotaRequest request) {
        if (request.measure() == Quota.Measure.PERMILLE && request.amount() > THE_WHOLE) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("千分比不能超过 1000。", "At most 1000 of a thousand."));
        }
        Quotas.Entry set = quotas.set(
                Codes.semester(request.semester()),
                request.schoolCode(),
                new Quota(request.measure(), request.amount()),
                request.source(),
                currentActor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(set).build();
    }
}
