package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.document.Papers;
import cn.gov.zhuozhou.aid.chassis.document.Pdf;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A notice on paper and on the web: the same template. */
@ApplicationScoped
class NoticePapers {
    record PaperLine(int number, String name, int grade, String className, String level) {}

    record NoticePaper(
            String title,
            String school,
            String summary,
            String period,
            int days,
            List<PaperLine> lines,
            String objectionsTo,
            String postedOn,
            String footer) {}

    record LetterPaper(String title, String school, String to, List<String> paragraphs, String date, String footer) {}

    @CheckedTemplate(basePath = "publicnotice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notice(NoticePaper paper);

        static native TemplateInstance letter(LetterPaper paper);
    }

    @Inject
    Papers papers;

    @Inject
    BusinessClock clock;

    Pdf print(Notice notice, List<NoticeLine> lines) {
        return papers.print(page(notice, lines), notice.postedAt());
    }

    Pdf print(LetterPaper letter, Instant at) {
        return papers.print(Templates.letter(letter).render(), at);
    }

    /** Without what is no longer up for objection. */
    String page(Notice notice, List<NoticeLine> lines) {
        List<NoticeLine> shown = lines.stream()
                .filter(line -> line.state() != NoticeLine.State.WITHDRAWN && line.state() != NoticeLine.State.REJECTED)
                .toList();
        String title = notice.words().title() == null
                ? NoticeWords.title(notice)
                : notice.words().title();
        return Templates.notice(new NoticePaper(
                        title,
                        notice.schoolName(),
                        notice.words().summary(),
                        NoticeWords.day(notice.firstDay()) + "至" + NoticeWords.day(notice.lastDay()),
                        notice.requiredDays(),
                        IntStream.range(0, shown.size())
                                .mapToObj(i -> line(i + 1, shown.get(i)))
                                .toList(),
                        notice.words().objectionsTo(),
                        NoticeWords.day(clock.dayOf(notice.postedAt())),
                        notice.schoolName() + "　" + title))
                .render();
    }

    private static PaperLine line(int number, NoticeLine line) {
        String level = line.level() == null
                ? "不再认定"
                : Level.valueOf(line.level()).label().zh();
        return new PaperLine(number, line.name(), line.grade(), line.className(), level);
    }
}
