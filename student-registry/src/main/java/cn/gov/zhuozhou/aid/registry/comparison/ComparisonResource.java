package cn.gov.zhuozhou.aid.registry.comparison;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.Watermark;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Comparisons with the national system. The sheet is the body; it is compared and not kept. */
@Path("/api/v1")
@RunOnVirtualThread
class ComparisonResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> HEADERS = List.of("一方", "行号", "姓名", "号码", "学校", "学段", "等级");

    record TotalList(Comparison comparison, List<Comparison.Total> items) {}

    @Inject
    Comparisons comparisons;

    @Inject
    ComparisonQueries queries;

    @Inject
    SheetMappings mappings;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @POST
    @Path("national-comparisons")
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv", XLSX})
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response compare(
            @QueryParam("semester") @NotBlank String semester,
            @QueryParam("mapping") @NotBlank String mapping,
            @QueryParam("asOf") @NotNull LocalDate asOf,
            File body)
            throws IOException {
        Actor actor = currentActor.requireBureau();
        if (asOf.isAfter(clock.today())) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("asOf 不得晚于今天。", "asOf is today or earlier."));
        }
        UUID id = comparisons.compare(semester, mapping, asOf, body.toPath(), actor);
        return Response.created(URI.create("/api/v1/national-comparisons/" + id))
                .entity(queries.find(id).orElseThrow())
                .build();
    }

    @GET
    @Path("national-comparisons")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Comparison> list(@QueryParam("semester") String semester, @BeanParam Paging paging) {
        return queries.list(semester, paging);
    }

    @GET
    @Path("national-comparisons/{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public TotalList show(
            @PathParam("id") UUID id, @QueryParam("different") @DefaultValue("false") boolean differentOnly) {
        return new TotalList(comparison(id), queries.totals(id, differentOnly, currentActor.jurisdiction()));
    }

    @GET
    @Path("national-comparisons/{id}/persons")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Comparison.Person> persons(
            @PathParam("id") UUID id, @QueryParam("side") Comparison.Side side, @BeanParam Paging paging) {
        comparison(id);
        return queries.persons(id, side, currentActor.jurisdiction(), paging);
    }

    /** Who stands on one side only, as the list shows it. */
    @GET
    @Path("national-comparisons/{id}/persons.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    public Response download(@PathParam("id") UUID id) throws IOException {
        Comparison comparison = comparison(id);
        Actor actor = currentActor.get();
        List<Comparison.Person> persons = queries.allPersons(id, actor.jurisdiction());
        var out = new ByteArrayOutputStream();
        try (var sheet = new SheetWriter(out, "比对差异", mark(id, actor), HEADERS)) {
            for (Comparison.Person p : persons) {
                sheet.row(Arrays.asList(
                        p.side() == Comparison.Side.OURS ? "仅本系统有" : "仅全国系统有",
                        p.line(),
                        p.name(),
                        p.number(),
                        p.school(),
                        p.stage(),
                        p.level()));
            }
        }
        trail.record(actor, "comparison.downloaded", "comparison", id.toString(), null);
        String name = "比对差异_%s_%s_%s_%s".formatted(comparison.semester(), actor.name(), clock.today(), id);
        return Downloads.of(FileNames.plain(name, "xlsx"), XLSX, out.toByteArray());
    }

    @GET
    @Path("comparison-mappings")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<SheetMappings.Versioned> mappings() {
        return mappings.all();
    }

    @POST
    @Path("comparison-mappings")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response map(@NotNull @Valid SheetMapping mapping) {
        return Response.created(URI.create("/api/v1/comparison-mappings"))
                .entity(mappings.add(mapping, currentActor.requireBureau()))
                .build();
    }

    private Watermark mark(UUID id, Actor actor) {
        return new Watermark(
                "导出人：%s；单位：%s；时间：%s；用途：与全国系统比对；编号：%s"
                        .formatted(actor.name(), actor.jurisdiction().claim(), clock.today(), id),
                true);
    }

    private Comparison comparison(UUID id) {
        return queries.find(id).orElseThrow(ProblemException::notFound);
    }
}
