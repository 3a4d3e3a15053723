package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a year leaves goes on into the next: what was reported is held against what the books show (A15). */
@Path("/api/v1/carry-overs")
@RunOnVirtualThread
class CarryOverResource {
    /** @param explanation needed where the books show another amount */
    record CarryOverRequest(
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotBlank String programme,
            @NotBlank String source,
            @NotNull @PositiveOrZero Long reportedFen,
            @Size(max = 500) String explanation) {}

    @Inject
    FundActPages pages;

    @Inject
    YearEnds yearEnds;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid CarryOverRequest asked) {
        LocalDate next = YearEnds.calendar(asked.year()).until();
        if (clock.today().isBefore(next)) {
            throw new ProblemException(FundingProblem.YEAR_NOT_OVER);
        }
        long book = yearEnds.closing(asked.year(), asked.programme(), asked.source());
        boolean explained = asked.explanation() != null && !asked.explanation().isBlank();
        if (book != asked.reportedFen() && !explained) {
            throw new ProblemException(FundingProblem.DIFFERENCE_UNEXPLAINED);
        }
        return pages.enter(new FundActs.Entered(
                FundAct.Kind.CARRY_OVER,
                asked.source(),
                asked.programme(),
                asked.year(),
                null,
                null,
                next,
                book,
                asked.reportedFen(),
                asked.explanation()));
    }

    /** What does not agree at the end of a year. */
    @GET
    @Path("differences")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<YearEnds.Difference> differences(@QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        currentActor.requireBureau();
        return yearEnds.differences(year);
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<FundAct> list(
            @QueryParam("year") Integer year, @QueryParam("state") FundAct.State state, @BeanParam Paging paging) {
        return pages.list(FundAct.Kind.CARRY_OVER, year, state, paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return pages.show(FundAct.Kind.CARRY_OVER, id);
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
        return pages.decide(FundAct.Kind.CARRY_OVER, id, ifMatch, asked);
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
        return pages.reverse(FundAct.Kind.CARRY_OVER, id, ifMatch, asked.reason());
    }
}
