package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Question;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes questions, with their lists, and has them answered. */
@ApplicationScoped
class Simulations {
    @Inject
    SimulationStore store;

    @Inject
    SituationReader reader;

    @Inject
    Registry registry;

    @Inject
    PolicySets policies;

    @Inject
    Jobs jobs;

    @Inject
    Trail trail;

    /** In the caller's transaction; {@code authorization} is what the registry is asked with. */
    Report ask(Asked parameters, Optional<Path> body, String authorization, Actor actor) throws IOException {
        UUID id = Ids.next();
        Listed listed = new Listed(id);
        Asked asked = parameters;
        if (body.isPresent()) {
            try (InputStream in = Files.newInputStream(body.get())) {
                asked = parameters.or(reader.read(in, listed::take));
            }
        }
        if (asked.whatIfId() != null) {
            requireNoOther(listed);
            try (InputStream in = registry.situations(asked.whatIfId(), authorization)) {
                asked = asked.or(reader.read(in, listed::take));
            }
        }
        if (store.listed(id) != listed.pupils) {
            throw new ProblemException(SimulationProblem.LIST_MIXED);
        }
        Question question = question(id, asked, listed);
        UUID job = jobs.submit(SimulationJob.KIND, id.toString(), actor);
        store.ask(question, asked.whatIf() == null ? asked.whatIfId() : asked.whatIf(), listed.pupils, job, actor);
        trail.record(actor, "simulation.asked", "simulation", id.toString(), null, detail(question, listed));
        return store.find(id).orElseThrow();
    }

    private Question question(UUID id, Asked asked, Listed listed) {
        Semester semester = listed.semester == null ? asked.semester() : listed.semester;
        if (semester == null) {
            Text expected = Text.of("须写明学期", "the semester is needed");
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    expected,
                    List.of(new FieldError("semester", "SEMESTER_CODE", expected)));
        }
        if (asked.policyVersion() == null) {
            Semester decidedFor = asked.decidedFor() == null ? semester : asked.decidedFor();
            if (policies.in(decidedFor).isEmpty()) {
                throw new ProblemException(SimulationProblem.NO_POLICY);
            }
            return new Question(id, semester, decidedFor, null);
        }
        Semester begins = policies.requireSound(asked.policyVersion());
        Semester decidedFor = asked.decidedFor() == null ? later(semester, begins) : asked.decidedFor();
        if (decidedFor.compareTo(begins) < 0) {
            throw new ProblemException(SimulationProblem.NO_POLICY);
        }
        return new Question(id, semester, decidedFor, asked.policyVersion());
    }

    private static void requireNoOther(Listed listed) {
        if (listed.pupils > 0) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("名单与 whatIfId 二选一", "either a list or whatIfId, not both"));
        }
    }

    private static Semester later(Semester one, Semester other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Map<String, Object> detail(Question question, Listed listed) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("semester", question.semester());
        detail.put("policyVersion", question.policyVersion());
        detail.put("listed", listed.pupils);
        return detail;
    }

    /** The list of one question while it is read. */
    private final class Listed {
        private final UUID id;
        private Semester semester;
        private long pupils;

        Listed(UUID id) {
            this.id = id;
        }

        void take(List<Situation> portion) {
            for (Situation one : portion) {
                semester = semester == null ? one.semester() : semester;
                if (!semester.equals(one.semester())) {
                    throw new ProblemException(SimulationProblem.LIST_MIXED);
                }
            }
            pupils += portion.size();
            store.addListed(id, portion);
        }
    }
}
