package cn.gov.zhuozhou.aid.registry.application;

import static cn.gov.zhuozhou.aid.registry.application.Procedures.clerk;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.created;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.ok;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.principal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class ProcedureTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Procedures procedures;

    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    private Semester semester;
    private String school;
    private UUID pupil;

    @BeforeEach
    void aSchoolThatHasToldItsFamilies() {
        semester = semesters.open();
        school = county.school();
        pupil = county.pupil(school);
        procedures.tell(school, semester.code());
    }

    @Test
    @DisplayName("S13, S66, S70: from the notice in advance to an eligibility awards may lean on")
    void theWholeWay() {
        // Given
        procedures.accepted(school, semester.code(), pupil, "SEVERE");
        JsonPath proposed = Acts.find(Tokens.viewer(), semester.code(), school, pupil);
        assertThat(proposed.getString("result") + " " + proposed.getString("state"))
                .isEqualTo("ADDED PROPOSED");
        assertThat(Acts.review(principal(school), proposed, "APPROVED").statusCode())
                .as("the principal does not review himself")
                .isEqualTo(422);
        ok(Acts.review(Tokens.reviewer(), proposed, "APPROVED"));
        JsonPath notice = created(Acts.as(principal(school))
                .body(Map.of("semester", semester.code(), "schoolCode", school, "kind", "GENERAL"))
                .post("/api/v1/public-notices"));

        // When
        periodIsOver(notice);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonPath told = procedures.events(pupil, "EligibilityChanged.v1").getLast();
            assertThat(told.getString("state")).isEqualTo("EFFECTIVE");
            assertThat(told.getBoolean("identified")).isTrue();
            assertThat(told.getString("level")).isEqualTo("SEVERE");
            assertThat(told.getList("categories")).isEqualTo(List.of("SCHOOL_JUDGED"));
            assertThat(told.getBoolean("validBasis")).isTrue();
        });
    }

    @Test
    void aSpecialGroupIsIdentifiedWithoutVoteOrQuota() {
        // Given
        quota(0);
        JsonPath submitted = created(procedures.apply(clerk(school), pupil, "MARTYRS_CHILD"));
        JsonPath verified = ok(procedures.verify(clerk(school), submitted, "MARTYR"));

        // When
        ok(procedures.decide(principal(school), verified, "CONFIRMED"));

        // Then
        JsonPath found = Acts.find(Tokens.viewer(), semester.code(), school, pupil);
        assertThat(found.getString("result") + " " + found.getString("state")).isEqualTo("ADDED PROPOSED");
        assertThat(found.getString("proposed.level")).isEqualTo("SEVERE");
        assertThat(found.getList("proposed.categories")).isEqualTo(List.of("MARTYR"));
    }

    @Test
    @DisplayName("S69: papers do not replace the newest register")
    void aGroupARegisterTellsOfIsNotVerifiedFromPapers() {
        // Given
        JsonPath submitted = created(procedures.apply(clerk(school), pupil, "SUBSISTENCE_ALLOWANCE"));

        // When
        Response refused = procedures.verify(clerk(school), submitted, "DIBAO_R");

        // Then
        assertProblem(refused, 422, "not-on-register");
    }

    @Test
    void beyondTheQuotaThePrincipalCannotAccept() {
        // Given
        quota(1);
        procedures.accepted(school, semester.code(), pupil, "ORDINARY");
        JsonPath second = procedures.prepared(school, semester.code(), county.pupil(school), "SEVERE");

        // When
        Response refused = procedures.decide(principal(school), second, "CONFIRMED");

        // Then
        assertProblem(refused, 422, "quota-exhausted");
        assertThat(refused.jsonPath().getString("detail")).contains("名额 1，已用 1");
        assertThat(procedures.show(second).getString("state")).isEqualTo("GROUP_REVIEWED");
    }

    @Test
    @DisplayName("S68: evaluated in autumn, not in spring, unless facts changed")
    void whoeverWasEvaluatedInAutumnIsNotEvaluatedAgain() {
        // Given
        county.identifiedBefore(pupil, semester.previous().code(), "ORDINARY", "SCHOOL_JUDGED");
        Map<String, Object> answers = procedures.answers();
        answers.put("change", Map.of("kind", "DISASTER", "what", "今年房屋受灾"));

        // When
        Response refused = procedures.apply(clerk(school), pupil);
        Response taken = Acts.as(clerk(school))
                .body(Map.of("studentId", pupil, "channel", "PORTAL", "answers", answers))
                .post("/api/v1/applications");

        // Then
        assertProblem(refused, 422, "evaluated-in-autumn");
        assertThat(taken.statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("S70: a vocational pupil's new level goes on notice like every change")
    void aVocationalPupilsNewLevelGoesOnNotice() {
        // Given
        UUID vocational = county.pupil(school, "SECONDARY_VOCATIONAL");
        county.identifiedBefore(vocational, semester.previous().code(), "ORDINARY", "SCHOOL_JUDGED");
        procedures.accepted(school, semester.code(), vocational, "SEVERE");
        JsonPath proposed = Acts.find(Tokens.viewer(), semester.code(), school, vocational);

        // When
        JsonPath reviewed = ok(Acts.review(Tokens.reviewer(), proposed, "APPROVED"));

        // Then
        assertThat(proposed.getString("result")).isEqualTo("REEVALUATED");
        assertThat(reviewed.getString("state")).isEqualTo("REVIEWED");
    }

    @Test
    void whereTheSchoolFindsNoHardshipNothingIsProposed() {
        // Given
        JsonPath prepared = procedures.prepared(school, semester.code(), pupil, "NONE");

        // When
        JsonPath declined = ok(procedures.decide(principal(school), prepared, "CONFIRMED"));

        // Then
        assertThat(declined.getString("state")).isEqualTo("DECLINED");
        assertThat(Acts.find(Tokens.viewer(), semester.code(), school, pupil).getString("id"))
                .isNull();
        assertProblem(procedures.apply(clerk(school), pupil), 422, "declined-this-semester");
    }

    @Test
    void aPupilHasOneApplicationAtATimeAndMayApplyAgainAfterWithdrawing() {
        // Given
        JsonPath first = created(procedures.apply(clerk(school), pupil));
        assertProblem(procedures.apply(clerk(school), pupil), 409, "application-exists");
        ok(procedures.step(clerk(school), first, "withdrawal", Map.of("reason", "家长改变主意")));

        // When
        Response again = procedures.apply(clerk(school), pupil);

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
    }

    @Test
    void theFormIsMeasuredByTemplateAndAge() {
        // Given
        procedures.born(pupil, clock.today().minusYears(17).toString());
        Map<String, Object> answers = procedures.answers();
        answers.put("pledged", false);

        // When
        Response unpledged = Acts.as(clerk(school))
                .body(Map.of("studentId", pupil, "channel", "PAPER", "answers", answers))
                .post("/api/v1/applications");
        Response signedByMother = procedures.apply(clerk(school), pupil);

        // Then
        assertProblem(unpledged, 422, "form-incomplete");
        assertThat(unpledged.jsonPath().getList("errors.code")).isEqualTo(List.of("NOT_PLEDGED"));
        assertProblem(signedByMother, 422, "signature-not-valid");
        assertThat(signedByMother.jsonPath().getList("errors.code")).isEqualTo(List.of("PUPIL_SIGNS"));
    }

    @Test
    void whoeverPreparedADecisionDoesNotTakeIt() {
        // Given
        String both = Tokens.of("both@" + school)
                .roles("aid-clerk", "aid-reviewer")
                .org("school:" + school)
                .token();
        JsonPath submitted = created(procedures.apply(clerk(school), pupil));
        JsonPath proposed = ok(procedures.propose(both, submitted, "ORDINARY"));
        created(procedures.meet(clerk(school), procedures.group(school, semester.code()), proposed, "ORDINARY"));

        // When
        Response refused = procedures.decide(both, procedures.show(submitted), "CONFIRMED");

        // Then
        assertProblem(refused, 422, "same-person");
    }

    @Test
    void inASemesterThatIsOverNothingIsDecided() {
        // Given
        JsonPath prepared = procedures.prepared(school, semester.code(), pupil, "ORDINARY");
        semesters.open(semesters.next());

        // When
        Response refused = procedures.decide(principal(school), prepared, "CONFIRMED");

        // Then
        assertProblem(refused, 409, "semester-over");
    }

    @Test
    void aLevelTheSemestersRulesDoNotGiveIsRefused() {
        // Given
        JsonPath submitted = created(procedures.apply(clerk(school), pupil));

        // When
        Response refused = procedures.propose(clerk(school), submitted, "DIFFICULT");

        // Then
        assertProblem(refused, 422, "level-not-given");
        assertThat(procedures.show(submitted).getString("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void thePrincipalSendsBackAndTheSchoolBeginsAgain() {
        // Given
        JsonPath prepared = procedures.prepared(school, semester.code(), pupil, "ORDINARY");

        // When
        JsonPath returned = ok(procedures.decide(principal(school), prepared, "RETURNED"));

        // Then
        assertThat(returned.getString("state")).isEqualTo("SUBMITTED");
        assertThat(returned.getString("assessment")).isNull();
        assertThat(ok(procedures.propose(clerk(school), returned, "SEVERE")).getString("state"))
                .isEqualTo("CLASS_PROPOSED");
    }

    @Test
    void aGroupWithoutPupilsAndParentsIsNone() {
        // When
        Response refused = Acts.as(clerk(school))
                .body(Map.of(
                        "semester",
                        semester.code(),
                        "schoolCode",
                        school,
                        "members",
                        List.of(
                                Map.of("kind", "LEADER", "name", "某成员"),
                                Map.of("kind", "AID_STAFF", "name", "某成员"),
                                Map.of("kind", "TEACHER", "name", "某成员"))))
                .post("/api/v1/review-groups");

        // Then
        assertProblem(refused, 422, "group-incomplete");
        assertThat(refused.jsonPath().getList("errors.expected")).isEqualTo(List.of("学生代表", "家长代表"));
    }

    @Test
    void aStaleOrMissingTagIsRefused() {
        // Given
        JsonPath submitted = created(procedures.apply(clerk(school), pupil));
        ok(procedures.propose(clerk(school), submitted, "ORDINARY"));

        // When
        Response stale = procedures.propose(clerk(school), submitted, "SEVERE");
        Response missing = Acts.as(clerk(school))
                .body(Map.of("assessment", "SEVERE", "grounds", "家访"))
                .post("/api/v1/applications/{id}/class-proposals", submitted.getString("id"));

        // Then
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(missing.statusCode()).isEqualTo(428);
    }

    @Test
    void whatTheFamilyWroteIsSealedAndEachReadingIsTold() {
        // Given
        JsonPath submitted = created(procedures.apply(clerk(school), pupil));
        ok(procedures.propose(clerk(school), submitted, "ORDINARY"));
        String id = submitted.getString("id");

        // When
        JsonPath read = ok(Acts.as(clerk(school)).get("/api/v1/applications/{id}/form", id));

        // Then
        assertThat(read.getString("answers.form.influences.SUDDEN_ACCIDENT")).isEqualTo("去年遭遇车祸");
        assertThat(read.getList("notes.text")).isEqualTo(List.of("家访属实"));
        assertThat(atRest(id)).doesNotContain("车祸").doesNotContain("某家长");
        assertThat(trail(id)).containsExactly("application.submit", "application.propose", "application.form-read");
    }

    /** The clock stays, for other tests look at it too. */
    private void periodIsOver(JsonPath notice) {
        database.update("""
                update public_notice set first_day = first_day - 14, last_day = last_day - 14
                where id = cast(:id as uuid)
                """, Map.of("id", notice.getString("id")));
    }

    private void quota(int amount) {
        created(Acts.as(Tokens.administrator())
                .body(Map.of(
                        "semester",
                        semester.code(),
                        "schoolCode",
                        school,
                        "measure",
                        "NUMBER",
                        "amount",
                        amount,
                        "source",
                        "县资助中心通知"))
                .post("/api/v1/hardship-quotas"));
    }

    private String atRest(String id) {
        return database.first(
                        "select answers_sealed from application where id = cast(:id as uuid)",
                        Map.of("id", id),
                        row -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private List<String> trail(String id) {
        return database.list(
                "select action from trail where subject_id = :id order by id",
                Map.of("id", id),
                row -> row.getString(1));
    }

    static void assertProblem(Response response, int status, String type) {
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:aid:problem:" + type);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
