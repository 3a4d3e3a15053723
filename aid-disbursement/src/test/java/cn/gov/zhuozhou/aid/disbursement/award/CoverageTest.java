package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who must be aided and is not, with the reason of each. */
@DisbursementTest
class CoverageTest {
    @Inject
    AwardsOf awards;

    @Inject
    Payments payments;

    @Inject
    Database database;

    private final String school = "C" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("S15: of all who must be aided it is told how many are, by school and programme")
    void bySchoolAndProgramme() {
        // Given
        approved(boarder());
        payments.line(approved(boarder()), 1, 50000, "SETTLED");
        boarder();
        awards.known(pupil().is("boarding", false));

        // When
        JsonPath seen = get("coverage?semester=2019-spring", clerk());

        // Then
        JsonPath here = seen.setRootPath("schools[0]");
        assertThat(here.getString("schoolCode")).isEqualTo(school);
        assertThat(here.getInt("identified")).isEqualTo(4);
        assertThat(here.getInt("nothingGranted")).isEqualTo(1);
        assertThat(here.getList("programmes.programme")).isEqualTo(List.of("CMP-03"));
        assertThat(here.getInt("programmes[0].entitled")).isEqualTo(3);
        assertThat(here.getInt("programmes[0].aided")).isEqualTo(2);
        assertThat(here.getInt("programmes[0].paid")).isEqualTo(1);
        assertThat(here.getInt("programmes[0].proposed")).isEqualTo(1);
        assertThat(here.getInt("programmes[0].coveragePermille")).isEqualTo(666);
    }

    @Test
    @DisplayName("S72, A04: each who is not aided is listed with his reason, and nobody is missed")
    void withTheReasonOfEach() {
        // Given
        var aided = boarder();
        approved(aided);
        var proposed = boarder();
        var held = boarder();
        awards.receive(held.ruled("REMOVED", "PROPOSED", true).rulingMessage());
        var day = awards.known(pupil().is("boarding", false));
        var missed = boarder();
        lose(missed);

        // When
        JsonPath lines = get("coverage/pupils?semester=2019-spring", clerk());

        // Then
        assertThat(line(lines, aided, "outcome")).isEqualTo("APPROVED");
        assertThat(line(lines, aided, "reason")).isNull();
        assertThat(line(lines, proposed, "reason.code")).isEqualTo("AWAITS_APPROVAL");
        assertThat(line(lines, held, "reason.code")).isEqualTo("REMOVAL_PENDING");
        assertThat(line(lines, day, "reason.code")).isEqualTo("NO_PROGRAMME");
        assertThat(line(lines, missed, "outcome")).isEqualTo("MISSING");
        assertThat(line(lines, missed, "reason.code")).isEqualTo("NO_AWARD");
        assertThat(get("coverage/pupils?semester=2019-spring&outcome=MISSING", clerk())
                        .getList("items.studentId"))
                .isEqualTo(List.of(missed.id.toString()));
    }

