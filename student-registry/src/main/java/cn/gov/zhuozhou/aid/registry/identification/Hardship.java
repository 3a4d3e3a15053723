package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.HardshipResource.Finding;
import cn.gov.zhuozhou.aid.registry.identification.HardshipResource.Judged;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps findings about families and has the pupil evaluated again; what follows is the finder's proposal. */
@ApplicationScoped
class Hardship {
    @Inject
    Database database;

    @Inject
    Semesters semesters;

    @Inject
    Evaluator evaluator;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Judged judge(UUID studentId, Finding finding, String reason, Actor actor) {
        Semester semester =
                semesters.current().orElseThrow(() -> new ProblemException(IdentificationProblem.NO_SEMESTER_OPEN));
        UUID id = Ids.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("student", studentId);
        values.put("semester", semester.code());
        values.put("finding", finding);
        values.put("reason", reason);
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        database.update("""
                insert into hardship_judgement (id, student_id, semester, finding, reason, judged_by, judged_by_name,
                    judged_at)
                values (:id, :student, :semester, :finding, :reason, :by, :name, :now)
                """, values);
        evaluator.evaluate(semester, List.of(studentId), Proposer.of(actor));
        trail.record(actor, "hardship.judged", "student", studentId.toString(), reason);
        return new Judged(id, studentId, semester.code(), finding);
    }
}
