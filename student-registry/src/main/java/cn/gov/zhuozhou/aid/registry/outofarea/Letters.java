package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.document.Pdf;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.leak.Leak;
import cn.gov.zhuozhou.aid.chassis.leak.LeakCheck;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Said;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Source;
import cn.gov.zhuozhou.aid.registry.outofarea.AnswerStore.Responsibility;
import cn.gov.zhuozhou.aid.registry.outofarea.LetterTransitions.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people do with letters (S83) and replies (S84). In the caller's transaction; the pupil's row goes first. */
@ApplicationScoped
class Letters {
    static final String SUBJECT = "out-of-area-letter";

    /**
     * What the town says; the rest is taken from what is known.
     *
     * @param recipientSchool null: the school attended
     * @param fullNumberReason null: the number is masked
     */
    record Draft(
            String recipientSchool,
            String recipientAddress,
            String family,
            List<String> proofs,
            String replyTo,
            String fullNumberReason) {}

    @Inject
    OutOfAreaStudents students;

    @Inject
    LetterStore store;

    @Inject
    AnswerStore answers;

    @Inject
    LetterPapers papers;

    @Inject
    Terms terms;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** A new version; one that is not answered yet is superseded by it. */
    Letter draft(UUID student, String ifMatch, Draft draft, Actor actor) {
        OutOfAreaStudent to = students.lock(student, ifMatch, actor);
        refuseLeaks(draft);
        if (draft.fullNumberReason() != null && students.number(student).isEmpty()) {
            throw new ProblemException(OutOfAreaProblem.NO_NUMBER);
        }
        store.of(student).stream()
                .filter(letter -> letter.state() != LetterState.SUPERSEDED && letter.state() != LetterState.CLOSED)
                .forEach(letter -> store.move(letter, LetterTransitions.of(letter.state(), Occasion.REPLACE)));
        if (reached(to.letter())) {
            store.dueAgain(student, terms.due(Terms.Matter.LETTER, clock.today()));
        }
        UUID id = store.insert(to, content(to, draft), Masked.anywhere(draft.fullNumberReason()), actor);
        return told(student, id, "drafted", draft.fullNumberReason(), actor);
    }

