package cn.gov.zhuozhou.aid.registry.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.publicnotice.PostedNotices.Posted;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RegistryTest
@DisplayName("An objection")
class ObjectionProcedureTest {
    @Inject
    PostedNotices notices;

    @Inject
    BusinessClock clock;

    @Inject
    BusinessCalendar calendar;

    @Test
    void isCheckedAgainAnsweredInWritingAndDecidedByTheCentre() throws IOException {
        // Given
        Posted posted = notices.general();
        String objection = raise(posted, "张家在县城有两套房", "李四");
        act(posted, objection, "rechecks", Tokens.reviewer(), Map.of("minutes", "二人入户，查房产登记，无房产"));

        // When
        Response answered = act(posted, objection, "answers", Tokens.reviewer(), decision("DISMISSED"));
        String afterAnswer = line(posted);
        Response appealed = act(posted, objection, "appeals", Tokens.clerk(), Map.of("grounds", "未查配偶名下"));
        String afterAppeal = line(posted);
        Response decided = act(posted, objection, "appeal-answers", another(), decision("UPHELD"));

        // Then
        assertThat(answered.jsonPath().getString("state")).isEqualTo("DISMISSED");
        assertThat(afterAnswer).isEqualTo("LISTED");
        assertThat(appealed.jsonPath().getString("appeal.due"))
                .isEqualTo(calendar.lastDayAfter(clock.today(), 10).toString());
        assertThat(afterAppeal).isEqualTo("SUSPENDED");
        assertThat(decided.jsonPath().getString("state")).isEqualTo("APPEAL_UPHELD");
        assertThat(line(posted)).isEqualTo("REJECTED");
        assertThat(letter(posted, objection)).contains("公示异议申诉答复书", "李四", "异议成立", "未查配偶名下");
    }

    @Test
    void isAnsweredByALetterThatTellsTheWayToAppeal() throws IOException {
        // Given
        Posted posted = notices.general();
        String objection = raise(posted, "不符合条件", null);
        Response early = Acts.as(Tokens.clerk()).get(path(posted, objection) + "/answer.pdf");
        act(posted, objection, "rechecks", Tokens.reviewer(), Map.of("minutes", "已核实"));

        // When
        act(posted, objection, "answers", Tokens.reviewer(), decision("DISMISSED"));

        // Then
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(letter(posted, objection)).contains("匿名异议人", "异议不成立", "可向", "申诉", "10 个工作日");
    }