    @Test
    @DisplayName("S72, A04: whom money asked back keeps from aid and who never had an award is listed with that reason")
    void barred() {
        // Given
        var barred = pupil();
        awards.receive(barred.recoveryMessage(UUID.randomUUID(), "2019-spring", "2019-spring"));
        awards.known(barred);

        // When
        JsonPath lines = get("coverage/pupils?semester=2019-spring", clerk());
        JsonPath proof = get("coverage/completeness?semester=2019-spring", clerk());

        // Then
        assertThat(awards.list(barred).getList("items")).isEmpty();
        assertThat(line(lines, barred, "outcome")).isEqualTo("MISSING");
        assertThat(line(lines, barred, "reason.code")).isEqualTo("FALSE_STATEMENT");
        assertThat(line(lines, barred, "reason.zh")).isEqualTo("经核实提供虚假信息，取消资助并追回资金");
        assertThat(proof.getBoolean("person.complete")).isTrue();
        assertThat(proof.getInt("person.explained.FALSE_STATEMENT")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A01: who was paid before his award ended is the paying school's in that semester, for awards and coverage alike")
    void whoWasPaidStaysThePayingSchools() {
        // Given
        var pupil = boarder();
        payments.line(approved(pupil), 1, 50000, "SETTLED");
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        // When
        awards.receive(pupil.is("schoolCode", "N" + school).pupilMessage());
        awards.receive(pupil.ruled("ADDED", "EFFECTIVE", true).rulingMessage());

        // Then
        assertThat(awards.list(pupil).getString("items.find { it.state == 'PROPOSED' }.schoolCode"))
                .isEqualTo(school);
        assertThat(get("coverage/pupils?semester=2019-spring", clerk()).getList("items.studentId"))
                .isEqualTo(List.of(pupil.id.toString()));
        assertThat(get("coverage/pupils?semester=2019-spring", Tokens.clerk("school:N" + school))
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void whoseAwardEndedUnpaidIsWhereHeIs() {
        // Given
        var pupil = boarder();
        approved(pupil);
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        // When
        awards.receive(pupil.is("schoolCode", "N" + school).pupilMessage());
        awards.receive(pupil.ruled("ADDED", "EFFECTIVE", true).rulingMessage());

        // Then
        assertThat(get("coverage/pupils?semester=2019-spring", clerk()).getList("items"))
                .isEmpty();
        assertThat(get("coverage/pupils?semester=2019-spring", Tokens.clerk("school:N" + school))
                        .getList("items.studentId"))
                .isEqualTo(List.of(pupil.id.toString()));
    }

    @Test
    @DisplayName("S71: registered poor pupils are counted and listed apart")
    void registeredPoorApart() {
        // Given
        approved(boarder());
        var poor = awards.known(pupil().ruled("categories", List.of("REG_POOR")));

        // When
        JsonPath seen = get("coverage?semester=2019-spring", clerk());

        // Then
        assertThat(seen.getInt("schools[0].programmes[0].registeredPoorEntitled"))
                .isEqualTo(1);
        assertThat(seen.getInt("schools[0].programmes[0].registeredPoorAided")).isZero();
        assertThat(get("coverage/pupils?semester=2019-spring&registeredPoor=true", clerk())
                        .getList("items.studentId"))
                .isEqualTo(List.of(poor.id.toString()));
    }

    @Test
    void whoMovesAfterTheCensusDayIsStillTheOldSchools() {
        // Given
        database.update("""
                insert into census_day (id, semester, day, document, set_by, set_by_name, set_at)
                values (uuidv7(), '2020-spring', '2019-01-10', '某文件', 'admin', '管理员', now())
                """, Map.of());
        var pupil = boarder();
        awards.receive(pupil.inSemester("2020-spring").rulingMessage());

        // When
        awards.receive(pupil.is("schoolCode", "N" + school).pupilMessage());

        // Then
        assertThat(get("coverage/pupils?semester=2020-spring", clerk()).getList("items.studentId"))
                .isEqualTo(List.of(pupil.id.toString()));
    }

    @Test
    @DisplayName("A05: aided last semester, entitled now, no award")
    void discontinued() {
        // Given
        var pupil = boarder();
        String award = approved(pupil);
        database.update(
                "update award set semester = '2018-autumn' where id = :id", Map.of("id", UUID.fromString(award)));
        boarder();

        // When
        JsonPath lines = get("coverage/pupils?semester=2019-spring&discontinued=true", clerk());

        // Then
        assertThat(lines.getList("items.studentId")).isEqualTo(List.of(pupil.id.toString()));
        assertThat(lines.getBoolean("items[0].aidedBefore")).isTrue();
    }

    @Test
    @DisplayName("A13: a class granted the same though policy grants different amounts")
    void equalSplit() {
        // Given
        for (String level : List.of("SEVERE", "ORDINARY", "ORDINARY")) {
            String award = approved(awards.known(
                    pupil().is("stage", "SENIOR_HIGH").ruled("level", level).ruled("fourCategory", false)));
            database.update("update award set amount_fen = 90000 where id = :id", Map.of("id", UUID.fromString(award)));
        }

        // When
        JsonPath seen = get("coverage/suspicions?semester=2019-spring", clerk());

        // Then
        assertThat(seen.getList("items.kind")).isEqualTo(List.of("EQUAL_SPLIT"));
        assertThat(seen.getInt("items[0].pupils")).isEqualTo(3);
        assertThat(seen.getString("items[0].className")).isEqualTo("1");
    }

    @Test
    @DisplayName("A13: those aided alternate from semester to semester")
    void rotation() {
        // Given
        IntStream.range(0, 6).forEach(i -> {
            var pupil = boarder();
            String award = approved(pupil);
            awards.receive(pupil.inSemester("2018-autumn").rulingMessage());
            if (i < 3) {
                database.update(
                        "update award set semester = '2018-autumn' where id = :id",
                        Map.of("id", UUID.fromString(award)));
            }
        });

        // When
        JsonPath seen = get("coverage/suspicions?semester=2019-spring", clerk());

        // Then
        assertThat(seen.getList("items.kind")).isEqualTo(List.of("ROTATION"));
        assertThat(seen.getInt("items[0].pupils")).isEqualTo(6);
        assertThat(seen.getInt("items[0].repeated")).isZero();
    }

    @Test
    @DisplayName("S28: nobody, no fen and no policy is left out, and it is proven")
    void threeQuestions() {
        // Given
        String paid = approved(boarder());
        payments.line(paid, 1, 50000, "SETTLED");
        JsonPath complete = get("coverage/completeness?semester=2019-spring", clerk());
        var missed = boarder();
        lose(missed);
        approved(boarder());

        // When
        JsonPath incomplete = get("coverage/completeness?semester=2019-spring", clerk());

        // Then
        assertThat(complete.getBoolean("person.complete")).isTrue();
        assertThat(complete.getBoolean("money.complete")).isTrue();
        assertThat(complete.getBoolean("policy.complete")).isTrue();
        assertThat(complete.getLong("money.programmes[0].committedFen")).isEqualTo(50000);
        assertThat(incomplete.getBoolean("person.complete")).isFalse();
        assertThat(incomplete.getList("person.missing")).isEqualTo(List.of(missed.id.toString()));
        assertThat(incomplete.getBoolean("money.complete")).isFalse();
        assertThat(incomplete.getLong("money.programmes[0].payableFen")).isEqualTo(50000);
        assertThat(incomplete.getString("sha256")).hasSize(64).isNotEqualTo(complete.getString("sha256"));
    }

    @Test
    @DisplayName("S28: an answer somebody stands for is kept as it was, with its figures and their hash")
    void anAnswerIsKept() {
        // Given
        payments.line(approved(boarder()), 1, 50000, "SETTLED");
        Response made = Rest.post(clerk(), "coverage/completeness/proofs", Map.of("semester", "2019-spring"));
        var missed = boarder();
        lose(missed);

        // When
        String id = made.jsonPath().getString("id");
        JsonPath kept = get("coverage/completeness/proofs/" + id, clerk());

        // Then
        made.then().statusCode(201).header("Location", endsWith("/coverage/completeness/proofs/" + id));
        assertThat(kept.getBoolean("unaltered")).isTrue();
        assertThat(kept.getBoolean("proof.personComplete")).isTrue();
        assertThat(kept.getBoolean("proof.moneyComplete")).isTrue();
        assertThat(kept.getString("proof.ofSchool")).isEqualTo(school);
        assertThat(kept.getString("proof.madeByName")).isNotBlank();
        assertThat(kept.getLong("answers.money.programmes[0].settledFen")).isEqualTo(50000);
        assertThat(kept.getList("answers.person.missing")).isEmpty();
        JsonPath now = get("coverage/completeness?semester=2019-spring", clerk());
        assertThat(now.getList("person.missing")).isEqualTo(List.of(missed.id.toString()));
        assertThat(now.getString("sha256")).isNotEqualTo(kept.getString("proof.sha256"));
        assertThat(database.number(
                        "select count(*) from trail where action = 'completeness.proven' and subject_id = :id",
                        Map.of("id", id)))
                .isOne();
        assertThat(get("coverage/completeness/proofs?semester=2019-spring", Tokens.auditor())
                        .getList("items.id"))
                .contains(id);
        String before = "coverage/completeness/proofs?semester=2018-autumn";
        assertThat(get(before, clerk()).getList("items")).isEmpty();
    }

    @Test
    void aKeptAnswerIsNeitherChangedNorKeptWithAnotherHash() {
        // Given
        String id = Rest.post(clerk(), "coverage/completeness/proofs", Map.of("semester", "2019-spring"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        assertThatThrownBy(() -> database.update(
                        "update completeness_proof set money_complete = false where id = :id",
                        Map.of("id", UUID.fromString(id))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> database.update("""
                        insert into completeness_proof
                        select uuidv7(), semester, of_school, of_town, policy_version, person_complete, money_complete, policy_complete,
                          '{"person": null}', sha256, made_by, made_by_name, made_at
                        from completeness_proof where id = :id
                        """, Map.of("id", UUID.fromString(id))))
                .hasStackTraceContaining("completeness_proof_hash");
    }

    @Test
    void whoMayProveAndWhoSeesIt() {
        // Given
        Map<String, ?> asked = Map.of("semester", "2019-spring");
        String id = Rest.post(clerk(), "coverage/completeness/proofs", asked)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        String path = "coverage/completeness/proofs/" + id;
        assertThat(Rest.get(Tokens.clerk("school:other"), path).statusCode()).isEqualTo(404);
        assertThat(Rest.get(Tokens.viewer(), path).statusCode()).isEqualTo(403);
        assertThat(Rest.post(Tokens.auditor(), "coverage/completeness/proofs", asked)
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/v1/" + path).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("S138, A08: what is not paid by the deadline is late")
    void late() {
        // Given
        String award = approved(boarder());
        database.update(
                "update award set semester = '2018-autumn' where id = :id", Map.of("id", UUID.fromString(award)));

        // When
        JsonPath late = get("coverage/late-awards?semester=2018-autumn", clerk());

        // Then
        assertThat(late.getList("items.awardId")).isEqualTo(List.of(award));
        assertThat(late.getLong("items[0].daysLate")).isGreaterThan(90);
        payments.settles(payments.line(award, 1, 50000, "SENT"), "2018-11-30 23:00+08");
        assertThat(get("coverage/late-awards?semester=2018-autumn", clerk()).getList("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("S138: spring's aid is due in April")
    void due() {
        JsonPath report = get("coverage/timeliness?semester=2019-spring", Tokens.auditor());

        assertThat(report.getString("deadline")).isEqualTo("2019-04-30");
    }

    @Test
    void theListGoesOnPageByPage() {
        // Given
        Set<String> all = new HashSet<>();
        IntStream.range(0, 5).forEach(i -> all.add(boarder().id.toString()));

        // When
        Set<String> seen = new HashSet<>();
        String after = "";
        do {
            JsonPath page = get("coverage/pupils?semester=2019-spring&limit=2" + after, clerk());
            seen.addAll(page.getList("items.studentId"));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (after != null);

        // Then
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void itIsTakenOutAsASheetThatBearsItsMark() throws Exception {
        // Given
        boarder();

        // When
        Response csv = given().auth().oauth2(clerk()).get("/api/v1/coverage/pupils.csv?semester=2019-spring");
        Response xlsx = given().auth().oauth2(clerk()).get("/api/v1/coverage/pupils.xlsx?semester=2019-spring");

        // Then
        String text = new String(csv.asByteArray(), StandardCharsets.UTF_8);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(text).contains("应助尽助核查 2019-spring").contains("待审批").contains("500.00");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(xlsx.asByteArray()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        assertThat(awards.strings("select count(*) from trail where action = 'coverage.exported'"))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void namesAreNotForThePortalAndEndAtTheJurisdiction() {
        // Given
        boarder();
        String url = "/api/v1/coverage/pupils?semester=2019-spring";

        // Then
        assertThat(given().auth().oauth2(Tokens.viewer()).get(url).statusCode()).isEqualTo(403);
        assertThat(given().get(url).statusCode()).isEqualTo(401);
        assertThat(get("coverage/pupils?semester=2019-spring", Tokens.clerk("school:other"))
                        .getList("items"))
                .isEmpty();
    }

    private String clerk() {
        return Tokens.clerk("school:" + school);
    }

    private RegistryPupil pupil() {
        return new RegistryPupil().is("schoolCode", school);
    }

    private RegistryPupil boarder() {
        return awards.known(pupil());
    }

    private String approved(RegistryPupil pupil) {
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
        return awards.only(pupil).getString("id");
    }

    /** The irregularity: the award of a pupil who is entitled is gone. */
    private void lose(RegistryPupil pupil) {
        database.update(
                "update award set semester = '2016-autumn' where id = :id",
                Map.of("id", UUID.fromString(awards.only(pupil).getString("id"))));
    }

    private static String line(JsonPath lines, RegistryPupil pupil, String what) {
        return lines.getString("items.find { it.studentId == '" + pupil.id + "' }." + what);
    }

    private static JsonPath get(String path, String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