    Letter approve(UUID student, UUID id, String ifMatch, Actor actor) {
        Letter letter = lock(student, id, ifMatch, actor);
        LetterState to = LetterTransitions.of(letter.state(), Occasion.APPROVE);
        if (actor.is(letter.drafted().byId())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        store.approve(letter, to, actor);
        return told(student, id, "approved", letter.fullNumberReason(), actor);
    }

    Letter dispatch(UUID student, UUID id, String ifMatch, Letter.Dispatch dispatch, Actor actor) {
        Letter letter = lock(student, id, ifMatch, actor);
        LetterState to = LetterTransitions.of(letter.state(), Occasion.DISPATCH);
        requireBetween(clock.dayOf(letter.approved().at()), dispatch.on());
        store.dispatch(letter, to, dispatch, terms.due(Terms.Matter.REPLY, dispatch.on()));
        return told(student, id, "dispatched", null, actor);
    }

    Letter chase(UUID student, UUID id, String ifMatch, Letter.Dispatch sent, Actor actor) {
        Letter letter = lock(student, id, ifMatch, actor);
        LetterTransitions.of(letter.state(), Occasion.CHASE);
        if (letter.chasers() >= Standing.MOST_CHASERS) {
            throw new ProblemException(OutOfAreaProblem.CHASED_TWICE);
        }
        if (!sent.on().isAfter(letter.replyDueOn())) {
            throw new ProblemException(
                    OutOfAreaProblem.NOT_DUE_YET,
                    Text.of("复函期限为 %1$s。", "The school has until %1$s.").formatted(letter.replyDueOn()));
        }
        requireBetween(letter.dispatch().on(), sent.on());
        store.chase(letter, sent, terms.due(Terms.Matter.AFTER_CHASER, sent.on()), actor);
        return told(student, id, "chased", null, actor);
    }

    Letter comeBack(UUID student, UUID id, String ifMatch, LocalDate on, String reason, Actor actor) {
        Letter letter = lock(student, id, ifMatch, actor);
        LetterState to = LetterTransitions.of(letter.state(), Occasion.COME_BACK);
        requireBetween(letter.dispatch().on(), on);
        store.comeBack(letter, to, on, Masked.anywhere(reason));
        store.dueAgain(student, terms.due(Terms.Matter.LETTER, on));
        return told(student, id, "came-back", reason, actor);
    }

    /** What it says answers S75 and S76 as well; a school that takes him on is the responsible one from that day (S78, S84). */
    Letter reply(UUID student, UUID id, String ifMatch, Reply reply, Actor actor) {
        Letter letter = lock(student, id, ifMatch, actor);
        LetterState to = LetterTransitions.of(letter.state(), Occasion.REPLY);
        requireBetween(letter.dispatch().on(), reply.receivedOn());
        if (reply.aided() == reply.aid().isEmpty()) {
            throw new ProblemException(
                    OutOfAreaProblem.ANSWER_NOT_FITTING,
                    Text.of("享受资助的须列明项目和金额，未享受的不列。", "What is granted is listed where he is aided, and only there."));
        }
        store.reply(letter, to, reply, actor);
        answers.add(
                student, Question.AIDED, Answer.State.ANSWERED, Said.yes(reply.aided()), Source.LETTER_REPLY, actor);
        if (reply.aided()) {
            String programmes =
                    reply.aid().stream().map(Reply.Aid::programme).distinct().collect(Collectors.joining("、"));
            answers.add(
                    student,
                    Question.POLICIES,
                    Answer.State.ANSWERED,
                    new Said(null, List.of(), programmes),
                    Source.LETTER_REPLY,
                    actor);
        }
        if (reply.followUp()) {
            takeOn(student, letter.recipient(), reply.receivedOn(), actor);
        }
        return told(student, id, "replied", null, actor);
    }

    Letter close(UUID student, UUID id, String ifMatch, String reason, Actor actor) {
        Letter letter = lock(student, id, ifMatch, actor);
        store.close(letter, LetterTransitions.of(letter.state(), Occasion.CLOSE), Masked.anywhere(reason));
        return told(student, id, "closed", reason, actor);
    }

    /**
     * The full number is printed only in a letter two people agreed to send with it, and each print of it stands in the trail.
     */
    Pdf print(OutOfAreaStudent student, Letter letter, Actor actor) {
        LetterContent content = store.content(letter.id());
        boolean full = letter.fullNumberReason() != null && letter.approved() != null;
        trail.record(
                actor,
                "out-of-area.letter-printed",
                SUBJECT,
                letter.id().toString(),
                full ? letter.fullNumberReason() : null,
                Map.of("fullNumber", full));
        String number = full ? students.number(student.id()).orElseThrow() : content.maskedNumber();
        return papers.letter(letter, content, number);
    }

    /** How to reach who answers for him at the school attended. */
    String contact(Letter letter, String reason, Actor actor) {
        String contact = store.contact(letter.id()).orElseThrow(ProblemException::notFound);
        trail.record(
                actor, "out-of-area.contact-disclosed", SUBJECT, letter.id().toString(), Masked.anywhere(reason));
        return contact;
    }

    Pdf printChaser(Letter letter, int step) {
        Chaser chaser = store.chasers(letter.id()).stream()
                .filter(sent -> sent.step() == step)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return papers.chaser(letter, store.content(letter.id()), chaser);
    }

    private LetterContent content(OutOfAreaStudent student, Draft draft) {
        List<String> categories = Arrays.stream(Category.values())
                .filter(category -> student.categories().contains(category.name()))
                .map(category -> category.label().zh())
                .toList();
        String guardian = Stream.of(student.guardianName(), student.guardianRelation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
        String household = Stream.of(student.town(), student.village())
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        return new LetterContent(
                draft.recipientSchool() == null ? student.attends().name() : draft.recipientSchool(),
                draft.recipientAddress(),
                student.name(),
                LetterPapers.day(student.birthDate()),
                students.number(student.id()).map(Masked::number).orElse(""),
                household,
                guardian,
                categories,
                draft.family(),
                draft.proofs(),
                centralSchool(student.town()),
                draft.replyTo(),
                terms.workingDays(Terms.Matter.REPLY, clock.today()));
    }

    private String centralSchool(String town) {
        return town == null
                ? "学生资助管理中心"
                : database.first(
                                "select name from school where town = :town and central order by code limit 1",
                                Map.of("town", town),
                                row -> row.getString(1))
                        .orElse(town + "中心校");
    }

    /** One that came back has begun a new time already. */
    private static boolean reached(OutOfAreaStudent.LetterBrief letter) {
        return letter != null && letter.dispatchedOn() != null && letter.state() != LetterState.RETURNED_UNDELIVERED;
    }

    /** Free text must not carry numbers past the mask. Where the reply goes may be a mobile telephone of the office. */
    private static void refuseLeaks(Draft draft) {
        List<Leak> leaks = Stream.concat(
                        Stream.of(draft.recipientSchool(), draft.recipientAddress(), draft.family()),
                        draft.proofs().stream())
                .filter(Objects::nonNull)
                .flatMap(text -> LeakCheck.text(Text.of("函件内容", "text of the letter"), text).stream())
                .distinct()
                .toList();
        if (!leaks.isEmpty()) {
            throw new ProblemException(
                    OutOfAreaProblem.PRIVATE_DATA_IN_LETTER,
                    Text.of("证件号码由系统按审批结果填入。", "Numbers are filled in as the approval allows."),
                    leaks.stream()
                            .map(leak -> new FieldError("draft", leak.kind().name(), leak.message()))
                            .toList());
        }
    }

    private void takeOn(UUID student, String school, LocalDate from, Actor actor) {
        var now = students.find(student, actor.jurisdiction());
        var present = now.responsible();
        if (present != null && present.code() == null && present.name().equals(school)) {
            return;
        }
        LocalDate since = present != null && present.since().isAfter(from) ? present.since() : from;
        var attends = now.attends();
        String place = attends.city() == null ? attends.province() : attends.province() + attends.city();
        answers.hand(
                student,
                new Responsibility(null, school, place, since, null, Source.LETTER_REPLY, actor.name()),
                actor);
    }

    private Letter lock(UUID student, UUID id, String ifMatch, Actor actor) {
        students.lock(student, actor);
        Letter letter = store.find(student, id);
        Versions.require(ifMatch, letter.version());
        return letter;
    }

    private void requireBetween(LocalDate earliest, LocalDate day) {
        if (day.isBefore(earliest) || day.isAfter(clock.today())) {
            throw new ProblemException(
                    OutOfAreaProblem.DATE_NOT_POSSIBLE,
                    Text.of("应在 %1$s 至 %2$s 之间。", "It lies between %1$s and %2$s.")
                            .formatted(earliest, clock.today()));
        }
    }

    private Letter told(UUID student, UUID id, String what, String reason, Actor actor) {
        trail.record(actor, "out-of-area.letter-" + what, SUBJECT, id.toString(), Masked.anywhere(reason));
        students.settle(student);
        return store.find(student, id);
    }
}
