package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementProblem;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.FreezeCheck.Verdict;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is granted on an application rests on the ruling of the semester its pupil leaves in, and not on where he is after that. */
@DisbursementTest
class AppliedAwardTest {
    private static final Actor CHECKER = new Actor("checker", "checker", Jurisdiction.BUREAU);
    private static final Actor APPROVER = new Actor("approver", "approver", Jurisdiction.BUREAU);

    @Inject
    AppliedAwards applied;

    @Inject
    FreezeCheck freezeCheck;

    @Inject
    AwardsOf awards;

    @Inject
    Payments payments;

    @Inject
    Database database;

    private final RegistryPupil pupil =
            new RegistryPupil().is("stage", "SENIOR_HIGH").is("grade", 3);

    @Test
    @DisplayName("S145: leaving school ends the semester's awards and leaves what was applied for")
    void leavingSchool() {
        awards.known(pupil);
        String award = granted();

        awards.receive(pupil.is("enrolmentState", "GRADUATED").pupilMessage());

        assertThat(awards.one(award).getString("state")).isEqualTo("APPROVED");
        assertThat(awards.list(pupil).getList("items.findAll { it.programme != 'HE-04' }.state"))
                .isNotEmpty()
                .containsOnly("STOPPED");
        assertThat(refusals(award)).isEmpty();
    }

    @Test
    @DisplayName("A06: where the ruling falls it ends; what was committed is free again")
    void theRulingFalls() {
        awards.known(pupil);
        String award = granted();

        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        assertThat(awards.one(award).getString("state")).isEqualTo("STOPPED");
        assertThat(awards.one(award).getString("reasons[0].code")).isEqualTo("NOT_IDENTIFIED");
        assertThat(awards.booked(award)).hasSize(4);
        assertThat(refusals(award)).contains("NOT_APPROVED", "NOT_IDENTIFIED");
    }

    @Test
    @DisplayName(
            "A06: a confirmed finding holds it until it is closed; the same steps follow when they are decided again")
    void aFindingHoldsIt() {
        awards.known(pupil);
        String award = granted();
        var finding = new Finding(pupil).confirmed();
        awards.find(finding.message());
        assertThat(awards.one(award).getString("state")).isEqualTo("SUSPENDED");
        assertThat(refusals(award)).contains("NOT_APPROVED", "WRONG_AWARD_CONFIRMED");

        awards.find(finding.is("state", "CLOSED").message());

        assertThat(awards.one(award).getList("history.event"))
                .containsExactly("PROPOSED", "APPROVED", "HELD", "REINSTATED");
        assertThat(awards.booked(award)).hasSize(2);
        JsonPath replay = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/awards/" + award + "/replay")
                .jsonPath();
        assertThat(replay.getBoolean("same")).isTrue();
        assertThat(replay.getList("steps.same")).containsExactly(true, true, true);
        assertThat(given().auth()
                        .oauth2(Tokens.auditor())
                        .accept("text/plain")
                        .get("/api/v1/awards/" + award + "/explanation")
                        .asString())
                .contains("IN_PROVINCE，一次性500.00元", "本人申请，毕业学校审核");
    }

    @Test
    void whoseRulingDoesNotStandIsNotGranted() {
        awards.receive(
                pupil.pupilMessage(), pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        var refused = catchThrowableOfType(ProblemException.class, this::granted);

        assertThat(refused.kind()).isEqualTo(DisbursementProblem.NOT_GRANTED);
        assertThat(refused.errors())
                .extracting(ProblemException.FieldError::code)
                .containsExactly("NOT_IDENTIFIED");
        assertThat(awards.list(pupil).getList("items")).isEmpty();
    }

    @Test
    void whatHeAppliedForDoesNotSettleWhereTheOthersArePaid() {
        awards.known(pupil);
        granted();

        awards.receive(pupil.is("schoolCode", "elsewhere").pupilMessage());

        assertThat(awards.list(pupil).getList("items.findAll { it.programme != 'HE-04' }.schoolCode"))
                .isNotEmpty()
                .containsOnly("elsewhere");
    }

    @Test
    @DisplayName("S145, A08: freshman aid is due by its own day, not by the semester's, and late after it")
    void hasADayOfItsOwn() {
        awards.known(pupil);
        String award = granted();
        JsonPath onTime = timeliness("2019-spring").setRootPath("items.find { it.programme == 'HE-04' }");

        // When: the same in the year before, approved within the month before its day
        database.update("update award set semester = '2018-spring' where id = :id", id(award));
        database.update("""
                insert into award_history (award_id, revision, event, from_state, to_state, actor, actor_name, at, reasons)
                values (:id, 100, 'APPROVED', 'PROPOSED', 'APPROVED', 'x', 'x', '2018-08-20 09:00+08', '[]')
                """, id(award));

        // Then
        assertThat(onTime.getString("deadline")).isEqualTo("2019-08-31");
        assertThat(onTime.getInt("late")).isZero();
        JsonPath before = timeliness("2018-spring").setRootPath("items.find { it.programme == 'HE-04' }");
        assertThat(before.getString("deadline")).isEqualTo("2018-08-31");
        assertThat(before.getInt("late")).isEqualTo(1);
        assertThat(late().getList("items.awardId")).isEqualTo(List.of(award));
        assertThat(late().getString("items[0].due")).isEqualTo("2018-09-19");
        payments.settles(payments.line(award, 1, 50000, "SENT"), "2018-09-19 23:30+08");
        assertThat(late().getList("items")).isEmpty();
    }

    private JsonPath timeliness(String semester) {
        return read("/api/v1/coverage/timeliness?semester=" + semester + "&school=" + pupil.school());
    }

    private JsonPath late() {
        return read("/api/v1/coverage/late-awards?semester=2018-spring&school=" + pupil.school());
    }

    private static JsonPath read(String path) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, ?> id(String award) {
        return Map.of("id", UUID.fromString(award));
    }

    private String granted() {
        UUID application = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID university = UUID.randomUUID();
            database.update("""
                    insert into university (id, name, province, city, in_province, nature)
                    values (:id, cast(:id as uuid)::text, '本省', '某市', true, 'PUBLIC')
                    """, Map.of("id", university));
            database.update(
                    """
                    insert into freshman_grant (id, version, state, student_id, person_index, student_name, school_code, school_town, year,
                      university_id, rate_key, amount_fen, policy_version, applied_by, checked_by, approved_by)
                    values (:id, 1, 'APPROVED', :student, :person, '某学生', :school, :town, 2019, :university, 'IN_PROVINCE', 50000, 'x',
                      'clerk', 'checker', 'approver')
                    """,
                    Map.of(
                            "id",
                            application,
                            "student",
                            pupil.id,
                            "person",
                            person,
                            "school",
                            pupil.school(),
                            "town",
                            pupil.town(),
                            "university",
                            university));
            return applied.grant(
                            new AppliedAwards.Application(
                                    application,
                                    person,
                                    pupil.id,
                                    Semester.parse("2019-spring"),
                                    "HE-04",
                                    "IN_PROVINCE",
                                    pupil.school(),
                                    pupil.town()),
                            CHECKER,
                            APPROVER)
                    .awardId()
                    .toString();
        });
    }

    private List<String> refusals(String award) {
        List<Verdict> verdicts =
                QuarkusTransaction.requiringNew().call(() -> freezeCheck.of(List.of(UUID.fromString(award))));
        return verdicts.getFirst().refusals().stream().map(Reason::code).toList();
    }
}
