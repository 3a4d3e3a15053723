package cn.gov.zhuozhou.aid.disbursement.quota;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Placed;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Quotas of schools, the order in which awards fill them, and who waits. */
@Path("/api/v1/quotas")
@RunOnVirtualThread
class QuotaResource {
    /** @param places null for what the rule gives; another number needs its reason */
    record QuotaRequest(
            @NotNull Semester semester,
            @NotBlank String programme,
            @NotBlank String schoolCode,
            @Min(0) Integer places,
            @Min(0) Long amountFen,
            @NotBlank @Size(max = 500) String reason) {}

    record CountRequest(
            @NotNull Semester semester, @NotBlank String programme) {}

    record DecisionRequest(
            @NotNull Boolean granted,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    Quotas quotas;

    @Inject
    QuotaOrder order;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Quota> list(
            @QueryParam("semester") String semester,
            @QueryParam("programme") String programme,
            @QueryParam("school") String school,
            @QueryParam("state") Quota.State state,
            @BeanParam Paging paging) {
        String code = semester == null ? null : SemesterCode.required(semester).code();
        var filter = new Quotas.Filter(code, programme, school, state);
        return Page.of(
                quotas.list(filter, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                Quota::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return seen(find(id));
    }

    /** Awards in the order in which they fill the quota; those without room last, with QUOTA_REACHED. */
    @GET
    @Path("{id}/ranking")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Placed> ranking(@PathParam("id") UUID id, @BeanParam Paging paging) {
        List<Placed> following = order.of(find(id)).stream()
                .filter(placed -> placed.rank() > paging.afterNumber())
                .limit(paging.limit() + 1L)
                .toList();
        return Page.of(following, paging.limit(), Placed::rank);
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response propose(@NotNull @Valid QuotaRequest asked) {
        Quota proposed = quotas.propose(
                new Quotas.Asked(
                        asked.semester(),
                        asked.programme(),
                        asked.schoolCode(),
                        asked.places(),
                        asked.amountFen(),
                        asked.reason()),
                currentActor.requireBureau());
        return Versions.created("/api/v1/quotas/" + proposed.id(), proposed, proposed.revision());
    }

    /** Counts the quotas of all schools that have none in force from the pupils on their rolls. */
    @POST
    @Path("counts")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response count(@NotNull @Valid CountRequest asked) {
        int proposed = quotas.count(asked.semester(), asked.programme(), currentActor.requireBureau());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("proposed", proposed))
                .build();
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
        return seen(quotas.decide(id, ifMatch, asked.granted(), asked.reason(), currentActor.requireBureau()));
    }

    private Quota find(UUID id) {
        return quotas.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private static Response seen(Quota quota) {
        return Versions.seen(quota, quota.revision());
    }
}
