package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Parameters;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the school's procedure needs to know of identifications and does to them; each call in the caller's transaction, which
 * takes the lock before it writes.
 */
@ApplicationScoped
public class ProcedureEffects {
    /**
     * How a pupil stands.
     *
     * @param evaluatedAgain the stage is evaluated anew in the semester (S68)
     * @param waived declined in writing for the semester
     * @param revoked a false statement was confirmed for the semester
     */
    public record Known(
            boolean inSchool, boolean identifiedBefore, boolean evaluatedAgain, boolean waived, boolean revoked) {}

    private static final String ORDINARY = """
            select count(*) from identification i join student s on s.id = i.student_id
            where s.school_code = :school and i.semester = :semester and i.student_id <> :besides
              and case when i.state in ('PROPOSED', 'REVIEWED', 'ON_NOTICE') and i.proposed_identified
                then 'SCHOOL_JUDGED' = any (i.proposed_categories) and not i.proposed_categories && :special
                else 'SCHOOL_JUDGED' = any (i.categories) and not i.categories && :special end
            """;

    @Inject
    Database database;

    @Inject
    Semesters semesters;

    @Inject
    Evaluator evaluator;

    @Inject
    PupilReader pupils;

    @Inject
    RuleSets ruleSets;

    @Inject
    IdentificationStore store;

    @Inject
    ReviewStore reviews;

    @Inject
    BusinessClock clock;

    /** No identification changes in another transaction until this one ends. */
    public void lock() {
        store.lock();
    }

    /** The semester procedures are held for now; ends the request where none is open. */
    public Semester openSemester() {
        return semesters.current().orElseThrow(() -> new ProblemException(IdentificationProblem.NO_SEMESTER_OPEN));
    }

    public boolean isOpen(String semester) {
        return semesters.current().map(Semester::code).filter(semester::equals).isPresent();
    }

    /** The groups that are identified directly, without scoring, quota or vote. */
    public List<Category> specialGroups(Semester semester) {
        return List.copyOf(rules(semester).direct().keySet());
    }

    /** The groups a register tells of, so that papers alone prove nothing (S69). */
    public List<Category> registered(Semester semester) {
        return rules(semester).registered();
    }

    /** The levels a school may give by its own judgement. */
    public List<Level> judgedLevels(Semester semester) {
        return rules(semester).judgedLevels();
    }

    /** Whether a school's own judgement is bound to a quota. */
    public boolean judgedWithinQuota(Semester semester) {
        return rules(semester).ordinaryQuota();
    }

    /** How a pupil stands at the beginning of a procedure. */
    public Known known(UUID studentId, Semester semester) {
        Pupil pupil = pupils.read(semester, List.of(studentId)).getFirst();
        return new Known(
                rules(semester).present().contains(pupil.enrolment()),
                pupil.lastSemester().identified(),
                rules(semester).evaluatedIn(semester.code()).contains(pupil.stage()),
                pupil.procedure().waived(),
                pupil.procedure().revoked());
    }

    /** Pupils of a school, one of them not counted, whose identification in force or proposed rests on its judgement alone. */
    public int ordinary(String schoolCode, Semester semester, UUID besides) {
        Map<String, Object> values = new HashMap<>();
        values.put("school", schoolCode);
        values.put("semester", semester.code());
        values.put("besides", besides);
        values.put("special", names(specialGroups(semester)));
        return database.first(ORDINARY, values, row -> row.getInt(1)).orElseThrow();
    }

    /** The facts have changed by a person's act; what follows is his proposal. */
    public void evaluate(UUID studentId, Semester semester, Actor by) {
        evaluator.evaluate(semester, List.of(studentId), Proposer.of(by));
    }

    /** A false statement was confirmed: the removal that follows needs no further review and no notice. */
    public void cancel(UUID studentId, Semester semester, Actor finder, String opinion, Actor confirmer) {
        evaluate(studentId, semester, finder);
        List<Identification> removed = store.ofStudents(semester.code(), List.of(studentId)).stream()
                .filter(i -> i.result() == Result.REMOVED && i.state() != State.EFFECTIVE)
                .toList();
        reviews.insert(removed, ReviewStore.Verdict.APPROVED, opinion, confirmer);
        store.save(removed.stream()
                .map(i -> Change.of(i, i.cancelled(clock.today())))
                .toList());
    }

    private Parameters rules(Semester semester) {
        return ruleSets.of(semester).parameters();
    }

    private static List<String> names(Collection<Category> categories) {
        return categories.stream().map(Category::name).toList();
    }
}
