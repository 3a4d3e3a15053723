package cn.gov.zhuozhou.aid.inspection.report;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The ledger of one's jurisdiction as a workbook. */
@Path("/api/v1/ledger.xlsx")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class LedgerResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    LedgerLines lines;

    @Inject
    CurrentActor currentActor;

    @Inject
    BusinessClock clock;

    @GET
    public Response download() throws IOException {
        var workbook = new ByteArrayOutputStream();
        LedgerWorkbook.write(lines.within(currentActor.jurisdiction()), clock.today(), workbook);
        return Response.ok(workbook.toByteArray(), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-" + clock.today() + ".xlsx\"")
                .build();
    }
}
