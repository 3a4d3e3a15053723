package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.DecisionRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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

/** How much of a source's money a programme may take in a year. */
@Path("/api/v1/fund-quotas")
@RunOnVirtualThread
class FundQuotaResource {
    /** @param year the calendar year whose money it is; batches count to the year of their semester */
    record QuotaRequest(
            @NotBlank String source,
            @NotBlank String programme,
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull @PositiveOrZero Long amountFen,
            @NotBlank @Size(max = 100) String documentNo) {}

    @Inject
    FundQuotas quotas;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response propose(@NotNull @Valid QuotaRequest asked) {
        FundQuota proposed = quotas.propose(
                new FundQuotas.Proposed(
                        asked.source(), asked.programme(), asked.year(), asked.amountFen(), asked.documentNo()),
                currentActor.requireBureau());
        return Versions.created("/api/v1/fund-quotas/" + proposed.id(), proposed, proposed.revision());
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<FundQuota> list(
            @QueryParam("year") Integer year,
            @QueryParam("source") String source,
            @QueryParam("state") FundQuota.State state,
            @BeanParam Paging paging) {
        currentActor.requireBureau();
        return quotas.list(year, source, state, paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return seen(quotas.find(id).orElseThrow(ProblemException::notFound));
    }

    @POST
    @Path("{id}/decision")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest asked) {
        return seen(quotas.decide(id, ifMatch, asked.confirmed(), asked.reason(), currentActor.requireBureau()));
    }

    private static Response seen(FundQuota quota) {
        return Versions.seen(quota, quota.revision());
    }
}