    @Test
    void isNotAnsweredWithoutMinutes() {
        Posted posted = notices.general();
        String objection = raise(posted, "不符合条件", null);

        assertThat(act(posted, objection, "answers", Tokens.reviewer(), decision("UPHELD"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void isNeverJudgedByWhoRecordedOrAnsweredIt() {
        // Given
        Posted posted = notices.general();
        String objection = raise(posted, "不符合条件", null);

        // When
        Response own = act(posted, objection, "rechecks", Tokens.clerk(), Map.of("minutes", "已核实"));
        act(posted, objection, "rechecks", Tokens.reviewer(), Map.of("minutes", "已核实"));
        act(posted, objection, "answers", Tokens.reviewer(), decision("DISMISSED"));
        act(posted, objection, "appeals", Tokens.clerk(), Map.of("grounds", "不服"));
        Response sameAnswerer = act(posted, objection, "appeal-answers", Tokens.reviewer(), decision("DISMISSED"));

        // Then
        assertThat(own.jsonPath().getString("type")).isEqualTo("urn:aid:problem:same-person");
        assertThat(sameAnswerer.jsonPath().getString("type")).isEqualTo("urn:aid:problem:same-person");
    }

    @Test
    void keepsItsLineWaitingBeyondThePeriodAndIsOverdueAfterFiveWorkingDays() {
        // Given
        Posted posted = notices.general();
        String objection = raise(posted, "不符合条件", null);
        LocalDate due = LocalDate.parse(show(posted).getString("[0].due"));
        List<String> before = overdue(posted);

        // When
        clock.advanceTo(clock.endOf(due));

        // Then
        assertThat(due).isEqualTo(calendar.lastDayAfter(posted.firstDay(), 5));
        assertThat(before).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(overdue(posted)).containsExactly(objection));
        assertThat(line(posted)).isEqualTo("SUSPENDED");
        act(posted, objection, "rechecks", Tokens.reviewer(), Map.of("minutes", "已核实"));
        act(posted, objection, "answers", Tokens.reviewer(), decision("DISMISSED"));
        assertThat(overdue(posted)).isEmpty();
    }

    @Test
    @DisplayName("A16: takes no number of a person")
    void takesNoNumberOfAPerson() {
        // Given
        Posted posted = notices.general();
        Map<String, Object> body = objection(posted, "其父电话 138 0013 8000", null);

        // When
        Response refused =
                Acts.as(Tokens.clerk()).body(body).post("/api/v1/public-notices/{id}/objections", posted.id());

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("MOBILE");
        assertThat(line(posted)).isEqualTo("LISTED");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "A16: nothing anybody writes about an objection may hold a person's number, minutes of a re-check included")
    @CsvSource({
        "rechecks, minutes, OPEN",
        "answers, answer, RECHECKED",
        "appeals, grounds, DISMISSED",
        "appeal-answers, answer, APPEALED"
    })
    void noStepTakesANumber(String act, String field, String state) {
        // Given
        Posted posted = notices.general();
        String objection = raise(posted, "不符合条件", null);
        for (String before : List.of("rechecks", "answers", "appeals", "appeal-answers")) {
            if (before.equals(act)) {
                break;
            }
            act(posted, objection, before, Tokens.reviewer(), step(before, "已核实"));
        }

        // When
        Response refused =
                act(posted, objection, act, another(), step(act, "入户核实，户主卡号6228480402564890018，身份证999999199001010011"));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo(field);
        assertThat(refused.asString()).doesNotContain("6228480402564890018", "999999199001010011");
        assertThat(show(posted).getString("[0].state")).isEqualTo(state);
    }

    @Test
    @DisplayName(
            "S70: upheld after the line took effect, what is in force is asked about anew, until somebody has judged")
    void anAppealUpheldAfterTheLineTookEffectAsksForANewRuling() {
        // Given
        Posted posted = notices.general();
        String objection = raise(posted, "张家在县城有两套房", null);
        act(posted, objection, "rechecks", Tokens.reviewer(), step("rechecks", "已核实"));
        act(posted, objection, "answers", Tokens.reviewer(), decision("DISMISSED"));
        notices.passLastDayOf(posted);
        assertThat(identification(posted)).isEqualTo("ADDED EFFECTIVE true");
        act(posted, objection, "appeals", Tokens.clerk(), step("appeals", "未查配偶名下"));

        // When
        Response upheld = act(posted, objection, "appeal-answers", another(), decision("UPHELD"));

        // Then
        assertThat(upheld.jsonPath().getString("state")).isEqualTo("APPEAL_UPHELD");
        assertThat(line(posted)).isEqualTo("PASSED");
        assertThat(identification(posted)).isEqualTo("DECISION_NEEDED AWAITING_DECISION true");
        assertThat(Acts.as(Tokens.viewer())
                        .get("/api/v1/students/{id}/rulings", posted.pupil())
                        .jsonPath()
                        .getList("items[0].checks.reason"))
                .contains("OBJECTION_UPHELD");

        // When
        Acts.as(Tokens.clerk())
                .body(Map.of("finding", "PROVEN", "reason", "房产已出售抵债"))
                .post("/api/v1/students/{id}/hardship-judgements", posted.pupil())
                .then()
                .statusCode(201);

        // Then
        assertThat(identification(posted)).isEqualTo("ADDED EFFECTIVE true");
    }

    private static Map<String, String> step(String act, String words) {
        return switch (act) {
            case "rechecks" -> Map.of("minutes", words);
            case "appeals" -> Map.of("grounds", words);
            default -> Map.of("decision", "DISMISSED", "answer", words);
        };
    }

    private static String identification(Posted posted) {
        JsonPath found = Acts.find(Tokens.viewer(), posted.semester().code(), posted.school(), posted.pupil());
        return found.getString("result") + " " + found.getString("state") + " " + found.getBoolean("identified");
    }

    private String raise(Posted posted, String content, String objector) {
        return Acts.as(Tokens.clerk())
                .body(objection(posted, content, objector))
                .post("/api/v1/public-notices/{id}/objections", posted.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> objection(Posted posted, String content, String objector) {
        Map<String, Object> body = new HashMap<>();
        body.put("lineId", notices.show(posted).getString("lines[0].id"));
        body.put("content", content);
        body.put("objector", objector);
        return body;
    }

    private static Response act(Posted posted, String objection, String act, String token, Map<String, String> body) {
        return Acts.as(token).body(body).post(path(posted, objection) + "/" + act);
    }

    private static String path(Posted posted, String objection) {
        return "/api/v1/public-notices/" + posted.id() + "/objections/" + objection;
    }

    private static Map<String, String> decision(String decision) {
        return Map.of("decision", decision, "answer", "经核实，予以答复。");
    }

    private static String another() {
        return Tokens.of("centre").roles("aid-reviewer").token();
    }

    private String line(Posted posted) {
        return notices.show(posted).getString("lines[0].state");
    }

    private static JsonPath show(Posted posted) {
        return Acts.as(Tokens.clerk())
                .get("/api/v1/public-notices/{id}/objections", posted.id())
                .jsonPath();
    }

    private static List<String> overdue(Posted posted) {
        return Acts.as(Tokens.clerk("school:" + posted.school()))
                .queryParam("overdue", true)
                .get("/api/v1/objections")
                .jsonPath()
                .getList("items.id");
    }

    private static String letter(Posted posted, String objection) throws IOException {
        byte[] pdf = Acts.as(Tokens.clerk())
                .get(path(posted, objection) + "/answer.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Files.write(Path.of("target/answer.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
