package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The county's books, for the bureau. */
@Path("/api/v1/ledger")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class LedgerResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    LedgerBooks books;

    @Inject
    Balances balances;

    @Inject
    LedgerSeal seal;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("accounts")
    public List<LedgerBooks.AccountView> accounts() {
        currentActor.requireBureau();
        return books.accounts();
    }

    @GET
    @Path("entries")
    public Page<LedgerBooks.Entry> entries(
            @QueryParam("account") String account, @QueryParam("subject") UUID subject, @BeanParam Paging paging) {
        currentActor.requireBureau();
        return Page.of(
                books.entries(account, subject, paging.afterId(), paging.limit() + 1),
                paging.limit(),
                LedgerBooks.Entry::id);
    }

    /** By programme and source. {@code year} of the school basis is the year in which it begins. */
    @GET
    @Path("balances")
    public List<Balances.Balance> balances(
            @QueryParam("basis") @DefaultValue("CALENDAR") BookYear.Basis basis,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        currentActor.requireBureau();
        return balances.of(new BookYear(basis, year));
    }

    @GET
    @Path("balances.xlsx")
    @Produces(XLSX)
    public Response balanceSheet(
            @QueryParam("basis") @DefaultValue("CALENDAR") BookYear.Basis basis,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        currentActor.requireBureau();
        var asked = new BookYear(basis, year);
        return Downloads.of("资金结余表.xlsx", XLSX, BalanceSheet.of(asked, balances.of(asked)));
    }

    /** Whether everything posted is as it was posted: walks the whole chain and all balances. */
    @GET
    @Path("seal")
    @Transactional
    @RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
    public LedgerSeal.Verdict seal() {
        currentActor.requireBureau();
        return seal.verify();
    }
}
