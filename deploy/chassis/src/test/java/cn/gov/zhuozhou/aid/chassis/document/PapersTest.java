package cn.gov.zhuozhou.aid.chassis.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Papers")
class PapersTest {
    private static final Instant MADE = Instant.parse("2019-03-18T01:00:00Z");
    private static final String STYLE =
            "<style>@page{size:A4}body{font-family:paper-han,paper-rare,paper-latin}table{-fs-table-paginate:paginate}</style>";
    private static final Papers PAPERS = new Papers();

    @BeforeAll
    static void lookAtFonts() {
        PAPERS.lookAtFonts();
    }

    @Test
    void rareCharactersOfNamesAreDrawn() throws IOException {
        Pdf pdf = PAPERS.print(page("<p>𬭎㛃䶮鿍·“甲”Abc 123</p>"), MADE);

        assertThat(pdf.undrawn()).isEmpty();
        assertThat(text(pdf)).contains("𬭎㛃䶮鿍·“甲”Abc 123");
    }

    @Test
    void aCharacterNoFontHasShowsAsItsCodePointAndIsReported() throws IOException {
        Pdf pdf = PAPERS.print(page("<p>王\uDB80\uDC01明，张\u0001三</p>"), MADE);

        assertThat(pdf.undrawn()).containsExactly("U+0001", "U+F0001");
        assertThat(text(pdf)).contains("王[U+F0001]明，张[U+0001]三");
    }

    @Test
    void headersOfLongTablesComeAgainOnEveryPage() throws IOException {
        String rows = IntStream.range(0, 200)
                .mapToObj("<tr><td>学生%d</td></tr>"::formatted)
                .reduce("", String::concat);
        Pdf pdf = PAPERS.print(
                page("<table><thead><tr><th>表头姓名</th></tr></thead><tbody>" + rows + "</tbody></table>"), MADE);

        assertThat(pdf.pages()).isBetween(4, 9);
        for (int page = 1; page <= pdf.pages(); page++) {
            assertThat(text(pdf, page)).containsOnlyOnce("表头姓名");
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        Pdf pdf = PAPERS.print(page("<p>中𬭎a</p>"), MADE);

        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                fonts.add(resources.getFont(name));
            }
            assertThat(fonts).hasSize(3).allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void theSamePageAndMomentGiveTheSameBytes() {
        byte[] first = PAPERS.print(page("<p>公示</p>"), MADE).content();
        Instant second = Instant.now().plusSeconds(1);
        await().until(() -> Instant.now().isAfter(second));

        assertThat(PAPERS.print(page("<p>公示</p>"), MADE).content()).isEqualTo(first);
    }

    @Test
    void nothingOutsideThePageIsFetched() throws IOException {
        Pdf pdf = PAPERS.print(page("<p>前<img src=\"file:///etc/hostname\" alt=\"\"/>后</p>"), MADE);

        assertThat(text(pdf)).contains("前", "后");
    }

    private static String page(String body) {
        return "<html lang=\"zh-CN\"><head><title>试</title>" + STYLE + "</head><body>" + body + "</body></html>";
    }

    private static String text(Pdf pdf) throws IOException {
        return text(pdf, 1);
    }

    private static String text(Pdf pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }
}
