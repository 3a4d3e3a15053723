package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.hardship.MissingPupils;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.reversecheck.TaskTransitions.Occasion;
import cn.gov.zhuozhou.aid.registry.student.Students;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What people do with tasks. In the caller's transaction. */
@ApplicationScoped
class ReverseChecks {
    private static final String KEEP_ANSWER = """
            insert into reverse_check_answer (id, task_id, kind, province, city, school_name, stage, why, since, student_id,
              number_sealed, evidence, answered_by, answered_by_name, answered_at)
            values (:answer, :id, :kind, :province, :city, :schoolName, :stage, :why, :since, :student, :number, :evidence, :by,
              :byName, :now)""";

    private static final String MOVE = """
            update reverse_check set state = :to, version = version + 1,
              taken_by = case when :take then :by else taken_by end,
              taken_by_name = case when :take then :byName else taken_by_name end,
              taken_at = case when :take then :now else taken_at end,
              answer_id = case when :drops then null else coalesce(:answer, answer_id) end,
              answered_on = case when :drops then null when :answer::uuid is null then answered_on else :today end,
              proposed_by = case when :proposes then :by when :to = 'SETTLED' then proposed_by end,
              settled_by = case when :to = 'SETTLED' then :by end, settled_at = case when :to = 'SETTLED' then :now end,
              agreed_answer_id = case when :to = 'SETTLED' then answer_id when :parts then null else agreed_answer_id end,
              asked_again_on = case when :to = 'SETTLED' then null else asked_again_on end,
              expected_stage = case when :reopens
                then (select expected_stage(mc.source, mc.birth_date, :schoolDay) from match_case mc where mc.id = reverse_check.id)
                else expected_stage end
            where id = :id""";

    @Inject
    Database database;

    @Inject
    Tasks tasks;

    @Inject
    MissingPupils missing;

    @Inject
    Students students;

    @Inject
    ReverseCheckEvents events;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    TaskView take(UUID id, String ifMatch, Actor actor) {
        TaskView seen = tasks.lock(id, ifMatch, actor);
        move(seen, Occasion.TAKEN_ON, null, actor);
        return told(id, Occasion.TAKEN_ON, null, actor);
    }

    TaskView answer(UUID id, String ifMatch, Answer answer, Actor actor) {
        List<String> lacking = answer.missing(clock.today());
        if (!lacking.isEmpty()) {
            throw new ProblemException(
                    RegistryProblem.ANSWER_INCOMPLETE,
                    Text.of("缺少或不正确：%s", "Missing or not usable: %s").formatted(String.join(", ", lacking)));
        }
        UUID pupil = null;
        if (answer.kind() == AnswerKind.WRONG_NUMBER) {
            pupil = pupil(answer, actor);
            missing.takeTurn();
        }
        TaskView seen = tasks.lock(id, ifMatch, actor);
        Occasion occasion = answer.kind().ends() ? Occasion.END_PROPOSED : Occasion.PASSED_ON;
        UUID answerId = Ids.next();
        keep(id, answerId, answer, pupil, actor);
        move(seen, occasion, answerId, actor);
        if (pupil != null) {
            missing.proposePupil(id, pupil, answer.evidence(), actor);
        }
        if (occasion == Occasion.PASSED_ON) {
            events.answered(id);
        }
        return told(id, occasion, answer.evidence(), actor);
    }

    TaskView review(UUID id, String ifMatch, boolean agreed, String opinion, Actor actor) {
        TaskView seen = tasks.lock(id, ifMatch, actor);
        if (seen.proposedBy() != null && actor.is(seen.proposedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        Occasion occasion = agreed ? Occasion.AGREED : Occasion.RETURNED;
        move(seen, occasion, null, actor);
        if (agreed) {
            missing.settle(id, "反向核查：" + seen.answer().kind().label().zh(), actor);
            events.answered(id);
        }
        return told(id, occasion, opinion, actor);
    }

    TaskView reopen(UUID id, String ifMatch, String reason, Actor actor) {
        TaskView seen = tasks.lock(id, ifMatch, actor);
        move(seen, Occasion.REOPENED, null, actor);
        missing.reopen(id);
        events.answered(id);
        return told(id, Occasion.REOPENED, reason, actor);
    }

    private UUID pupil(Answer answer, Actor actor) {
        if (answer.studentId() != null) {
            if (!students.exists(answer.studentId(), actor.jurisdiction())) {
                throw new ProblemException(RegistryProblem.PUPIL_UNKNOWN);
            }
            return answer.studentId();
        }
        return IdentityNumber.read(answer.number())
                .ifValid()
                .map(number -> crypto.index("identity-number", number.value()))
                .flatMap(index -> students.withNumber(index))
                .orElseThrow(() -> new ProblemException(RegistryProblem.PUPIL_UNKNOWN));
    }

    private void keep(UUID id, UUID answerId, Answer answer, UUID pupil, Actor actor) {
        Map<String, Object> values = by(actor);
        values.put("answer", answerId);
        values.put("id", id);
        values.put("kind", answer.kind());
        values.put("province", answer.place().province());
        values.put("city", answer.place().city());
        values.put("schoolName", answer.place().schoolName());
        values.put("stage", answer.stage());
        values.put("why", answer.why());
        values.put("since", answer.since());
        values.put("student", pupil);
        values.put("number", crypto.encrypt(answer.number()));
        values.put("evidence", answer.evidence());
        database.update(KEEP_ANSWER, values);
    }

    /** With a new answer, or with the present one unless the occasion drops it. */
    private void move(TaskView seen, Occasion occasion, UUID answer, Actor actor) {
        Map<String, Object> values = by(actor);
        values.put("id", seen.taskId());
        values.put("to", TaskTransitions.of(seen.state(), occasion));
        values.put("take", occasion == Occasion.TAKEN_ON);
        values.put("proposes", occasion == Occasion.END_PROPOSED);
        values.put("parts", occasion == Occasion.REOPENED || occasion == Occasion.PASSED_ON);
        values.put("drops", occasion == Occasion.RETURNED || occasion == Occasion.REOPENED);
        values.put("reopens", occasion == Occasion.REOPENED);
        values.put("schoolDay", clock.semester().firstDay());
        values.put("answer", answer);
        values.put("today", clock.today());
        database.update(MOVE, values);
    }

    private TaskView told(UUID id, Occasion occasion, String reason, Actor actor) {
        String action =
                "reverse-check." + occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
        trail.record(actor, action, "reverse-check", id.toString(), Masked.anywhere(reason));
        return tasks.find(id, actor.jurisdiction());
    }

    private Map<String, Object> by(Actor actor) {
        Map<String, Object> values = new HashMap<>();
        values.put("by", actor.id());
        values.put("byName", actor.name());
        values.put("now", clock.now());
        return values;
    }
}
