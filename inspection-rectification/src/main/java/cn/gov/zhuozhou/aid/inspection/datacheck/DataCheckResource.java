package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.inspection.finding.FindingFilter;
import cn.gov.zhuozhou.aid.inspection.finding.FindingQueries;
import cn.gov.zhuozhou.aid.inspection.finding.FindingView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The checks, what each finds wrong today, and running one over everything. */
@Path("/api/v1/data-checks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class DataCheckResource {
    /** {@code deadlineDays} are working days; {@code open} counts the lines not closed yet in one's jurisdiction. */
    record DataCheckView(
            String code, String name, String nameEn, String legalBasis, int deadlineDays, long open, long overdue) {}

    record DataChecksView(List<DataCheckView> items) {}

    record RunView(UUID jobId, String code) {}

    @Inject
    RuleBooks ruleBooks;

    @Inject
    FindingQueries findings;

    @Inject
    Jobs jobs;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @GET
    public DataChecksView list() {
        var totals = findings.totals(FindingFilter.within(currentActor.jurisdiction()));
        return new DataChecksView(ruleBooks.present().checks().values().stream()
                .map(check -> {
                    var open = totals.stream()
                            .filter(t ->
                                    t.code().equals(check.code()) && t.state().isOpen())
                            .toList();
                    return new DataCheckView(
                            check.code(),
                            check.name(),
                            check.nameEn(),
                            check.legalBasis(),
                            check.deadlineDays(),
                            open.stream().mapToLong(t -> t.count()).sum(),
                            open.stream().mapToLong(t -> t.overdue()).sum());
                })
                .toList());
    }

    @GET
    @Path("{code}/hits")
    public Page<FindingView> hits(@PathParam("code") String code, @BeanParam Paging paging) {
        requireKnown(code);
        var filter = FindingFilter.hitsOf(code, currentActor.jurisdiction());
        return Page.of(findings.list(filter, paging.afterId(), paging.limit() + 1), paging.limit(), FindingView::id);
    }

    @POST
    @Path("{code}/runs")
    @RolesAllowed(Roles.INSPECTOR)
    @Transactional
    @Idempotent
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    public Response run(@PathParam("code") String code) {
        Actor actor = currentActor.requireBureau();
        requireKnown(code);
        UUID job = jobs.submit(RunCheckJob.KIND, code, actor);
        trail.record(actor, "data-check.run", "data-check", code, null);
        return Response.accepted(new RunView(job, code))
                .location(URI.create("/api/v1/jobs/" + job))
                .build();
    }

    private void requireKnown(String code) {
        if (!ruleBooks.present().checks().containsKey(code)) {
            throw ProblemException.notFound();
        }
    }
}
