package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.Watermark;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files of accounts (CSV or workbook): 学籍号, 学生姓名, 持卡人姓名, 持卡人证件号码, 开户银行, 银行账号. */
@Path("/api/v1/payees/imports")
@RunOnVirtualThread
class PayeeImportResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record ConfirmationView(int confirmed) {}

    @Inject
    PayeeImports imports;

    @Inject
    CurrentActor currentActor;

    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv", XLSX})
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response receive(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @NotNull File body)
            throws IOException {
        PayeeImports.Import received = imports.receive(body.toPath(), authorization, currentActor.get());
        return Response.accepted(received)
                .location(URI.create("/api/v1/payees/imports/" + received.id()))
                .build();
    }

    /** Files one's unit handed in, and those that concern pupils of one's own. */
    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public Page<PayeeImports.Import> list(@BeanParam Paging paging) {
        return imports.list(currentActor.get(), paging);
    }

    /** Goes on with a file that waits: the registry was away, or the token of who handed it in was over. */
    @POST
    @Path("{id}/continuations")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response goOn(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return Response.accepted(imports.goOn(id, authorization, currentActor.get()))
                .location(URI.create("/api/v1/payees/imports/" + id))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public PayeeImports.Import show(@PathParam("id") UUID id) {
        return find(id);
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public Page<PayeeImports.RowView> rows(
            @PathParam("id") UUID id, @QueryParam("outcome") PayeeImports.Outcome outcome, @BeanParam Paging paging) {
        return imports.rows(find(id).id(), outcome, currentActor.get(), paging);
    }

    /** Refused rows as they stood, with the reason, to be put right and handed in again. */
    @GET
    @Path("{id}/refused.xlsx")
    @Produces(XLSX)
    @RolesAllowed(Roles.CLERK)
    @Transactional
    public Response refused(@PathParam("id") UUID id) throws IOException {
        find(id);
        Actor actor = currentActor.get();
        List<String> headers = new ArrayList<>(ImportRow.HEADERS);
        headers.addAll(List.of("原行号", "未通过原因"));
        var out = new ByteArrayOutputStream();
        var mark = new Watermark("导出人：%s；用途：账号导入更正；编号：%s".formatted(actor.name(), id), true);
        try (var sheet = new SheetWriter(out, "未通过", mark, headers)) {
            for (PayeeImports.Refused row : imports.refused(id, actor)) {
                List<Object> cells = new ArrayList<>(row.cells());
                cells.add(row.line());
                cells.add(
                        row.reasons().stream().map(reason -> reason.text().zh()).collect(Collectors.joining("；")));
                sheet.row(cells);
            }
        }
        return Downloads.of("未通过的账号_" + id + ".xlsx", XLSX, out.toByteArray());
    }

    /** Puts in force what has no open flag and follows no other account; the rest is decided singly. */
    @POST
    @Path("{id}/confirmation")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public ConfirmationView confirm(@PathParam("id") UUID id) {
        return new ConfirmationView(imports.confirm(id, currentActor.get()));
    }

    private PayeeImports.Import find(UUID id) {
        return imports.find(id, currentActor.get()).orElseThrow(ProblemException::notFound);
    }
}
