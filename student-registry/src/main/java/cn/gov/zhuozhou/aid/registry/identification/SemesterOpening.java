package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The carry-over (S67-S70): everybody identified last semester, with evidence now or with an undecided match is evaluated. Run
 * again after an interruption, it finds those already evaluated unchanged.
 */
@ApplicationScoped
class SemesterOpening implements JobHandler {
    static final String KIND = "semester-opening";
    private static final int CHUNK = 3000;

    @Inject
    PupilReader pupils;

    @Inject
    Evaluator evaluator;

    @Inject
    Semesters semesters;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Semester semester = Semester.parse(run.subject());
        Proposer by = Proposer.of(run.askedBy());
        List<UUID> candidates = pupils.candidates(semester);
        long total = candidates.size();
        for (int from = 0; from < total; from += CHUNK) {
            List<UUID> chunk = candidates.subList(from, (int) Math.min(from + CHUNK, total));
            QuarkusTransaction.requiringNew().run(() -> evaluator.evaluate(semester, chunk, by));
            run.progress(from + chunk.size(), total);
        }
        QuarkusTransaction.requiringNew().run(() -> semesters.opened(semester));
        run.reportNow(total, total);
    }
}
