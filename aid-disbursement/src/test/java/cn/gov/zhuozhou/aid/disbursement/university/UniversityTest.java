package cn.gov.zhuozhou.aid.disbursement.university;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The way to university, in the spring of 2019 as the tests' clock has it. */
@DisbursementTest
class UniversityTest {
    private static final byte[] SCAN = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final String CHECKER =
            Tokens.of("school-reviewer").roles("aid-reviewer").token();

    @Inject
    AccountsOf accounts;

    @Inject
    Database database;

    private final String school = "H" + UUID.randomUUID().toString().substring(0, 12);

    @Test
    @DisplayName(
            "S145: freshman aid is applied for at school, checked, approved within the quota, paid to a confirmed account, once")
    void freshmanAid() {
        // Given
        Family graduate = graduate();
        String inProvince = university(true);
        quota(1);

        // When
        String id = applied(graduate, inProvince).statusCode(201).extract().path("id");

        // Then
        assertThat(act(id, "school-check", null, CHECKER)
                        .statusCode(422)
                        .extract()
                        .<String>path("type"))
                .isEqualTo("urn:aid:problem:proof-missing");
        prove("freshman-grants", id);
        act(id, "school-check", null, Tokens.of("clerk").roles("aid-reviewer").token())
                .statusCode(422);
        act(id, "school-check", null, CHECKER).statusCode(200);
        act(id, "approval", null, CHECKER).statusCode(422);
        act(id, "approval", null, AccountsOf.REVIEWER).statusCode(200);
        Map<String, Object> payment = Map.of("paidOn", "2019-03-04", "reference", "回单1");
        assertThat(act(id, "payment", payment, AccountsOf.CLERK)
                        .statusCode(422)
                        .extract()
                        .<String>path("type"))
                .isEqualTo("urn:aid:problem:no-account");
        accounts.confirmed(graduate.own(AccountsOf.card()));
        act(id, "payment", payment, AccountsOf.CLERK).statusCode(200);
        JsonPath shown =
                as(Tokens.auditor()).get("/api/v1/freshman-grants/" + id).jsonPath();
        assertThat(shown.getString("grant.state")).isEqualTo("PAID");
        assertThat(shown.getLong("grant.amountFen")).isEqualTo(50_000);
        assertThat(shown.getList("events.occasion")).containsExactly("SCHOOL_CHECK", "APPROVE", "PAY");
        assertThat(applied(graduate, inProvince).statusCode(422).extract().<List<String>>path("errors.code"))
                .containsExactly("GRANTED_BEFORE");
        JsonPath overview = as(Tokens.viewer("school:" + school))
                .get("/api/v1/freshman-grants/overview?year=2019")
                .jsonPath();
        assertThat(overview.getInt("[0].places")).isEqualTo(1);
        assertThat(overview.getInt("[0].paid")).isEqualTo(1);
        assertThat(overview.getLong("[0].paidFen")).isEqualTo(50_000);
    }

