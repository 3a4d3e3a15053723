package cn.gov.zhuozhou.aid.registry.whatif;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.feed.FeedTrials;
import cn.gov.zhuozhou.aid.registry.identification.Trials;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Asked;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Line;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the answer in a transaction that is rolled back, and keeps it in another. */
@ApplicationScoped
class WhatIfJob implements JobHandler {
    static final String KIND = "what-if";
    private static final int CHUNK = 2000;
    private static final Duration LONGEST = Duration.ofHours(1);

    private record Answer(long lookedAt, List<Line> lines) {}

    @Inject
    WhatIfStore store;

    @Inject
    FeedTrials feeds;

    @Inject
    Trials trials;

    @Inject
    Database database;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        UUID id = UUID.fromString(run.subject());
        Asked asked = store.asked(id);
        Answer answer;
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout((int) LONGEST.toSeconds()));
        try {
            answer = asked.handed() == null ? rules(asked, run) : file(asked, run);
        } catch (IOException | RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> feeds.forget(id));
            throw e;
        } finally {
            QuarkusTransaction.rollback();
        }
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> {
            store.answer(id, answer.lookedAt(), answer.lines());
            feeds.forget(id);
        });
        run.reportNow(answer.lookedAt(), answer.lookedAt());
    }

    private Answer file(Asked asked, JobRun run) throws IOException {
        List<UUID> touched = feeds.merge(asked.id(), asked.handed(), run.askedBy(), done -> run.progress(done, null));
        Semester semester = Semester.parse(asked.semester());
        RuleSet rules = trials.rules(semester);
        return new Answer(touched.size(), lines(semester, touched, rules, run));
    }

    private Answer rules(Asked asked, JobRun run) {
        database.execute("set transaction isolation level repeatable read read only");
        Semester semester = Semester.parse(asked.semester());
        RuleSet rules = trials.rules(asked.ruleSet(), asked.version());
        List<UUID> candidates = trials.candidates(semester);
        return new Answer(candidates.size(), lines(semester, candidates, rules, run));
    }

    private List<Line> lines(Semester semester, List<UUID> studentIds, RuleSet rules, JobRun run) {
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < studentIds.size(); from += CHUNK) {
            List<UUID> chunk = studentIds.subList(from, Math.min(from + CHUNK, studentIds.size()));
            lines.addAll(lines(trials.of(semester, chunk, rules)));
            run.progress(from + chunk.size(), (long) studentIds.size());
        }
        return lines;
    }

    private List<Line> lines(List<Trials.Outcome> outcomes) {
        Map<UUID, WhatIfStore.Place> places =
                store.places(outcomes.stream().map(Trials.Outcome::studentId).toList());
        return outcomes.stream()
                .map(outcome -> new Line(outcome, places.get(outcome.studentId())))
                .toList();
    }
}
