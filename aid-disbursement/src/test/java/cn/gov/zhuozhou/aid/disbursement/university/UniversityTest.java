package cn.gov.zhuozhou.aid.disbursement.university;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to university, in the spring of 2019 as the tests' clock has it. */
@DisbursementTest
class UniversityTest {
    @Inject
    Graduates graduates;

    private final String school = "H" + UUID.randomUUID().toString().substring(0, 12);

    @Test
    @DisplayName(
            "S146: a loan goes from application to release step by step; none above the cap, none beside a campus loan")
    void loans() {
        // Given
        Family graduate = graduates.at(school);
        String university = Graduates.university(false);
        Map<String, Object> asked = loan(graduate, university, "ORIGIN", 800_000);

        // When
        assertThat(post("student-loans", loan(graduate, university, "ORIGIN", 800_001), AccountsOf.CLERK)
                        .statusCode(422)
                        .extract()
                        .<List<String>>path("errors.code"))
                .containsExactly("ABOVE_CAP");
        String id = post("student-loans", asked, AccountsOf.CLERK)
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        step(id, "SIGN", "合同1").statusCode(409);
        step(id, "CHECK_ORIGINALS", "原件齐全").statusCode(422);
        Graduates.prove("student-loans", id);
        for (String occasion : List.of("CHECK_ORIGINALS", "SIGN", "SEND_RECEIPT", "TAKE_RECEIPT_BACK", "RELEASE")) {
            step(id, occasion, "合同2019-1").statusCode(200);
        }
        JsonPath shown = as(Tokens.auditor()).get("/api/v1/student-loans/" + id).jsonPath();
        assertThat(shown.getString("loan.state")).isEqualTo("RELEASED");
        assertThat(shown.getString("loan.contractReference")).isEqualTo("合同2019-1");
        assertThat(shown.getString("loan.returnedOn")).isEqualTo("2019-03-04");
        assertThat(post("student-loans", loan(graduate, university, "CAMPUS", 100_000), AccountsOf.CLERK)
                        .statusCode(422)
                        .extract()
                        .<List<String>>path("errors.code"))
                .containsExactly("LOAN_OF_THE_YEAR");
        as(Tokens.clerk("school:other"))
                .get("/api/v1/student-loans/" + id)
                .then()
                .statusCode(404);
        JsonPath overview = as(Tokens.viewer("school:" + school))
                .get("/api/v1/student-loans/overview?year=2019")
                .jsonPath();
        assertThat(overview.getLong("[0].amountFen")).isEqualTo(800_000);
    }

    @ParameterizedTest(name = "{0} in {1}: {2} yuan")
    @DisplayName("S146: the cap of a loan is that of its level and of the autumn its year begins with")
    @CsvSource({
        "UNDERGRADUATE, 2019, 8000",
        "POSTGRADUATE,  2019, 12000",
        "UNDERGRADUATE, 2020, 8000",
        "POSTGRADUATE,  2020, 12000",
        "UNDERGRADUATE, 2021, 12000",
        "POSTGRADUATE,  2021, 16000",
        "UNDERGRADUATE, 2022, 12000",
        "POSTGRADUATE,  2022, 16000",
        "UNDERGRADUATE, 2023, 16000",
        "POSTGRADUATE,  2023, 20000",
        "UNDERGRADUATE, 2024, 20000",
        "POSTGRADUATE,  2024, 25000",
        "UNDERGRADUATE, 2025, 20000",
        "POSTGRADUATE,  2025, 25000"
    })
    void capsOfLevelsAndYears(String level, int year, long yuan) {
        // Given
        Map<String, Object> asked = loan(graduates.at(school), Graduates.university(false), "ORIGIN", yuan * 100 + 1);
        asked.putAll(Map.of("level", level, "academicYear", year));

        // When
        List<String> refused = post("student-loans", asked, AccountsOf.CLERK)
                .statusCode(422)
                .extract()
                .path("errors.code");
        asked.put("amountFen", yuan * 100);
        JsonPath granted = post("student-loans", asked, AccountsOf.CLERK)
                .statusCode(201)
                .extract()
                .jsonPath();

        // Then
        assertThat(refused).containsExactly("ABOVE_CAP");
        assertThat(granted.getLong("capFen")).isEqualTo(yuan * 100);
    }

