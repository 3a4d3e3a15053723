package cn.gov.zhuozhou.aid.disbursement.ledger;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The county's books, for the bureau. */
@Path("/api/v1/ledger")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class LedgerResource {
    @Inject
    LedgerBooks books;

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
    public Page<LedgerBooks.Entry> entries(@QueryParam("account") String account, @BeanParam Paging paging) {
        currentActor.requireBureau();
        return Page.of(
                books.entries(account, paging.afterId(), paging.limit() + 1), paging.limit(), LedgerBooks.Entry::id);
    }
}
