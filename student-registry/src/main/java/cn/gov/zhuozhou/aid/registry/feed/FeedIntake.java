package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a file at the door, keeps it and submits its job; what cannot be right is refused and nothing of it is stored. */
@ApplicationScoped
class FeedIntake {
    record AcceptedView(UUID batchId, UUID jobId, String source) {}

    /** What is said of a file beside its content; null where nothing is said. */
    record Asked(String source, String asOf, String semester, String mode, String sheet) {}

    @Inject
    FeedChecks checks;

    @Inject
    Batches batches;

    @Inject
    FeedFiles files;

    @Inject
    Jobs jobs;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @Transactional
    @Idempotent
    public Response handIn(Asked asked, File file) throws IOException {
        var actor = currentActor.requireBureau();
        Batch batch = batch(asked);
        Feed source = batch.source();
        FeedChecks.Table table = checks.table(batch, file.toPath(), asked.sheet());
        UUID job = jobs.submit(FeedJob.KIND, batch.id().toString(), actor);
        batches.insert(batch, file.length(), table, job, actor);
        files.keep(FeedFiles.Owner.BATCH, batch.id(), file.toPath());
        trail.record(
                actor, "feed.handed-in", "feed-batch", batch.id().toString(), null, Map.of("source", source.code()));
        return Response.accepted(new AcceptedView(batch.id(), job, source.code()))
                .location(URI.create("/api/v1/feeds/batches/" + batch.id()))
                .build();
    }

    /** The batch a file would be; ends the request where none can be. */
    Batch batch(Asked asked) {
        Feed source = source(asked.source());
        Batch batch = Batch.ofFile(
                Ids.next(),
                source,
                checks.asOf(asked.asOf()),
                source == Feed.IDENTIFIED ? checks.semester(asked.semester()) : null,
                checks.mode(source, asked.mode()));
        batches.requireNewest(source, batch.asOf(), batch.semester());
        return batch;
    }

    private static Feed source(String code) {
        if ("staff".equals(code)) {
            throw new ProblemException(
                    RegistryProblem.FEED_TAKEN_ELSEWHERE,
                    Text.of(
                            "教职工名册请提交到责任管理服务 (accountability)。",
                            "Hand the staff list in at the accountability service."));
        }
        return Feed.of(code).orElseThrow(() -> new ProblemException(RegistryProblem.UNKNOWN_FEED, known()));
    }

    private static Text known() {
        String codes = Stream.of(Feed.values()).map(Feed::code).collect(Collectors.joining(", "));
        return Text.of("可用的来源：%s。", "Known feeds: %s.").formatted(codes);
    }
}
