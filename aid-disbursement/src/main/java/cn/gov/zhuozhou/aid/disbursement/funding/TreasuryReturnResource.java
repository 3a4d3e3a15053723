package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was not spent in time goes back to the treasury. */
@Path("/api/v1/treasury-returns")
@RunOnVirtualThread
class TreasuryReturnResource {
    record ReturnRequest(
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotBlank String programme,
            @NotBlank String source,
            @NotNull @Positive Long amountFen,
            @NotBlank @Size(max = 100) String documentNo,
            @NotNull LocalDate returnedOn) {}

    @Inject
    FundActPages pages;

    @Inject
    YearEnds yearEnds;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid ReturnRequest asked) {
        return pages.enter(new FundActs.Entered(
                FundAct.Kind.TREASURY_RETURN,
                asked.source(),
                asked.programme(),
                asked.year(),
                null,
                asked.documentNo(),
                asked.returnedOn(),
                asked.amountFen(),
                null,
                null));
    }

    /** What lies unspent at the end of a year for longer than it may. */
    @GET
    @Path("due")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<YearEnds.Due> due(@QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        currentActor.requireBureau();
        return yearEnds.due(year);
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<FundAct> list(
            @QueryParam("year") Integer year, @QueryParam("state") FundAct.State state, @BeanParam Paging paging) {
        return pages.list(FundAct.Kind.TREASURY_RETURN, year, state, paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return pages.show(FundAct.Kind.TREASURY_RETURN, id);
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
        return pages.decide(FundAct.Kind.TREASURY_RETURN, id, ifMatch, asked);
    }

    /** Takes back what was confirmed by mistake, by the opposite posting. */
    @POST
    @Path("{id}/reversal")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.REVIEWER)
    public Response reverse(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReversalRequest asked) {
        return pages.reverse(FundAct.Kind.TREASURY_RETURN, id, ifMatch, asked.reason());
    }
}
