package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.document.Papers;
import cn.gov.zhuozhou.aid.chassis.document.Pdf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The letter with its reply slip, and chasers, as official letters are laid out. */
@ApplicationScoped
class LetterPapers {
    /** @param draft printed across the head while nobody has approved it */
    record LetterPaper(
            String title,
            String number,
            boolean draft,
            LetterContent content,
            String identityNumber,
            String date,
            String footer) {}

    record ChaserPaper(
            String title,
            String number,
            LetterContent content,
            String sentOn,
            String replyBy,
            String date,
            String footer) {}

    @CheckedTemplate(basePath = "outofarea")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance letter(LetterPaper paper);

        static native TemplateInstance chaser(ChaserPaper paper);
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    @Inject
    Papers papers;

    @Inject
    BusinessClock clock;

    /** @param identityNumber as shown: masked, or in full where two people agreed that the school needs it */
    Pdf letter(Letter letter, LetterContent content, String identityNumber) {
        Instant at = letter.approved() == null
                ? letter.drafted().at()
                : letter.approved().at();
        String page = Templates.letter(new LetterPaper(
                        "关于做好家庭经济困难学生资助和帮扶工作的函",
                        letter.number(),
                        letter.approved() == null,
                        content,
                        identityNumber,
                        day(clock.dayOf(at)),
                        content.signer() + "　" + letter.number()))
                .render();
        return papers.print(page, at);
    }

    Pdf chaser(Letter letter, LetterContent content, Chaser chaser) {
        String page = Templates.chaser(new ChaserPaper(
                        chaser.step() == 1 ? "催办函" : "第二次催办函",
                        letter.number(),
                        content,
                        day(letter.dispatch().on()),
                        day(chaser.replyDueOn()),
                        day(chaser.sentOn()),
                        content.signer() + "　" + letter.number()))
                .render();
        return papers.print(page, chaser.sentAt());
    }

    static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
