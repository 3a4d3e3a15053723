package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
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
import java.util.UUID;

/** Money appropriated to the county: entered from its document by one person, confirmed by another. */
@Path("/api/v1/fund-incomes")
@RunOnVirtualThread
class FundIncomeResource {
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

    @Inject
    FundActPages pages;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid IncomeRequest asked) {
        return pages.enter(new FundActs.Entered(
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

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<FundAct> list(
            @QueryParam("year") Integer year, @QueryParam("state") FundAct.State state, @BeanParam Paging paging) {
        return pages.list(FundAct.Kind.INCOME, year, state, paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return pages.show(FundAct.Kind.INCOME, id);
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
        return pages.decide(FundAct.Kind.INCOME, id, ifMatch, asked);
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
        return pages.reverse(FundAct.Kind.INCOME, id, ifMatch, asked.reason());
    }
}
