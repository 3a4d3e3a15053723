package cn.gov.zhuozhou.aid.disbursement.retention;

import static cn.gov.zhuozhou.aid.disbursement.retention.ErasureRun.CLERK;
import static cn.gov.zhuozhou.aid.disbursement.retention.ErasureRun.REVIEWER;
import static cn.gov.zhuozhou.aid.disbursement.retention.ErasureRun.decide;
import static cn.gov.zhuozhou.aid.disbursement.retention.ErasureRun.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.testing.DatabaseOwner;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.RegistryStandIn;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisbursementTest
class NumberRetentionTest {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    AccountsOf accounts;

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
            "a file of accounts nobody finished lapses when its time is over, counted from when it was last touched")
    void aFileNeverFinishedLapses() {
        // Given
        String over = waiting();
        String withAToken = waiting();
        String lastDay = waiting();
        String goneOnWith = waiting();
        touched(over, "2017-03-03T23:59:59+08:00");
        touched(withAToken, "2017-03-03T00:00:00+08:00");
        touched(lastDay, "2017-03-04T00:00:00+08:00");
        touched(goneOnWith, "2017-03-03T00:00:00+08:00");
        database.update(
                "update payee_import set state = 'RECEIVED', authorization_sealed = '\\x01' where id = :id",
                Map.of("id", UUID.fromString(withAToken)));
        goOn(goneOnWith).statusCode(202);
        await().until(() -> state(goneOnWith), "DONE"::equals);

        // When
        JsonPath run = ErasureRun.done();

        // Then
        assertThat(run.getInt("items.find { it.kind == 'IMPORT_ROW' }.erased")).isEqualTo(4);
        assertThat(List.of(state(over), state(withAToken), state(lastDay)))
                .containsExactly("LAPSED", "LAPSED", "WAITING");
        assertThat(List.of(cells(over), cells(withAToken))).containsOnly(0L);
        assertThat(List.of(cells(lastDay), cells(goneOnWith))).doesNotContain(0L);
        assertThat(database.number(
                        "select count(authorization_sealed) from payee_import where id = :id",
                        Map.of("id", UUID.fromString(withAToken))))
                .isZero();
        goOn(over).statusCode(409);
        goOn(withAToken).statusCode(409);
        goOn(lastDay).statusCode(202);
        await().until(() -> state(lastDay), "DONE"::equals);
    }

    @Test
    @DisplayName(
            "the rows of a finished file go with what the registry said; its counts and the accounts out of it stay")
    void rowsOfAFinishedFileGo() {
        // Given
        String over = finished();
        String lastDay = finished();
        touched(over, "2017-03-03T23:59:59+08:00");
        touched(lastDay, "2017-03-04T00:00:00+08:00");

        // When
        JsonPath run = ErasureRun.done();

        // Then
        assertThat(run.getInt("items.find { it.kind == 'IMPORT_ROW' }.erased")).isEqualTo(2);
        assertThat(cells(over)).isZero();
        assertThat(database.list(
                        "select distinct check_json::text from payee_import_row where import_id = :id",
                        Map.of("id", UUID.fromString(over)),
                        row -> row.getString(1)))
                .containsExactly("{}");
        files(CLERK)
                .get(over)
                .then()
                .body("state", equalTo("DONE"))
                .body("rows", equalTo(2))
                .body("proposed", equalTo(1))
                .body("refused", equalTo(1));
        assertThat(sealedOf(over)).as("the account has its own time").hasSize(1).doesNotContain(0L);
        assertThat(cells(lastDay)).isPositive();
        assertThat(refusedRows(over)).isZero();
        assertThat(refusedRows(lastDay)).isEqualTo(1);
    }

    @Test
    @DisplayName("with an account the photos of its card go, every part of them; those of others stay")
    void photosOfTheCardGo() {
        // Given
        String over = accounts.withdrawn(accounts.family(Stage.PRIMARY, "R" + UUID.randomUUID()));
        String later = accounts.withdrawn(accounts.family(Stage.PRIMARY, "R" + UUID.randomUUID()));
        var family = accounts.family(Stage.PRIMARY, "R" + UUID.randomUUID());
        String inForce = accounts.confirmed(family.own(AccountsOf.card()));
        DatabaseOwner.unguarded(
                "payee_account",
                "update payee_account set decided_at = case id when '%1$s' then timestamptz '2014-03-03 23:59:59+08' else '2014-03-04 00:00:00+08' end where id in ('%1$s', '%2$s')"
                        .formatted(over, later));
        String photo = photos(over).getFirst();
        assertThat(parts(over)).isPositive();

        // When
        ErasureRun.done();

        // Then
        assertThat(photos(over)).isEmpty();
        assertThat(parts(over)).isZero();
        assertThat(database.number(
                        "select count(*) from attachment_part where attachment_id = :id",
                        Map.of("id", UUID.fromString(photo))))
                .isZero();
        payee(over + "/evidence/" + photo).statusCode(404);
        payee(later + "/evidence/" + photos(later).getFirst()).statusCode(200);
        payee(inForce + "/evidence/" + photos(inForce).getFirst()).statusCode(200);
        payee(over)
                .statusCode(200)
                .body("account.state", equalTo("REFUSED"))
                .body("account.holderName", equalTo("已匿名"));
        disclose(over).statusCode(409).body("type", equalTo("urn:aid:problem:number-erased"));
        disclose(later).statusCode(200);
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

    private static ValidatableResponse payee(String path) {
        return given().auth().oauth2(CLERK).get("/api/v1/payees/" + path).then();
    }

    private static ValidatableResponse disclose(String account) {
        return given().auth()
                .oauth2(CLERK)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "核对"))
                .post("/api/v1/payees/" + account + "/disclosures")
                .then();
    }

    private static List<String> photos(String account) {
        return payee(account + "/evidence").statusCode(200).extract().path("id");
    }

    private long parts(String account) {
        return database.number("""
                select count(*) from attachment_part p join attachment a on a.id = p.attachment_id
                where a.subject = 'payee' and a.subject_id = :account
                """, Map.of("account", account));
    }

    private List<Long> sealedOf(String file) {
        return database.list(
                "select length(account_sealed) from payee_account where import_id = :id",
                Map.of("id", UUID.fromString(file)),
                row -> row.getLong(1));
    }

    /** How many rows the workbook of a file's refused rows holds, below its mark and header. */
    private static long refusedRows(String file) {
        try (var book =
                new ReadableWorkbook(files(CLERK).get(file + "/refused.xlsx").asInputStream())) {
            return book.getFirstSheet().read().size() - 2L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of an account that became a proposal and one of a stranger. */
    private String finished() {
        String id = handedIn();
        await().until(() -> state(id), "DONE"::equals);
        return id;
    }

    /** A file the registry could not be asked about. */
    private String waiting() {
        RegistryStandIn.away(true);
        String id = handedIn();
        await().until(() -> state(id), "WAITING"::equals);
        RegistryStandIn.away(false);
        return id;
    }

    private String handedIn() {
        var family = accounts.family(Stage.PRIMARY, "R" + UUID.randomUUID());
        String row = "%s,,%s,%s,103,%s\n";
        String file = "学籍号,学生姓名,持卡人姓名,持卡人证件号码,开户银行,银行账号\n"
                + row.formatted(family.student(), family.name(), family.number(), AccountsOf.card())
                + row.formatted(family.student(), "路人", family.guardianNumber(), AccountsOf.card());
        return files(CLERK)
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post()
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void touched(String file, String at) {
        database.update(
                "update payee_import set touched_at = :at::timestamptz where id = :id",
                Map.of("id", UUID.fromString(file), "at", at));
    }

    private static ValidatableResponse goOn(String file) {
        return files(CLERK).post(file + "/continuations").then();
    }

    private static String state(String file) {
        return files(CLERK).get(file).jsonPath().getString("state");
    }

    private long cells(String file) {
        return database.number(
                "select sum(length(sealed)) from payee_import_row where import_id = :id",
                Map.of("id", UUID.fromString(file)));
    }

    private static RequestSpecification files(String token) {
        return given().auth()
                .oauth2(token)
                .basePath("/api/v1/payees/imports")
                .header("Idempotency-Key", UUID.randomUUID());
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
}
