package cn.gov.zhuozhou.aid.registry.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.document.Pdf;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("A notice on paper")
class NoticePaperTest {
    private static final int LINES = 130;

    @Inject
    NoticePapers papers;

    @Test
    void isReadableOverManyPagesWithTheRarestNames() throws IOException {
        // When
        Pdf pdf = papers.print(notice(), lines());

        // Then
        Files.write(Path.of("target/notice.pdf"), pdf.content());
        Files.writeString(Path.of("target/notice.html"), papers.page(notice(), lines()));
        assertThat(pdf.undrawn()).containsExactly("U+20021");
        List<String> pages = pages(pdf);
        assertThat(pages).hasSizeBetween(4, 6);
        assertThat(pages.getFirst())
                .contains(
                        "2019年春季学期家庭经济困难学生认定结果公示", "公示期", "2019年3月18日至2019年3月22日（5 个工作日）", "异议受理", "监督电话 0312-3850000");
        assertThat(String.join("", pages)).contains("王䶮", "李㛃", "赵𬭎", "欧阳[U+20021]", "特别困难", "不再认定");
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("序号 姓名 年级 班级 认定结果");
            assertThat(pages.get(i)).contains("第 %d 页 共 %d 页".formatted(i + 1, pages.size()));
        }
        assertThat(pages.getLast()).contains(Integer.toString(LINES), "某某镇中心小学");
        assertThat(fonts(pdf)).allMatch(PDFont::isEmbedded);
    }

    @Test
    void isTheSameEveryTimeItIsPrinted() {
        assertThat(papers.print(notice(), lines()).content())
                .isEqualTo(papers.print(notice(), lines()).content());
    }

    @Test
    void leavesOutWhatIsNoLongerUpForObjection() throws IOException {
        // Given
        List<NoticeLine> lines = List.of(
                line("张甲", "SEVERE", NoticeLine.State.LISTED),
                line("张乙", "SEVERE", NoticeLine.State.WITHDRAWN),
                line("张丙", "SEVERE", NoticeLine.State.REJECTED),
                line("张丁", "SEVERE", NoticeLine.State.SUSPENDED));

        // When
        String text = String.join("", pages(papers.print(notice(), lines)));

        // Then
        assertThat(text).contains("1 张甲", "2 张丁").doesNotContain("张乙", "张丙");
    }

    @Test
    void saysNothingItselfThatCouldBeMarkup() throws IOException {
        String text = String.join(
                "", pages(papers.print(notice(), List.of(line("<b>甲</b>&", "SEVERE", NoticeLine.State.LISTED)))));

        assertThat(text).contains("<b>甲</b>&");
    }

    private static Notice notice() {
        return new Notice(
                UUID.fromString("01960000-0000-7000-8000-000000000004"),
                "2019-spring",
                "9900000001",
                "某某镇中心小学",
                Notice.Kind.GENERAL,
                LocalDate.of(2019, 3, 18),
                LocalDate.of(2019, 3, 22),
                Notice.State.POSTED,
                LINES,
                new Notice.Words(
                        "2019年春季学期家庭经济困难学生认定结果公示",
                        "按照《关于做好家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号），经学校认定、审核，现将本学期认定结果有变动的学生共 130 人予以公示。",
                        "学校：教务处一楼意见箱，监督电话 0312-3850000；对学校答复不服的，可向上级申诉：县级学生资助管理中心"),
                5,
                Instant.parse("2019-03-18T01:00:00Z"),
                1);
    }

    private static List<NoticeLine> lines() {
        List<String> rare = List.of("王䶮", "李㛃", "赵𬭎", "欧阳\uD840\uDC21", "阿卜杜热合曼·买买提艾力江·图尔荪");
        List<String> levels = new ArrayList<>(List.of("SEVERE", "DIFFICULT", "ORDINARY"));
        levels.add(null);
        List<NoticeLine> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            String name = i % 26 < rare.size() ? rare.get(i % 26) : "学生" + i;
            lines.add(line(name, levels.get(i % levels.size()), NoticeLine.State.LISTED));
        }
        return lines;
    }

    private static NoticeLine line(String name, String level, NoticeLine.State state) {
        return new NoticeLine(UUID.randomUUID(), name, "某某镇中心小学", 3, "2", level, state);
    }

    private static List<String> pages(Pdf pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static List<PDFont> fonts(Pdf pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
        }
        return fonts;
    }
}
