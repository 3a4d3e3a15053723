package cn.gov.zhuozhou.aid.disbursement.payee;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Banks, how account numbers are written, and the rule accounts are looked at by: data of the bureau's administrator. */
@DisbursementTest
class PayeeDataTest {
    private static final String ADMINISTRATOR = Tokens.administrator();

    @Inject
    AccountsOf accounts;

    @Test
    @DisplayName("an account is entered at banks that take payments here, and at a bank only while it does")
    void banks() {
        // Given
        Family family = accounts.family();
        Map<String, Object> proposal = family.own(AccountsOf.card());
        proposal.put("bankCode", "785");
        accounts.propose(proposal).statusCode(422).body("errors.code", contains("BANK_UNKNOWN"));

        // When
        put("banks/785", Map.of("name", "某某村镇银行", "active", true), ADMINISTRATOR)
                .statusCode(200);

        // Then
        accounts.propose(proposal).statusCode(201).body("account.bankName", equalTo("某某村镇银行"));
        put("banks/785", Map.of("name", "某某村镇银行", "active", false), ADMINISTRATOR)
                .statusCode(200);
        Map<String, Object> later = accounts.family().own(AccountsOf.card());
        later.put("bankCode", "785");
        accounts.propose(later).statusCode(422).body("errors.code", contains("BANK_UNKNOWN"));
        put("banks/786", Map.of("name", "某某村镇银行", "active", true), ADMINISTRATOR)
                .statusCode(409);
        put("banks/78x", Map.of("name", "另一银行", "active", true), ADMINISTRATOR).statusCode(400);
        put("banks/787", Map.of("name", "", "active", true), ADMINISTRATOR)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(containsString("name")));
    }

    @Test
    void howNumbersAreWrittenIsData() {
        // Given
        String odd = "88880"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("\\D", "")
                        .concat("00000")
                        .substring(0, 5);
        accounts.propose(accounts.family().own(odd + "1")).statusCode(201);

        // When
        put(
                        "account-ranges",
                        Map.of("prefix", "88880", "shortest", 20, "longest", 20, "luhn", false, "note", "某行存折"),
                        ADMINISTRATOR)
                .statusCode(200);

        // Then
        accounts.propose(accounts.family().own(odd + "2"))
                .statusCode(422)
                .body("errors.code", contains("NUMBER_LENGTH"));
        put("account-ranges", Map.of("prefix", "8888x", "shortest", 20, "longest", 20, "luhn", false), ADMINISTRATOR)
                .statusCode(400);
    }

    @Test
    @DisplayName("a stricter rule counts from its day on")
    void rules() {
        // Given
        Map<String, Object> later =
                Map.of("validFrom", "2031-09-01", "guardianStages", List.of("PRESCHOOL"), "pupilsPerCard", 2);

        // When
        post("payee-rules", later, ADMINISTRATOR).statusCode(201);

        // Then
        get("payee-rules").body("find { it.validFrom == '2031-09-01' }.pupilsPerCard", equalTo(2));
        accounts.proposed(accounts.family().ofGuardian(AccountsOf.card()));
        post("payee-rules", later, ADMINISTRATOR).statusCode(409);
        post(
                        "payee-rules",
                        Map.of("validFrom", "2032-09-01", "guardianStages", List.of(), "pupilsPerCard", 0),
                        ADMINISTRATOR)
                .statusCode(400);
    }

    @Test
    void onlyTheBureausAdministratorSetsThem() {
        Map<String, Object> bank = Map.of("name", "冒名银行", "active", true);
        Map<String, Object> range = Map.of("prefix", "8889", "shortest", 10, "longest", 20, "luhn", false);
        Map<String, Object> rule =
                Map.of("validFrom", "2033-09-01", "guardianStages", List.of("PRIMARY"), "pupilsPerCard", 9);
        for (String other : List.of(Tokens.clerk(), Tokens.reviewer(), Tokens.auditor())) {
            put("banks/788", bank, other).statusCode(403);
            put("account-ranges", range, other).statusCode(403);
            post("payee-rules", rule, other).statusCode(403);
        }
        String school = Tokens.administrator("school:x");
        put("banks/788", bank, school).statusCode(404);
        put("account-ranges", range, school).statusCode(404);
        post("payee-rules", rule, school).statusCode(404);
        given().contentType(ContentType.JSON)
                .body(bank)
                .put("/api/v1/banks/788")
                .then()
                .statusCode(401);
        given().get("/api/v1/payee-rules").then().statusCode(401);
        get("banks").body("code", not(hasItem("788")));
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(ADMINISTRATOR)
                .get("/api/v1/" + path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(String path, Map<String, Object> body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/" + path)
                .then();
    }

    private static ValidatableResponse post(String path, Map<String, Object> body, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }
}