    @Test
    @DisplayName(
            "S79, S80, S81, S82: nature, policy of the place, three waivers and national grant are known of a university, and what it gave")
    void universitiesAreKnown() {
        // Given
        Family graduate = graduates.at(school);
        Map<String, Object> told = Graduates.told(true);
        String id = post("universities", told, AccountsOf.CLERK)
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(as(Tokens.viewer())
                        .get("/api/v1/universities/" + id)
                        .jsonPath()
                        .getBoolean("answered"))
                .isFalse();

        // When
        told.putAll(Map.of("localPolicy", "当地按绿色通道入学", "threeWaivers", true, "nationalGrant", true));
        as(AccountsOf.CLERK)
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(told)
                .put("/api/v1/universities/" + id)
                .then()
                .statusCode(200);

        // Then
        JsonPath shown = as(Tokens.viewer()).get("/api/v1/universities/" + id).jsonPath();
        assertThat(shown.getBoolean("answered")).isTrue();
        assertThat(shown.getString("told.nature")).isEqualTo("PUBLIC");
        assertThat(shown.getString("told.localPolicy")).contains("绿色通道");
        assertThat(shown.getBoolean("told.threeWaivers")).isTrue();
        assertThat(shown.getBoolean("told.nationalGrant")).isTrue();
        Map<String, Object> given = Map.of(
                "studentId",
                graduate.student(),
                "universityId",
                id,
                "programme",
                "HE-01",
                "academicYear",
                2019,
                "amountFen",
                330_000,
                "source",
                "高校回函");
        post("university-aid", given, AccountsOf.CLERK).statusCode(201);
        post("university-aid", given, AccountsOf.CLERK).statusCode(409);
        Map<String, Object> ours = new HashMap<>(given);
        ours.put("programme", "HE-04");
        post("university-aid", ours, AccountsOf.CLERK)
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:paid-by-the-county"))
                .body("detail", containsString("HE-04"));
        post("university-aid", given, Tokens.clerk("school:other")).statusCode(404);
        assertThat(as(Tokens.auditor())
                        .get("/api/v1/university-aid?student=" + graduate.student())
                        .jsonPath()
                        .getList("items.amountFen"))
                .containsExactly(330_000);
    }

    @Test
    @DisplayName(
            "S142: June's publicity of a school is recorded with date, person and evidence; schools without it are seen")
    void publicity() {
        // Given
        graduates.at(school);
        String own = Tokens.clerk("school:" + school);
        assertThat(as(own).get("/api/v1/university-publicity?year=2019")
                        .jsonPath()
                        .<String>get("[0].doneOn"))
                .isNull();

        // When
        Map<String, Object> done =
                Map.of("schoolCode", school, "doneOn", "2019-03-02", "doneBy", "高三年级组", "what", "致毕业生一封信、班会");
        String id = post("university-publicity", done, own)
                .statusCode(201)
                .extract()
                .path("id");
        Graduates.prove("university-publicity", id);

        // Then
        JsonPath list = as(own).get("/api/v1/university-publicity?year=2019").jsonPath();
        assertThat(list.getList("schoolCode")).containsExactly(school);
        assertThat(list.getString("[0].doneOn")).isEqualTo("2019-03-02");
        assertThat(list.getString("[0].doneBy")).isEqualTo("高三年级组");
        assertThat(list.getInt("[0].proofs")).isEqualTo(1);
        post("university-publicity", done, Tokens.clerk("school:other")).statusCode(404);
        Map<String, Object> early = new HashMap<>(done);
        early.put("doneOn", "2099-06-12");
        post("university-publicity", early, own).statusCode(400);
    }

    private static Map<String, Object> loan(Family graduate, String university, String kind, long fen) {
        Map<String, Object> loan = new HashMap<>(Graduates.application(graduate, university));
        loan.putAll(Map.of("kind", kind, "academicYear", 2019, "level", "UNDERGRADUATE", "amountFen", fen));
        loan.putAll(Map.of("coBorrower", graduate.guardian(), "coBorrowerIs", "父亲"));
        return loan;
    }

    private static ValidatableResponse step(String loan, String occasion, String remark) {
        return as(AccountsOf.REVIEWER)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("occasion", occasion, "on", "2019-03-04", "remark", remark))
                .post("/api/v1/student-loans/" + loan + "/steps")
                .then();
    }

    private static ValidatableResponse post(String resource, Object body, String token) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + resource)
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
