package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.hardship.Deadlines;
import cn.gov.zhuozhou.aid.registry.hardship.MissingPupils;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at everybody once a semester, from its first day on: for persons come of school age that no file has touched since, and
 * for agreed answers that hold for a semester only (S73).
 */
@ApplicationScoped
class SemesterRound {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** What was agreed goes on to count until another answer is agreed on; see {@link OutOfAreaPersons}. */
    private static final String ASK_AGAIN = """
            with again as (
              update reverse_check rc set state = :open, version = rc.version + 1, asked_again_on = :today, due_on = :due,
                expected_stage = expected_stage(mc.source, mc.birth_date, :schoolDay), proposed_by = null, settled_by = null, settled_at = null, taken_by = null, taken_by_name = null, taken_at = null
              from reverse_check_answer a, match_case mc
              where mc.id = rc.id and rc.state = :settled and a.id = rc.answer_id and rc.settled_at < :begins
                and (select r.again from reverse_check_repetition r
                     where r.kind = a.kind and r.valid_from <= :today order by r.valid_from desc limit 1)
              returning rc.id)
            insert into told_task select id from again""";

    @Inject
    Database database;

    @Inject
    MissingPupils missing;

    @Inject
    Deadlines deadlines;

    @Inject
    ReverseCheckEvents events;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Scheduled(
            every = "${aid.reverse-check.round-every:60s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        LocalDate day = clock.semester().firstDay();
        if (!isLookedAt(day)) {
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> look(day));
        }
    }

    private void look(LocalDate day) {
        missing.takeTurn();
        if (isLookedAt(day)) {
            return;
        }
        int ofAge = missing.matchThoseOfOtherAgeThan(before(day).orElse(null));
        int again = askAgain(day);
        database.update(
                "insert into reverse_check_round (counted_on, came_of_age, asked_again, at) values (:day, :age, :again, :now)",
                Values.of("day", day).and("age", ofAge).and("again", again).and("now", clock.now()));
        trail.record(
                Actor.system("reverse-check"),
                "reverse-check.semester-begun",
                "semester",
                clock.semester().code(),
                null,
                Map.of("cameOfAge", ofAge, "askedAgain", again));
    }

    private int askAgain(LocalDate day) {
        database.execute(TaskKeeping.TABLE);
        int asked = database.update(
                ASK_AGAIN,
                Values.of("open", TaskTransitions.of(TaskState.SETTLED, TaskTransitions.Occasion.ASKED_AGAIN))
                        .and("settled", TaskState.SETTLED)
                        .and("today", clock.today())
                        .and("schoolDay", day)
                        .and("due", deadlines.dueFromToday(Deadlines.Work.REVERSE_CHECK))
                        .and("begins", clock.endOf(day.minusDays(1))));
        if (asked > 0) {
            List<UUID> tasks =
                    database.list("select task_id from told_task", Map.of(), row -> row.getObject(1, UUID.class));
            missing.reopenAll(tasks);
            events.unmatched();
        }
        return asked;
    }

    private boolean isLookedAt(LocalDate day) {
        return database.number("select count(*) from reverse_check_round where counted_on = :day", Map.of("day", day))
                > 0;
    }

    private Optional<LocalDate> before(LocalDate day) {
        return database
                .list(
                        "select counted_on from reverse_check_round where counted_on < :day order by 1 desc limit 1",
                        Map.of("day", day),
                        row -> row.getObject(1, LocalDate.class))
                .stream()
                .findFirst();
    }
}
