package cn.gov.zhuozhou.aid.chassis.leak;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.leak.Leak.Kind;
import cn.gov.zhuozhou.aid.chassis.leak.PersonalNumbers.Found;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Numbers of persons (A16)")
class PersonalNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "身份证999999201001010016。, IDENTITY",
        "张三 ９９９９９９２０１００１０１００１６, IDENTITY",
        "999999-20100101-0016, IDENTITY",
        "999999 20100101 0016, IDENTITY",
        "9 9 9 9 9 9 2 0 1 0 0 1 0 1 0 0 1 6, IDENTITY",
        "学号7999999201001010016连写, IDENTITY",
        "999999200902280027, IDENTITY",
        "99999919900307008x, IDENTITY",
        "99999919900307008X, IDENTITY",
        "旧号999999900307001号, IDENTITY",
        "残疾证99999920100101001644, CERTIFICATE",
        "学籍号G999999201001010016, CERTIFICATE",
        "电话13800138000, MOBILE",
        "138 0013 8000, MOBILE",
        "138-0013-8000, MOBILE",
        "１３８００１３８０００, MOBILE",
        "+86 13800138000, MOBILE",
        "8613800138000, MOBILE",
        "1 3 8 0 0 1 3 8 0 0 0, MOBILE",
        "卡号6222020200112233446, BANK_CARD",
        "6222 0202 0011 2233 446, BANK_CARD",
        "4111-1111-1111-1111, BANK_CARD"
    })
    void areFoundHoweverTheyAreWritten(String text, Kind kind) {
        assertThat(PersonalNumbers.in(text)).containsExactly(new Found(1, Set.of(kind)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-03-18 2019-03-22",
                "150 2019-03-18",
                "999999201001010017",
                "999999201013010011",
                "监督电话0312-3850000",
                "12345678901",
                "6222020200122233445",
                "冀财教[2018]50号、涿教字[2018]41号",
                "2018-2019学年第二学期 共 1380013 人",
                "130***********0016",
                "138****8000"
            })
    void areNotSeenInOrdinaryNumbers(String text) {
        assertThat(PersonalNumbers.in(text)).isEmpty();
    }

    @Test
    void areToldWithTheirLineAndNeverRepeated() {
        var found = PersonalNumbers.in("姓名\n张三 13800138000\n\n李四999999201001010016和\n13800138000");

        assertThat(found)
                .containsExactly(
                        new Found(2, Set.of(Kind.MOBILE)),
                        new Found(4, Set.of(Kind.IDENTITY)),
                        new Found(5, Set.of(Kind.MOBILE)));
        assertThat(LeakCheck.text(Text.of("姓名", "name"), "13800138000")
                        .getFirst()
                        .message()
                        .zh())
                .isEqualTo("姓名：疑似手机号");
    }

    @Test
    void areFoundOnThePageOfAPdf() throws LeakCheck.Unreadable, IOException {
        byte[] pdf = pdf("page one", "Wang 9999 9920 1001 0100 16");

        assertThat(LeakCheck.pdf(pdf)).containsExactly(new Leak(Kind.IDENTITY, Text.of("第 2 页", "page 2")));
    }

    @Test
    void cannotBeRuledOutInALockedOrBrokenPdf() {
        assertThatThrownBy(() -> LeakCheck.pdf("%PDF-1.7 nothing".getBytes(US_ASCII)))
                .isInstanceOf(LeakCheck.Unreadable.class);
    }

    private static byte[] pdf(String... pages) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var font = PDType0Font.load(
                    document,
                    PDDocument.class.getResourceAsStream(
                            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
