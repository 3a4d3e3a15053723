package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.JobView;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Semesters and which of them is open; at most one is. */
@ApplicationScoped
class Semesters {
    enum Phase {
        OPENING,
        OPEN,
        CLOSED
    }

    record Opened(
            String code, Phase state, UUID jobId, String openedBy, LocalDate openedOn, Map<String, Long> results) {}

    @Inject
    Database database;

    @Inject
    IdentificationStore store;

    @Inject
    RuleSets ruleSets;

    @Inject
    Jobs jobs;

    @Inject
    BusinessClock clock;

    /** The semester rulings are made for now. */
    Optional<Semester> current() {
        return database.first(
                "select code from semester where state in ('OPENING', 'OPEN')",
                Map.of(),
                row -> Semester.parse(row.getString(1)));
    }

    Optional<Opened> find(Semester semester) {
        return database.first(
                "select code, state, job_id, opened_by_name, opened_on from semester where code = :code",
                Map.of("code", semester.code()),
                row -> new Opened(
                        row.getString(1),
                        Phase.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        results(semester)));
    }

    /** Ends the request where the semester was never opened. */
    void require(Semester semester) {
        if (find(semester).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    /** Begins the carry-over, or takes up one that failed or was cancelled; gives the job. */
    UUID open(Semester semester, Actor actor) {
        ruleSets.of(semester);
        store.lock();
        find(semester).filter(known -> !interrupted(known)).ifPresent(known -> {
            throw new ProblemException(IdentificationProblem.SEMESTER_ALREADY_OPENED);
        });
        if (current().filter(other -> !other.equals(semester)).flatMap(this::find).stream()
                .anyMatch(other -> other.state() == Phase.OPENING)) {
            throw new ProblemException(IdentificationProblem.ANOTHER_SEMESTER_OPENING);
        }
        UUID job = jobs.submit(SemesterOpening.KIND, semester.code(), actor);
        Map<String, Object> values = new HashMap<>();
        values.put("code", semester.code());
        values.put("job", job);
        values.put("actor", actor.id());
        values.put("name", actor.name());
        values.put("today", clock.today());
        database.update("update semester set state = 'CLOSED' where state = 'OPEN'", Map.of());
        database.update("""
                insert into semester (code, state, job_id, opened_by, opened_by_name, opened_on)
                values (:code, 'OPENING', :job, :actor, :name, :today)
                on conflict (code) do update set job_id = excluded.job_id, opened_by = excluded.opened_by,
                    opened_by_name = excluded.opened_by_name
                """, values);
        return job;
    }

    void opened(Semester semester) {
        database.update(
                "update semester set state = 'OPEN', completed_at = :now where code = :code and state = 'OPENING'",
                Map.of("code", semester.code(), "now", clock.now()));
    }

    private boolean interrupted(Opened known) {
        boolean stopped = jobs.find(known.jobId()).map(JobView::finished).orElse(true);
        return known.state() == Phase.OPENING && stopped;
    }

    private Map<String, Long> results(Semester semester) {
        Map<String, Long> counts = new TreeMap<>();
        database.list(
                "select result, count(*) from identification where semester = :code group by result",
                Map.of("code", semester.code()),
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
