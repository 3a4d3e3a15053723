package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What banks answer. The file is the body; it is read whole, its rows are applied by a job, and it is not kept. */
@Path("/api/v1/bank-returns")
@RunOnVirtualThread
class BankReturnResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> HEADERS =
            List.of("行号 Row", "端到端标识 End-to-end id", "结果 Outcome", "金额(分) Fen", "未采用原因 Refused because");

    @Inject
    BankReturns returns;

    @Inject
    BankReturnQueries queries;

    @Inject
    Jobs jobs;

    @Inject
    CurrentActor currentActor;

    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_XML, MediaType.TEXT_PLAIN, "text/csv", XLSX})
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER})
    public Response take(@QueryParam("layout") @DefaultValue("iso20022") String layout, File body) {
        Actor actor = currentActor.requireBureau();
        UUID id = returns.take(layout, body.toPath(), actor);
        UUID job = jobs.submit(BankReturnJob.KIND, id.toString(), actor);
        return Response.accepted(Map.of("id", id, "job", job))
                .location(URI.create("/api/v1/jobs/" + job))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<BankReturn> list(@BeanParam Paging paging) {
        currentActor.requireBureau();
        return queries.list(paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR})
    public BankReturn show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return found(id);
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<BankReturn.Row> rows(
            @PathParam("id") UUID id,
            @QueryParam("refused") @DefaultValue("false") boolean refused,
            @BeanParam Paging paging) {
        currentActor.requireBureau();
        found(id);
        return queries.rows(id, refused, paging);
    }

    @GET
    @Path("{id}/refused.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.AUDITOR})
    public Response refused(@PathParam("id") UUID id) throws IOException {
        currentActor.requireBureau();
        found(id);
        var out = new ByteArrayOutputStream();
        try (var sheet = new SheetWriter(out, "未采用", HEADERS)) {
            for (BankReturn.Row row : queries.refused(id)) {
                sheet.row(Arrays.asList(row.row(), row.endToEndId(), row.outcome(), row.amountFen(), row.result()));
            }
        }
        return Downloads.of(FileNames.plain("回盘未采用_" + id, "xlsx"), XLSX, out.toByteArray());
    }

    private BankReturn found(UUID id) {
        return queries.find(id).orElseThrow(ProblemException::notFound);
    }
}
