package cn.gov.zhuozhou.aid.disbursement.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisbursementTest
class NumberRetentionTest {
    private static final String CLERK = Tokens.clerk();
    private static final String REVIEWER = Tokens.reviewer();

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Test
    @DisplayName(
            "numbers whose time is over go with index and digits, after a second person's word; later ones stay, and that they were")
    void whatIsOverGoes() {
        // Given
        UUID over = account("CLOSED", LocalDate.parse("2014-03-03"));
        UUID refused = account("REFUSED", LocalDate.parse("2010-01-01"));
        UUID lastDay = account("CLOSED", LocalDate.parse("2014-03-04"));
        UUID inForce = account("CONFIRMED", LocalDate.parse("2010-01-01"));
        List<String> indexBefore = index(over);

        // When
        JsonPath asked = post("runs", Map.of("reason", "到期清除"), CLERK)
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = asked.getString("id");
        assertThat(asked.getInt("items.find { it.kind == 'ACCOUNT_NEVER_PAID' }.due"))
                .isEqualTo(2);
        post("runs", Map.of("reason", "再来一次"), CLERK).statusCode(409);
        assertThat(sealed(over)).isPositive();
        assertThatThrownBy(() -> database.list(
                        "select 1 from erase_account_numbers(:id, current_date)",
                        Map.of("id", UUID.fromString(id)),
                        row -> true))
                .rootCause()
                .hasMessageContaining("no run that was just confirmed");
        Map<String, Object> yes = Map.of("confirmed", true, "opinion", "同意");
        decide(id, yes, Tokens.of("clerk").roles("aid-reviewer").token())
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:same-person"));
        decide(id, yes, REVIEWER)
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("items.find { it.kind == 'ACCOUNT_NEVER_PAID' }.erased", equalTo(2));

        // Then
        assertThat(sealed(over)).isZero();
        assertThat(sealed(refused)).isZero();
        assertThat(sealed(lastDay)).isPositive();
        assertThat(sealed(inForce)).isPositive();
        assertThat(index(over)).doesNotContainAnyElementsOf(indexBefore);
        assertThat(database.number(
                        "select count(*) from payee_account where id = :id and state = 'CLOSED' and bank_code = '103'",
                        Map.of("id", over)))
                .isEqualTo(1);
        decide(id, yes, REVIEWER).statusCode(409);
        assertThatThrownBy(() -> database.update(
                        "update payee_account set account_sealed = '', version = version + 1 where id = :id",
                        Map.of("id", lastDay)))
                .rootCause()
                .hasMessageContaining("never changed");
    }

    @Test
    @DisplayName(
            "rules are dated data; no rule lets a payment list go before thirty years, whoever asks, and the database neither")
    void rules() {
        get("rules").body("find { it.kind == 'ACCOUNT_PAID' }.keepYears", equalTo(30));

        post("rules", rule("ACCOUNT_PAID", "2031-01-01", 29), Tokens.administrator())
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:payment-list-kept"));
        post("rules", rule("IMPORT_ROW", "2018-09-02", 1), Tokens.administrator())
                .statusCode(422);
        post("rules", rule("IMPORT_ROW", "2031-01-01", 101), Tokens.administrator())
                .statusCode(400);
        post("rules", rule("IMPORT_ROW", "2031-01-01", 1), Tokens.administrator())
                .statusCode(201);
        post("rules", rule("IMPORT_ROW", "2031-01-01", 3), Tokens.administrator())
                .statusCode(409);
        get("rules").body("findAll { it.kind == 'IMPORT_ROW' }.keepYears", hasItem(1));
        assertThatThrownBy(() -> database.update("""
                        insert into number_retention_rule values ('ACCOUNT_PAID', '2031-01-01', 5, 'x', false, 'x')
                        """, Map.of()))
                .rootCause()
                .hasMessageContaining("payment_lists_are_kept");
    }

    @Test
    void whoMay() {
        Map<String, Object> rule = rule("IMPORT_ROW", "2032-01-01", 1);
        post("rules", rule, CLERK).statusCode(403);
        post("rules", rule, Tokens.administrator("school:x")).statusCode(404);
        post("runs", Map.of("reason", "x"), REVIEWER).statusCode(403);
        post("runs", Map.of("reason", "x"), Tokens.clerk("school:x")).statusCode(404);
        post("runs", Map.of("reason", ""), CLERK).statusCode(400);
        decide(UUID.randomUUID().toString(), Map.of("confirmed", true, "opinion", "x"), CLERK)
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(rule)
                .post("/api/v1/number-retention/rules")
                .then()
                .statusCode(401);
        given().get("/api/v1/number-retention/rules").then().statusCode(401);
    }

    private UUID account(String state, LocalDate ended) {
        UUID id = UUID.randomUUID();
        boolean inForce = "CONFIRMED".equals(state);
        boolean refused = "REFUSED".equals(state);
        database.update(
                """
                insert into payee_account (id, student_id, version, state, holder_kind, holder_name, holder_index, bank_code,
                  account_index, account_sealed, account_tail, reason, proposed_by, proposed_name, proposed_at, decided_by,
                  decided_name, decided_at, valid_from, valid_until)
                values (:id, :id, 1, :state, 'SELF', '某学生', :id, '103', :index, :sealed, '0000', 'x', 'a', 'a', :ended, 'b', 'b',
                  :ended, :from, :until)
                """,
                Values.of("id", id)
                        .and("state", state)
                        .and("index", UUID.randomUUID())
                        .and("sealed", crypto.encrypt("6200000000000000"))
                        .and(
                                "ended",
                                ended.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant())
                        .and("from", refused ? null : ended)
                        .and("until", refused || inForce ? null : ended));
        return id;
    }

    private long sealed(UUID account) {
        return database.number(
                "select length(account_sealed) from payee_account where id = :id", Map.of("id", account));
    }

    private List<String> index(UUID account) {
        return database.list(
                "select unnest(array[account_index::text, holder_index::text]) from payee_account where id = :id",
                Map.of("id", account),
                row -> row.getString(1));
    }

    private static Map<String, Object> rule(String kind, String from, int years) {
        return Map.of("kind", kind, "validFrom", from, "keepYears", years, "legalBasis", "测试规定");
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(CLERK)
                .get("/api/v1/number-retention/" + path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse decide(String run, Map<String, Object> body, String token) {
        return post("runs/" + run + "/decision", body, token);
    }

    private static ValidatableResponse post(String path, Map<String, Object> body, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/number-retention/" + path)
                .then();
    }
}
