package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Whether batch, bank, books and the national system agree, line by line, and the proof of it. The bureau's alone. */
@Path("/api/v1")
@RunOnVirtualThread
class ReconciliationResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> HEADERS = List.of(
            "序号 No.",
            "对方 Side",
            "差异 Difference",
            "标识 Key",
            "行 Line",
            "本方(分) Ours",
            "对方(分) Theirs",
            "本方状态 Ours",
            "对方状态 Theirs");

    record MakeRequest(@NotNull UUID batchId) {}

    @Inject
    Reconciliations reconciliations;

    @Inject
    NationalSheets sheets;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("reconciliations")
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    public Response make(@NotNull @Valid MakeRequest asked) {
        Actor by = currentActor.requireBureau();
        return created(reconciliations.make(asked.batchId(), differences -> {}, by));
    }

    /** The same, and with a payment sheet of the national system, which is the body and not kept. */
    @POST
    @Path("reconciliations/national")
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv", XLSX})
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    public Response makeWithNational(
            @QueryParam("batch") @NotNull UUID batch, @QueryParam("mapping") @NotBlank String mapping, File body) {
        Actor by = currentActor.requireBureau();
        return created(reconciliations.make(
                batch, differences -> sheets.compare(batch, mapping, body.toPath(), differences), by));
    }

    @GET
    @Path("reconciliations")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Reconciliation> list(@QueryParam("batch") UUID batch, @BeanParam Paging paging) {
        currentActor.requireBureau();
        return reconciliations.list(batch, paging);
    }

    @GET
    @Path("reconciliations/{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Reconciliation show(@PathParam("id") UUID id) {
        return found(id);
    }

    @GET
    @Path("reconciliations/{id}/differences")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Reconciliation.Line> differences(@PathParam("id") UUID id, @BeanParam Paging paging) {
        found(id);
        return reconciliations.differences(id, paging);
    }

    @GET
    @Path("reconciliations/{id}/differences.xlsx")
    @Produces(XLSX)
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response workbook(@PathParam("id") UUID id) throws IOException {
        found(id);
        var out = new ByteArrayOutputStream();
        try (var sheet = new SheetWriter(out, "差异", HEADERS)) {
            reconciliations.forEachDifference(id, line -> write(sheet, line));
        }
        return Downloads.of(FileNames.plain("对账差异_" + id, "xlsx"), XLSX, out.toByteArray());
    }

    /** The page as it was printed when the reconciliation was made. */
    @GET
    @Path("reconciliations/{id}/proof.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response proof(@PathParam("id") UUID id) {
        found(id);
        return Downloads.of(FileNames.plain("三方对账单_" + id, "pdf"), "application/pdf", reconciliations.page(id));
    }

    /** The same on a screen: without a script, kept by nobody on the way. */
    @GET
    @Path("reconciliations/{id}/proof.html")
    @Produces(HTML)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response proofOnScreen(@PathParam("id") UUID id) {
        return Response.ok(reconciliations.screen(found(id)), HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @GET
    @Path("reconciliations/{id}/verification")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @Transactional
    public Reconciliation.Verification verify(@PathParam("id") UUID id) {
        return reconciliations.verify(found(id));
    }

    @GET
    @Path("national-sheet-mappings")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<NationalSheets.Versioned> mappings() {
        return sheets.mappings();
    }

    @POST
    @Path("national-sheet-mappings")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response map(@NotNull @Valid NationalSheet mapping) {
        return Response.created(URI.create("/api/v1/national-sheet-mappings"))
                .entity(sheets.add(mapping, currentActor.requireBureau()))
                .build();
    }

    private static void write(SheetWriter sheet, Reconciliation.Line line) {
        try {
            sheet.row(Arrays.asList(
                    line.number(),
                    line.side(),
                    line.kind(),
                    line.key(),
                    line.line(),
                    line.oursFen(),
                    line.theirsFen(),
                    line.oursState(),
                    line.theirsState()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response created(Reconciliation made) {
        return Response.created(URI.create("/api/v1/reconciliations/" + made.id()))
                .entity(made)
                .build();
    }

    private Reconciliation found(UUID id) {
        currentActor.requireBureau();
        return reconciliations.find(id).orElseThrow(ProblemException::notFound);
    }
}
