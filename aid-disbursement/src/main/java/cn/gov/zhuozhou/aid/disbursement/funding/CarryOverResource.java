package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;

/** What a year leaves goes on into the next: what was reported is held against what the books show (A15). */
@Path(CarryOverResource.PATH)
@RunOnVirtualThread
class CarryOverResource extends FundActResource {
    static final String PATH = "/api/v1/carry-overs";

    /** @param explanation needed where the books show another amount */
    record CarryOverRequest(
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotBlank String programme,
            @NotBlank String source,
            @NotNull @PositiveOrZero Long reportedFen,
            @Size(max = 500) String explanation) {}

    @Inject
    YearEnds yearEnds;

    @Inject
    BusinessClock clock;

    CarryOverResource() {
        super(FundAct.Kind.CARRY_OVER, PATH);
    }

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
        return entered(new FundActs.Entered(
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
}
