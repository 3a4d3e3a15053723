package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.ChangeView;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Place;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Question;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Ruling;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Decides every pupil twice, as things are and as they would be; portion by portion, over one state of the database. */
@ApplicationScoped
class SimulationJob implements JobHandler {
    static final String KIND = "simulation";
    private static final int PORTION = 2_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    SimulationStore store;

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
        Costs costs = new Costs(inForce, tried);
        long lookedAt = 0;
        UUID after = BEFORE_ALL;
        List<Subject> portion = store.subjects(question, after, PORTION);
        while (!portion.isEmpty()) {
            List<ChangeView> changes = new ArrayList<>();
            portion.forEach(pupil -> decide(pupil, inForce, tried, costs, changes));
            store.addChanges(question.id(), changes);
            lookedAt += portion.size();
            run.progress(lookedAt, null);
            after = portion.getLast().studentId();
            portion = store.subjects(question, after, PORTION);
        }
        store.finish(
                question.id(), inForce == null ? null : inForce.version(), tried.version(), lookedAt, costs.lines());
        run.reportNow(lookedAt, lookedAt);
    }

    private static void decide(
            Subject pupil, PolicySet inForce, PolicySet tried, Costs costs, List<ChangeView> changes) {
        Place place = pupil.listedPlace() == null ? pupil.held() : pupil.listedPlace();
        if (place == null) {
            // A ruling whose pupil is not known yet waits for him here as well.
            return;
        }
        Ruling ruling = pupil.listed() == null ? pupil.ruling() : pupil.listed();
        AwardDecision before = decision(pupil.held(), pupil.ruling(), inForce);
        AwardDecision after = decision(place, ruling, tried);
        if (pupil.held() != null) {
            costs.addBefore(pupil.held().schoolCode(), before);
        }
        costs.addAfter(place.schoolCode(), after);
        Comparison.of(before, after, ruling != null && ruling.identified())
                .forEach(change -> changes.add(ChangeView.of(pupil.studentId(), place.schoolCode(), change)));
    }

    private static AwardDecision decision(Place place, Ruling ruling, PolicySet policy) {
        if (place == null || ruling == null || policy == null) {
            return AwardDecision.NOTHING;
        }
        boolean fourCategory =
                ruling.fourCategory() == null ? policy.isFourCategory(ruling.categories()) : ruling.fourCategory();
        return AwardDecision.of(place.under(ruling, fourCategory), policy);
    }
}
