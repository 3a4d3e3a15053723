package cn.gov.zhuozhou.aid.registry.whatif;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.feed.FeedTrials;
import cn.gov.zhuozhou.aid.registry.identification.Trials;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Asked;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.ChangeKind;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Report;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Situation;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.View;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a file, handed in here instead of at the intake, or a rule set would change; nothing is changed by asking. */
@Path("/api/v1/what-ifs")
@RunOnVirtualThread
class WhatIfResource {
    record RulesRequest(@NotBlank String ruleSet, @NotBlank String version) {}

    /** What simulations of awards take as it is. */
    record Situations(UUID whatIf, List<Situation> pupils) {}

    @Inject
    WhatIfStore store;

    @Inject
    FeedTrials feeds;

    @Inject
    Trials trials;

    @Inject
    Jobs jobs;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @POST
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response file(
            @QueryParam("source") String source,
            @QueryParam("asOf") String asOf,
            @QueryParam("semester") String semester,
            @QueryParam("mode") String mode,
            @QueryParam("sheet") String sheet,
            File body)
            throws IOException {
        Actor actor = currentActor.requireBureau();
        UUID id = Ids.next();
        var handed = feeds.check(source == null ? "" : source, asOf, semester, mode, sheet, body.toPath());
        Response answer = asked(new Asked(id, trials.semester().code(), handed, null, null), actor);
        feeds.keep(id, body.toPath());
        return answer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Transactional
    @Idempotent
    public Response rules(@NotNull @Valid RulesRequest request) {
        Actor actor = currentActor.requireBureau();
        var rules = trials.rules(request.ruleSet(), request.version());
        return asked(new Asked(Ids.next(), trials.semester().code(), null, rules.id(), rules.version()), actor);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Report show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return store.find(id).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("{id}/lines")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<View> lines(
            @PathParam("id") UUID id, @QueryParam("change") ChangeKind change, @BeanParam Paging paging) {
        show(id);
        return Page.of(store.lines(id, change, paging.afterId(), paging.limit() + 1), paging.limit(), View::studentId);
    }

    @GET
    @Path("{id}/situations")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response situations(@PathParam("id") UUID id) {
        if (show(id).finishedAt() == null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        return Response.ok(new Situations(id, store.situations(id)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"what-if-" + id + ".json\"")
                .build();
    }

    private Response asked(Asked asked, Actor actor) {
        UUID job = jobs.submit(WhatIfJob.KIND, asked.id().toString(), actor);
        store.ask(asked, job, actor);
        trail.record(
                actor,
                "what-if.asked",
                "what-if",
                asked.id().toString(),
                null,
                asked.handed() == null
                        ? Map.of("ruleSet", asked.ruleSet(), "version", asked.version())
                        : Map.of("source", asked.handed().source()));
        return Response.accepted(store.find(asked.id()).orElseThrow())
                .location(URI.create("/api/v1/what-ifs/" + asked.id()))
                .build();
    }
}
