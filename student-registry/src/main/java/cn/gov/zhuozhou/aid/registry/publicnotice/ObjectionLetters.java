package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.document.Pdf;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The written answer to an objection, for handing over. */
@ApplicationScoped
class ObjectionLetters {
    @Inject
    NoticePapers papers;

    @Inject
    NoticeTerms terms;

    @Inject
    NoticeContacts contacts;

    @Inject
    BusinessClock clock;

    /** The last answer given: the school's, or the aid centre's. */
    Pdf print(Notice notice, Objection objection) {
        if (objection.answer() == null) {
            throw new ProblemException(NoticeProblem.NOT_ANSWERED);
        }
        boolean ofAppeal = objection.appeal() != null && objection.appeal().answer() != null;
        Objection.Step answer = ofAppeal ? objection.appeal().answer() : objection.answer();
        String to = objection.anonymous() ? "匿名异议人" : objection.objector();
        String given = NoticeWords.day(clock.dayOf(answer.by().at()));
        var letter = new NoticePapers.LetterPaper(
                ofAppeal ? "公示异议申诉答复书" : "公示异议复核答复书",
                ofAppeal ? "学生资助管理中心" : notice.schoolName(),
                to,
                ofAppeal ? ofTheCentre(notice, objection) : ofTheSchool(notice, objection),
                given,
                notice.schoolName() + "　" + given);
        return papers.print(letter, answer.by().at());
    }

    private List<String> ofTheSchool(Notice notice, Objection objection) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("您于%s对%s《%s》提出异议：%s"
                .formatted(
                        NoticeWords.day(clock.dayOf(objection.raised().at())),
                        notice.schoolName(),
                        notice.words().title(),
                        objection.content()));
        if (objection.recheck() != null) {
            paragraphs.add("学校于%s进行了复核。"
                    .formatted(
                            NoticeWords.day(clock.dayOf(objection.recheck().by().at()))));
        }
        paragraphs.add("复核结论：%s%s"
                .formatted(conclusion(objection.state()), objection.answer().text()));
        if (objection.state() != Objection.State.UPHELD) {
            paragraphs.add(wayToAppeal());
        }
        return paragraphs;
    }

    private String wayToAppeal() {
        String centre = contacts.find(NoticeContacts.BUREAU)
                .map(NoticeContacts.Contact::contact)
                .orElse(NoticeContacts.SOME_CENTRE);
        return "对本答复不服的，可向%s申诉，自受理之日起 %d 个工作日内答复。"
                .formatted(centre, terms.workingDays(NoticeTerms.Matter.APPEAL, clock.today()));
    }

    private List<String> ofTheCentre(Notice notice, Objection objection) {
        return List.of(
                "您对%s《%s》的异议复核答复不服，于%s提出申诉：%s"
                        .formatted(
                                notice.schoolName(),
                                notice.words().title(),
                                NoticeWords.day(
                                        clock.dayOf(objection.appeal().raised().at())),
                                objection.appeal().grounds()),
                "申诉结论：%s%s"
                        .formatted(
                                conclusion(objection.state()),
                                objection.appeal().answer().text()));
    }

    private static String conclusion(Objection.State state) {
        return switch (state) {
            case UPHELD, APPEAL_UPHELD -> "异议成立。";
            case DISMISSED, APPEALED, APPEAL_DISMISSED -> "异议不成立。";
            case OPEN, RECHECKED -> throw new IllegalStateException("there is no answer yet");
        };
    }
}
