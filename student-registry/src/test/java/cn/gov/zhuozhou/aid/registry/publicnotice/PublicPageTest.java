package cn.gov.zhuozhou.aid.registry.publicnotice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.publicnotice.PostedNotices.Posted;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("The page of a notice on the web")
class PublicPageTest {
    @Inject
    PostedNotices notices;

    @Inject
    County county;

    @Inject
    NoticeTerms terms;

    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    @Test
    void isThereForAnybodyWhoHasItsAddressAndNothingElse() {
        // Given
        Posted posted = notices.general();
        String path = notices.show(posted).getString("page.path");

        // When
        Response page = given().get(path);

        // Then
        page.then().statusCode(200).contentType("text/html");
        assertThat(page.asString())
                .contains("某小学", "某生", "公示期", "异议受理", "name=\"robots\" content=\"noindex")
                .doesNotContain("<script", "<a ", "src=", "href=", "url(", posted.school());
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.header("Cache-Control")).matches("public, must-revalidate, max-age=\\d+");
        assertThat(path).matches("/public/notices/[A-Za-z0-9_-]{24}");
        assertThat(given().get(path.substring(0, path.length() - 1) + "!").statusCode())
                .isEqualTo(404);
    }

    @Test
    void isGoneWhenThePeriodIsOverAndItsRemovalIsProven() {
        // Given
        Posted posted = notices.general();
        String path = notices.show(posted).getString("page.path");

        // When
        notices.passLastDayOf(posted);

        // Then
        Response gone = given().get(path);
        gone.then().statusCode(410).contentType("text/plain");
        assertThat(gone.asString()).contains("已撤下").doesNotContain("某生");
        JsonPath proof = notices.show(posted);
        assertThat(proof.getString("page.takenDownBy")).isEqualTo("系统");
        assertThat(proof.getString("page.reason")).isEqualTo("公示期满");
        assertThat(proof.getString("page.takenDownAt")).isNotNull();
        assertThat(trail(posted)).contains("notice.page-taken-down");
        assertThatThrownBy(() -> database.update(
                        "update notice_page set taken_down_at = null where notice_id = :id",
                        Map.of("id", UUID.fromString(posted.id()))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isTakenDownEarlierForAReason() {
        // Given
        Posted posted = notices.general();
        String path = notices.show(posted).getString("page.path");

        // When
        Response removed = remove(posted);

        // Then
        removed.then().statusCode(200);
        assertThat(given().get(path).statusCode()).isEqualTo(410);
        assertThat(remove(posted).statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("S71: is never there for the separate list of registered poor pupils")
    void isNeverThereForRegisteredPoorPupils() {
        // Given
        Posted posted = notices.registeredPoor();
        UUID id = UUID.fromString(posted.id());

        // When
        JsonPath shown = notices.show(posted);

        // Then
        assertThat(shown.getString("page")).isNull();
        assertThatThrownBy(() -> database.update("""
                        insert into notice_page (notice_id, token, last_day, put_up_by, put_up_by_name, put_up_at)
                        values (:id, 'abcdefghijklmnopqrstuvwx', current_date, 'x', 'x', now())
                        """, Map.of("id", id))).isInstanceOf(IllegalStateException.class);
        assertThat(Acts.as(Tokens.viewer())
                        .get("/api/v1/public-notices/{id}/notice.pdf", posted.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Acts.as(Tokens.clerk("school:" + posted.school()))
                        .get("/api/v1/public-notices/{id}/notice.pdf", posted.id())
                        .contentType())
                .isEqualTo("application/pdf");
    }

    @Test
    @DisplayName("A16: nothing is posted with a number of a person in it")
    void isNotPostedWithAPersonalNumberInIt() {
        // Given
        Posted waiting = notices.waiting("DIBAO_R");
        database.update(
                "update student set class_name = '2班 13800138000' where id = :id", Map.of("id", waiting.pupil()));

        // When
        Response refused = notices.post(waiting, "GENERAL", Map.of("summary", "联系人身份证999999201001010016"));

        // Then
        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:aid:problem:private-data-in-notice");
        assertThat(refused.jsonPath().getList("errors.code")).containsExactly("IDENTITY", "MOBILE");
        assertThat(refused.asString()).contains("说明", "名单第 1 行").doesNotContain("13800138000", "999999201001010016");
        assertThat(database.list(
                        "select 1 from public_notice where school_code = :school",
                        Map.of("school", waiting.school()),
                        row -> row.getInt(1)))
                .isEmpty();
    }

    @Test
    void saysWhereTheSchoolAndTheCentreTakeObjections() {
        // Given
        Posted waiting = notices.waiting("DIBAO_R");
        Response kept = contact(Tokens.reviewer("school:" + waiting.school()), waiting.school(), "教务处 0312-3850000");

        // When
        Response posted = notices.post(waiting, "GENERAL", Map.of("title", "本校公示"));

        // Then
        kept.then().statusCode(200);
        assertThat(posted.jsonPath().getString("words.objectionsTo")).contains("教务处 0312-3850000", "学生资助管理中心");
        assertThat(posted.jsonPath().getString("words.title")).isEqualTo("本校公示");
        assertThat(contact(Tokens.reviewer("school:elsewhere"), waiting.school(), "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(contact(Tokens.reviewer("school:elsewhere"), "bureau", "x").statusCode())
                .isEqualTo(404);
        assertThat(contact(Tokens.clerk(), waiting.school(), "x").statusCode()).isEqualTo(403);
        assertThat(contact(Tokens.reviewer(), waiting.school(), "x").statusCode())
                .isEqualTo(412);
    }

    @Test
    void standsAsManyWorkingDaysAsTheTermSays() {
        // Given
        String from = clock.today().toString();
        Map<String, Object> term =
                Map.of("matter", "PERIOD_REG_POOR", "validFrom", from, "workingDays", 3, "source", "试行");
        String administrator = Tokens.administrator();

        // When
        Response added = Acts.as(administrator).body(term).post("/api/v1/notice-terms");

        // Then
        added.then().statusCode(201);
        Posted posted = notices.registeredPoor();
        assertThat(posted.notice().getInt("requiredDays")).isEqualTo(3);
        assertThat(Acts.as(administrator)
                        .body(term)
                        .post("/api/v1/notice-terms")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Acts.as(Tokens.reviewer())
                        .body(term)
                        .post("/api/v1/notice-terms")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Acts.as(Tokens.viewer())
                        .get("/api/v1/notice-terms")
                        .jsonPath()
                        .getList("matter"))
                .contains("RECHECK", "APPEAL");
    }

    @Test
    @DisplayName(
            "The programmes of a stage may ask for a period of their own; of several stages on one list the longest holds")
    void standsAsLongAsTheProgrammesOfItsStagesAsk() {
        // Given
        String from = clock.today().toString();
        Map<String, Object> term = Map.of(
                "matter", "PERIOD_GENERAL", "stage", "SPECIAL", "validFrom", from, "workingDays", 7, "source", "试行");
        Posted primary = notices.waiting("DIBAO_R");
        Posted both = notices.waiting("DIBAO_R");
        UUID special = county.pupil(both.school(), "SPECIAL");
        county.evidence(special, "DIBAO_R");
        county.evaluate(special);
        Acts.as(Tokens.reviewer("school:" + both.school()))
                .body(Map.of("semester", both.semester().code(), "decision", "APPROVED", "opinion", "已核实"))
                .post("/api/v1/identifications/reviews")
                .then()
                .statusCode(200);

        // When
        Response added = Acts.as(Tokens.administrator()).body(term).post("/api/v1/notice-terms");

        // Then
        added.then().statusCode(201);
        assertThat(notices.post(primary, "GENERAL", Map.of()).jsonPath().getInt("requiredDays"))
                .isEqualTo(5);
        assertThat(notices.post(both, "GENERAL", Map.of()).jsonPath().getInt("requiredDays"))
                .isEqualTo(7);
        assertThat(Acts.as(Tokens.administrator())
                        .body(Map.of(
                                "matter",
                                "APPEAL",
                                "stage",
                                "SPECIAL",
                                "validFrom",
                                from,
                                "workingDays",
                                7,
                                "source",
                                "试行"))
                        .post("/api/v1/notice-terms")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName(
            "A programme may ask for a period of its own, at one stage or at all; the longest of a list's programmes holds")
    void standsAsLongAsTheProgrammesThemselvesAsk() {
        // Given: term by term, each from a later day than any list of another test is posted on
        LocalDate day = clock.today().plusYears(3);
        set(Map.of("matter", "PERIOD_GENERAL", "validFrom", day, "workingDays", 5));
        set(Map.of("matter", "PERIOD_GENERAL", "stage", "SENIOR_HIGH", "validFrom", day, "workingDays", 4));
        set(programme("HS-01", "SENIOR_HIGH", day, 6));
        set(programme("CMP-03", null, day, 7));
        set(programme("CMP-03", "SENIOR_HIGH", day, 2));
        set(programme("HS-01", "SENIOR_HIGH", day.plusDays(1), 3));

        // When
        int primary = terms.period(Notice.Kind.GENERAL, List.of(Stage.PRIMARY), day);
        int senior = terms.period(Notice.Kind.GENERAL, List.of(Stage.SENIOR_HIGH), day);
        int both = terms.period(Notice.Kind.GENERAL, List.of(Stage.SENIOR_HIGH, Stage.PRIMARY), day);
        int seniorLater = terms.period(Notice.Kind.GENERAL, List.of(Stage.SENIOR_HIGH), day.plusDays(1));

        // Then
        assertThat(primary).isEqualTo(7);
        assertThat(senior).isEqualTo(6);
        assertThat(both).isEqualTo(7);
        assertThat(seniorLater).isEqualTo(4);
        assertThat(Acts.as(Tokens.administrator())
                        .body(Map.of(
                                "matter",
                                "RECHECK",
                                "programme",
                                "HS-01",
                                "validFrom",
                                day.toString(),
                                "workingDays",
                                7,
                                "source",
                                "试行"))
                        .post("/api/v1/notice-terms")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Acts.as(Tokens.viewer())
                        .get("/api/v1/notice-terms")
                        .jsonPath()
                        .<String>getList("programme"))
                .contains("HS-01", "CMP-03");
    }

    private static Map<String, Object> programme(String code, String stage, LocalDate from, int days) {
        Map<String, Object> term = new HashMap<>(
                Map.of("matter", "PERIOD_GENERAL", "programme", code, "validFrom", from, "workingDays", days));
        term.put("stage", stage);
        return term;
    }

    private static void set(Map<String, ?> term) {
        Map<String, Object> request = new HashMap<>(term);
        request.put("source", "试行");
        request.put("validFrom", term.get("validFrom").toString());
        Acts.as(Tokens.administrator())
                .body(request)
                .post("/api/v1/notice-terms")
                .then()
                .statusCode(201);
    }

    private Response remove(Posted posted) {
        return Acts.as(Tokens.reviewer())
                .body(Map.of("reason", "名单有误"))
                .post("/api/v1/public-notices/{id}/page-removals", posted.id());
    }

    private static Response contact(String token, String code, String contact) {
        return Acts.as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("contact", contact))
                .put("/api/v1/notice-contacts/{code}", code);
    }

    private List<String> trail(Posted posted) {
        return database.list(
                "select action from trail where subject_id = :id", Map.of("id", posted.id()), row -> row.getString(1));
    }
}
