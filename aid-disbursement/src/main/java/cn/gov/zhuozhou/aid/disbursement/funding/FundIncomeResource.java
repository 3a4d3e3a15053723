package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** Money appropriated to the county: entered from its document by one person, confirmed by another. */
@Path(FundIncomeResource.PATH)
@RunOnVirtualThread
class FundIncomeResource extends FundActResource {
    static final String PATH = "/api/v1/fund-incomes";

    /**
     * Money that arrived.
     *
     * @param year the calendar year whose money it is
     * @param semester null where it is for the whole year
     */
    record IncomeRequest(
            @NotBlank String source,
            @NotBlank String programme,
            @NotNull @Min(2000) @Max(2100) Integer year,
            Semester semester,
            @NotBlank @Size(max = 100) String documentNo,
            @NotNull LocalDate receivedOn,
            @NotNull @Positive Long amountFen) {}

    FundIncomeResource() {
        super(FundAct.Kind.INCOME, PATH);
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid IncomeRequest asked) {
        return entered(new FundActs.Entered(
                FundAct.Kind.INCOME,
                asked.source(),
                asked.programme(),
                asked.year(),
                asked.semester() == null ? null : asked.semester().code(),
                asked.documentNo(),
                asked.receivedOn(),
                asked.amountFen(),
                null,
                null));
    }
}
