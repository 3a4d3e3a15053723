package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.award.Prospect;
import cn.gov.zhuozhou.aid.disbursement.award.Prospects;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Question;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides every pupil twice, as things are and as they would be, by the rule awards follow; portion by portion, over one state of
 * the database.
 */
@ApplicationScoped
class SimulationJob implements JobHandler {
    static final String KIND = "simulation";
    private static final int PORTION = 2_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    SimulationStore store;

    @Inject
    Prospects prospects;

    @Inject
    PolicySets policies;

    @Inject
    Database database;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.subject());
        try {
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> {
                database.execute("set transaction isolation level repeatable read");
                answer(store.question(id), run);
            });
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> store.forgetListed(id));
            throw e;
        }
    }

    private void answer(Question question, JobRun run) {
        PolicySet inForce = policies.in(question.decidedFor()).orElse(null);
        PolicySet tried = question.policyVersion() == null
                ? inForce
                : policies.named(question.policyVersion(), question.decidedFor())
                        .orElseThrow();
        Tally tally = new Tally(inForce, tried);
        UUID after = BEFORE_ALL;
        List<Subject> portion = store.subjects(question, after, PORTION);
        while (!portion.isEmpty()) {
            Map<UUID, Prospect> known =
                    prospects.of(portion.stream().map(Subject::studentId).toList(), question.semester());
            store.addChanges(
                    question.id(),
                    portion.stream()
                            .flatMap(pupil -> tally.add(pupil, known.get(pupil.studentId())).stream())
                            .toList());
            run.progress(tally.lookedAt(), null);
            after = portion.getLast().studentId();
            portion = store.subjects(question, after, PORTION);
        }
        store.finish(question.id(), inForce == null ? null : inForce.version(), tried.version(), tally);
        run.reportNow(tally.lookedAt(), tally.lookedAt());
    }
}
