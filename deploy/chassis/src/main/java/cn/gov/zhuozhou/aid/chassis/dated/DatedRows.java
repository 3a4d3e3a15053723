package cn.gov.zhuozhou.aid.chassis.dated;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How an administrator of the bureau adds to data that holds from a day on: what was in force stays readable. */
@ApplicationScoped
public class DatedRows {
    /**
     * What is added.
     *
     * @param subject what kind of row, as the trail calls it
     * @param key what it is about
     * @param source the document it rests on
     * @param said what else the trail is told
     */
    public record Dated(String subject, String key, LocalDate validFrom, String source, Map<String, ?> said) {}

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    /**
     * A row begins today or later: what was counted by another stays counted.
     *
     * @param insert false where there is one of the same day already
     */
    public void add(Dated row, Predicate<Actor> insert) {
        Actor actor = currentActor.requireBureau();
        if (row.validFrom().isBefore(clock.today())) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, Text.of("生效日期不得早于今天。", "It begins today or later."));
        }
        if (!insert.test(actor)) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, Text.of("该日起已有规定。", "There is one from this day on already."));
        }
        Map<String, Object> detail = new HashMap<>(row.said());
        detail.put("validFrom", row.validFrom().toString());
        trail.record(actor, row.subject() + "-added", row.subject(), row.key(), row.source(), detail);
    }
}
