package cn.gov.zhuozhou.aid.disbursement.university;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Pupils who leave school in the spring of 2019, as the tests' clock has it, and what is asked for them over REST. */
@ApplicationScoped
class Graduates {
    static final String CHECKER =
            Tokens.of("school-reviewer").roles("aid-reviewer").token();
    private static final byte[] SCAN = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    @Inject
    AccountsOf accounts;

    @Inject
    Database database;

    /** In his last year, with a ruling of the spring in force. */
    Family at(String school) {
        Family graduate = accounts.family(Stage.SENIOR_HIGH, school);
        identified(graduate);
        return graduate;
    }

    void identified(Family family) {
        QuarkusTransaction.requiringNew().run(() -> database.update("""
                        insert into eligibility (identification_id, student_id, semester, revision, result, state, identified, level,
                          categories, four_category, valid_basis, ruling_id, received_at, decided_revision)
                        values (uuidv7(), :student, '2019-spring', 1, 'CARRIED', 'EFFECTIVE', true, 'SEVERE', '{}', false, true,
                          uuidv7(), now(), 1)
                        """, Map.of("student", family.student())));
    }

    /** An approved grant of 500 yuan. */
    String approved(Family graduate) {
        String id = checked(graduate, university(true));
        act(id, "approval", null, AccountsOf.REVIEWER).statusCode(200);
        return id;
    }

    String checked(Family graduate, String university) {
        String id = applied(graduate, university).statusCode(201).extract().path("id");
        prove("freshman-grants", id);
        act(id, "school-check", null, CHECKER).statusCode(200);
        return id;
    }

    static void quota(String school, int places) {
        Rest.put(
                        AccountsOf.REVIEWER,
                        "freshman-grants/quotas/" + school + "/2019",
                        Map.of("places", places, "document", "冀资助〔2019〕1号"))
                .then()
                .statusCode(200);
    }

    static Map<String, Object> told(boolean inProvince) {
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

    static String university(boolean inProvince) {
        return Rest.post(AccountsOf.CLERK, "universities", told(inProvince))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> application(Family graduate, String university) {
        return Map.of(
                "studentId", graduate.student(),
                "name", graduate.name(),
                "identityNumber", graduate.number(),
                "universityId", university);
    }

    static ValidatableResponse applied(Family graduate, String university) {
        return Rest.post(AccountsOf.CLERK, "freshman-grants", application(graduate, university))
                .then();
    }

    static ValidatableResponse act(String grant, String act, Object body, String token) {
        var request = given().auth().oauth2(token).header("If-Match", "*").contentType(ContentType.JSON);
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/freshman-grants/" + grant + "/" + act).then();
    }

    static void prove(String resource, String id) {
        given().auth()
                .oauth2(AccountsOf.CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/pdf")
                .body(SCAN)
                .post("/api/v1/" + resource + "/" + id + "/evidence")
                .then()
                .statusCode(201);
    }
}
