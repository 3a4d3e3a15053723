package cn.gov.zhuozhou.aid.disbursement.funding;

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
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;

/** What was not spent in time goes back to the treasury. */
@Path(TreasuryReturnResource.PATH)
@RunOnVirtualThread
class TreasuryReturnResource extends FundActResource {
    static final String PATH = "/api/v1/treasury-returns";

    record ReturnRequest(
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotBlank String programme,
            @NotBlank String source,
            @NotNull @Positive Long amountFen,
            @NotBlank @Size(max = 100) String documentNo,
            @NotNull LocalDate returnedOn) {}

    @Inject
    YearEnds yearEnds;

    TreasuryReturnResource() {
        super(FundAct.Kind.TREASURY_RETURN, PATH);
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid ReturnRequest asked) {
        return entered(new FundActs.Entered(
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
}
