package cn.gov.zhuozhou.aid.registry.whatif;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.feed.FeedTrials;
import cn.gov.zhuozhou.aid.registry.identification.Trials;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Asks what a file or a rule set would change. */
@ApplicationScoped
class Asking {
    /** What is said of a file beside its content; null where nothing is said. */
    record Said(String source, String asOf, String semester, String mode, String sheet) {}

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

    @Transactional
    @Idempotent
    Response file(Said said, File body) throws IOException {
        Actor actor = currentActor.requireBureau();
        UUID id = Ids.next();
        var handed = feeds.check(
                said.source() == null ? "" : said.source(),
                said.asOf(),
                said.semester(),
                said.mode(),
                said.sheet(),
                body.toPath());
        Response answer = asked(new Asked(id, trials.semester().code(), handed, null, null), actor);
        feeds.keep(id, body.toPath());
        return answer;
    }

    @Transactional
    @Idempotent
    Response rules(WhatIfResource.RulesRequest request) {
        Actor actor = currentActor.requireBureau();
        var rules = trials.rules(request.ruleSet(), request.version());
        return asked(new Asked(Ids.next(), trials.semester().code(), null, rules.id(), rules.version()), actor);
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
