package cn.gov.zhuozhou.aid.registry.outofarea;

import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.STUDENTS;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.act;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.letterAct;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.reply;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.feed.People;
import cn.gov.zhuozhou.aid.registry.hardship.DeskActs;
import cn.gov.zhuozhou.aid.registry.retention.ErasureActs;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("S83: the letter on paper")
class LetterPaperTest {
    @Inject
    OutOfAreaFacts facts;

    @Inject
    BusinessClock clock;

    private final OutOfAreaActs acts = new OutOfAreaActs();
    private final String identity = People.child();

    @Test
    void showsTheFamilysFactsWithTheNumberMaskedAndAReplySlip() throws IOException {
        // Given
        String student = acts.enter("王䶮", identity);
        String draft = acts.draft(student, Map.of());
        List<String> ofDraft = pages(student, draft + "/letter.pdf");

        // When
        letterAct(acts.reviewer, student, draft, "approvals", Map.of()).statusCode(200);
        List<String> pages = pages(student, draft + "/letter.pdf");

        // Then
        assertThat(ofDraft.getFirst()).contains("草稿，未签发");
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst())
                .contains(
                        "王䶮",
                        "房山某中学：",
                        "资助函〔%d〕1号".formatted(clock.today().getYear()),
                        "低保证复印件",
                        "父亲患病",
                        "**************" + identity.substring(14),
                        acts.village.town + "中心校（盖章）",
                        "20 个工作日")
                .doesNotContain("草稿", identity);
        assertThat(pages.getLast()).contains("回", "执", "王䶮", "帮扶责任人", "0312-3850000");
    }

    @Test
    void showsTheFullNumberOnlyWhereTwoPeopleAgreedThatTheSchoolNeedsIt() throws IOException {
        // Given
        String student = acts.enter("孙远", identity);
        String letter = acts.draft(student, Map.of("fullNumberReason", "就读学校须按身份证号录入全国系统"));
        List<String> before = pages(student, letter + "/letter.pdf");

        // When
        letterAct(acts.reviewer, student, letter, "approvals", Map.of()).statusCode(200);

        // Then
        assertThat(String.join("", before)).doesNotContain(identity);
        assertThat(pages(student, letter + "/letter.pdf").getFirst()).contains(identity);
        DeskActs.get(Tokens.auditor(), "/api/v1/trail?subject=out-of-area-letter&subjectId=" + letter)
                .statusCode(200)
                .body("items.action", hasItem("out-of-area.letter-printed"));
    }

    @Test
    void chasersArePapersOfTheirOwnAndFilesComeBack() throws IOException {
        // Given
        String student = acts.enter("孙远", identity);
        String letter = acts.dispatched(student, clock.today().toString());
        facts.replyDayPassed(letter);
        letterAct(acts.clerk, student, letter, "chasers", sent(clock.today().toString()))
                .statusCode(200);

        // When
        String file = DeskActs.as(acts.clerk)
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"slip.pdf\"")
                .body("%PDF-1.4 reply".getBytes(StandardCharsets.US_ASCII))
                .post(STUDENTS + "/" + student + "/letters/" + letter + "/attachments?purpose=REPLY_SLIP")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        assertThat(pages(student, letter + "/chasers/1.pdf"))
                .singleElement()
                .asString()
                .contains("催办函", "孙远", "至今未收到回执");
        String letters = STUDENTS + "/" + student + "/letters/" + letter;
        DeskActs.get(acts.clerk, letters + "/chasers/2.pdf").statusCode(404);
        DeskActs.get(acts.clerk, letters).body("attachments[0].purpose", equalTo("REPLY_SLIP"));
        DeskActs.get(acts.clerk, letters + "/attachments/" + file).statusCode(200);
        DeskActs.get(Tokens.clerk("town:别处"), letters + "/attachments/" + file).statusCode(404);
    }

    @Test
    @DisplayName("Five years after it ended nothing of the family is left, and the letter answers that it is gone")
    void isForgottenWithEverythingThatBelongsToIt() {
        // Given
        String student = acts.enter("孙远", identity);
        acts.answer(student, "LOCAL_POLICY", Map.of("words", "孙远家庭可申请")).statusCode(200);
        String letter = acts.dispatched(student, clock.today().toString());
        String letters = STUDENTS + "/" + student + "/letters/" + letter;
        String file = DeskActs.as(acts.clerk)
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"slip.pdf\"")
                .body("%PDF-1.4 reply".getBytes(StandardCharsets.US_ASCII))
                .post(letters + "/attachments?purpose=REPLY_SLIP")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        letterAct(acts.clerk, student, letter, "replies", reply(clock.today().toString()))
                .statusCode(200);
        act(acts.clerk, student, "endings", Map.of("reason", "孙远已毕业")).statusCode(200);
        facts.endedLongAgo(student);

        // When
        JsonPath erased = ErasureActs.eraseWhatIsOver();

        // Then
        assertThat(erased.getList("protocol.kind")).contains("OUT_OF_AREA", "OUT_OF_AREA_WORDS");
        DeskActs.get(acts.clerk, letters + "/letter.pdf").statusCode(410);
        DeskActs.get(acts.clerk, letters + "/attachments/" + file).statusCode(404);
        DeskActs.get(acts.clerk, letters)
                .statusCode(200)
                .body("letter.recipient", equalTo("已匿名"))
                .body("replies[0].responsiblePerson", equalTo("已匿名"))
                .body("replies[0].note", nullValue());
        DeskActs.get(acts.clerk, STUDENTS + "/" + student)
                .statusCode(200)
                .body("student.name", equalTo("已匿名"))
                .body("student.town", equalTo(acts.village.town))
                .body("number", nullValue());
        DeskActs.get(acts.clerk, STUDENTS + "/" + student + "/answers")
                .body("answers.findAll { it.question == 'LOCAL_POLICY' }.said.words", everyItem(equalTo("已匿名")));
    }

    private List<String> pages(String student, String path) throws IOException {
        byte[] pdf = DeskActs.get(acts.clerk, STUDENTS + "/" + student + "/letters/" + path)
                .statusCode(200)
                .extract()
                .asByteArray();
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }
}