    @Test
    @DisplayName("S145: the county approves no more than the school's quota; outside the province it is the other rate")
    void theQuotaHolds() throws IOException {
        String outside = university(false);
        quota(1);
        String first = checked(graduate(), outside);
        String second = checked(graduate(), outside);

        act(first, "approval", null, AccountsOf.REVIEWER).statusCode(200);

        assertThat(act(second, "approval", null, AccountsOf.REVIEWER)
                        .statusCode(422)
                        .extract()
                        .<String>path("type"))
                .isEqualTo("urn:aid:problem:quota-used");
        act(second, "refusal", Map.of("reason", "名额已满"), AccountsOf.REVIEWER).statusCode(200);
        byte[] file = as(Tokens.clerk("school:" + school))
                .get("/api/v1/freshman-grants/list.xlsx?year=2019")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = book.getFirstSheet().read().stream().skip(2).toList();
            assertThat(rows).hasSize(2);
            assertThat(rows.getFirst().getCellAsNumber(4))
                    .hasValueSatisfying(yuan -> assertThat(yuan.intValue()).isEqualTo(1000));
        }
    }

    @Test
    @DisplayName("S145: one person is granted once, under whichever record he applies")
    void oncePerPerson() {
        // Given
        Family graduate = graduate();
        String university = university(true);
        applied(graduate, university).statusCode(201);
        Family otherRecord = accounts.sameAs(graduate);
        identified(otherRecord);

        // When, Then
        assertThat(applied(otherRecord, university).statusCode(422).extract().<List<String>>path("errors.code"))
                .containsExactly("GRANTED_BEFORE");
    }

    @Test
    void whoDoesNotGraduateOrIsNotHimselfIsRefused() {
        Family young = accounts.family(Stage.PRIMARY, school);
        Family graduate = graduate();
        String university = university(true);

        assertThat(applied(young, university).statusCode(422).extract().<List<String>>path("errors.code"))
                .containsExactly("NO_GRADUATE", "NOT_IDENTIFIED");
        Map<String, Object> wrong = new HashMap<>(application(graduate, university));
        wrong.put("identityNumber", young.number());
        post("freshman-grants", wrong, AccountsOf.CLERK).statusCode(422);
        post("freshman-grants", application(graduate, university), Tokens.clerk("school:other"))
                .statusCode(404);
        post("freshman-grants", application(graduate, university), Tokens.viewer())
                .statusCode(403);
        given().get("/api/v1/freshman-grants").then().statusCode(401);
    }

    @Test
    @DisplayName(
            "S146: a loan goes from application to release step by step; none above the cap, none beside a campus loan")
    void loans() {
        // Given
        Family graduate = graduate();
        String university = university(false);
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
        prove("student-loans", id);
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

    @Test
    @DisplayName(
            "S79, S80, S81, S82: nature, policy of the place, three waivers and national grant are known of a university, and what it gave")
    void universitiesAreKnown() {
        // Given
        Family graduate = graduate();
        Map<String, Object> told = told(true);
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
        graduate();
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
        prove("university-publicity", id);

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

    private Family graduate() {
        Family graduate = accounts.family(Stage.SENIOR_HIGH, school);
        identified(graduate);
        return graduate;
    }

    private void identified(Family family) {
        QuarkusTransaction.requiringNew().run(() -> database.update("""
                        insert into eligibility (identification_id, student_id, semester, revision, result, state, identified, level,
                          categories, four_category, valid_basis, received_at, decided_revision)
                        values (uuidv7(), :student, '2019-spring', 1, 'CARRIED', 'EFFECTIVE', true, 'SEVERE', '{}', false, true, now(), 1)
                        """, Map.of("student", family.student())));
    }

    private String checked(Family graduate, String university) {
        String id = applied(graduate, university).statusCode(201).extract().path("id");
        prove("freshman-grants", id);
        act(id, "school-check", null, CHECKER).statusCode(200);
        return id;
    }

    private void quota(int places) {
        as(AccountsOf.REVIEWER)
                .contentType(ContentType.JSON)
                .body(Map.of("places", places, "document", "冀资助〔2019〕1号"))
                .put("/api/v1/freshman-grants/quotas/" + school + "/2019")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> told(boolean inProvince) {
        return new HashMap<>(Map.of(
                "name",
                "大学" + UUID.randomUUID(),
                "province",
                inProvince ? "本省" : "外省",
                "city",
                "某市",
                "inProvince",
                inProvince,
                "nature",
                "PUBLIC"));
    }

    private static String university(boolean inProvince) {
        return post("universities", told(inProvince), AccountsOf.CLERK)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> application(Family graduate, String university) {
        return Map.of(
                "studentId", graduate.student(),
                "name", graduate.name(),
                "identityNumber", graduate.number(),
                "universityId", university);
    }

    private static ValidatableResponse applied(Family graduate, String university) {
        return post("freshman-grants", application(graduate, university), AccountsOf.CLERK);
    }

    private static Map<String, Object> loan(Family graduate, String university, String kind, long fen) {
        Map<String, Object> loan = new HashMap<>(application(graduate, university));
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

    private static ValidatableResponse act(String grant, String act, Object body, String token) {
        var request = as(token).header("If-Match", "*").contentType(ContentType.JSON);
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/freshman-grants/" + grant + "/" + act).then();
    }

    private static void prove(String resource, String id) {
        as(AccountsOf.CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/pdf")
                .body(SCAN)
                .post("/api/v1/" + resource + "/" + id + "/evidence")
                .then()
                .statusCode(201);
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
