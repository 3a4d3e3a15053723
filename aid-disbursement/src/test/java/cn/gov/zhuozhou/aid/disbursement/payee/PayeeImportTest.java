package cn.gov.zhuozhou.aid.disbursement.payee;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.RegistryStandIn;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisbursementTest
class PayeeImportTest {
    private static final String HEADER = "学籍号,学生姓名,持卡人姓名,持卡人证件号码,开户银行,银行账号\n";

    @Inject
    AccountsOf accounts;

    @Inject
    Database database;

    @Inject
    Turns turns;

    @AfterEach
    void theRegistryIsBack() {
        RegistryStandIn.away(false);
    }

    @Test
    @DisplayName(
            "A10: a file becomes proposals row by row; what is wrong is refused with its reason and stops nothing else")
    void aFileIsDecidedRowByRow() throws IOException {
        // Given
        Family good = accounts.family();
        Family sibling = accounts.child(Stage.PRIMARY, good.school(), good.guardian(), good.guardianNumber());
        Family stranger = accounts.family();
        Family mistyped = accounts.family();
        Family older = accounts.family(Stage.SENIOR_HIGH, good.school());
        String card = AccountsOf.card();
        String numbered = "G" + good.number();
        RegistryStandIn.numbered(numbered, good.student());
        String mistypedCard = AccountsOf.card();
        String file = HEADER
                + line(numbered, good.name(), good.guardian(), good.guardianNumber(), "103", card)
                + line(sibling.student().toString(), "", good.guardian(), good.guardianNumber(), "中国农业银行", card)
                + line(stranger.student().toString(), "", good.guardian(), good.guardianNumber(), "103", card)
                + line(
                        mistyped.student().toString(),
                        "",
                        mistyped.name(),
                        mistyped.number(),
                        "103",
                        wrong(mistypedCard))
                + line(
                        older.student().toString(),
                        "",
                        older.guardian(),
                        older.guardianNumber(),
                        "999",
                        AccountsOf.card())
                + line(older.student().toString(), "别人", older.name(), older.number(), "102", AccountsOf.card())
                + line(
                        older.student().toString(),
                        "",
                        older.guardian(),
                        older.guardianNumber(),
                        "102",
                        AccountsOf.card())
                + line("G000", "", "某人", AccountsOf.person(), "102", AccountsOf.card());

        // When
        JsonPath done = imported(file);

        // Then
        String id = done.getString("id");
        assertThat(done.getInt("rows")).isEqualTo(8);
        JsonPath rows = as(AccountsOf.CLERK)
                .get("/api/v1/payees/imports/" + id + "/rows")
                .jsonPath();
        assertThat(rows.getList("items.outcome"))
                .containsExactly(
                        "PROPOSED", "PROPOSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "FLAGGED", "REFUSED");
        assertThat(rows.getList("items.reasons"))
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of("HOLDER_STRANGER"),
                        List.of("NUMBER_CHECK_DIGIT"),
                        List.of("BANK_UNKNOWN"),
                        List.of("PUPIL_NAME_DIFFERS"),
                        List.of("GUARDIAN_FOR_OLDER_PUPIL"),
                        List.of("PUPIL_UNKNOWN"));
        assertThat(refusedRows(id, AccountsOf.CLERK)).hasSize(5).first().satisfies(row -> {
            assertThat(row.getCellText(0)).isEqualTo(stranger.student().toString());
            assertThat(row.getCellText(5)).isEqualTo(card);
            assertThat(row.getCellText(7)).contains("不是学生本人");
        });

        // When
        confirm(id, Tokens.of("clerk").roles("aid-reviewer").token()).statusCode(422);
        confirm(id, AccountsOf.CLERK).statusCode(403);
        confirm(id, AccountsOf.REVIEWER).statusCode(200);

        // Then
        assertThat(accounts.payable(good)).hasSize(1);
        assertThat(accounts.payable(sibling)).hasSize(1);
        assertThat(accounts.payable(older)).isEmpty();
        assertThat(imported(HEADER + line(numbered, "", good.guardian(), good.guardianNumber(), "103", card))
                        .getInt("unchanged"))
                .isEqualTo(1);
        as(Tokens.clerk("school:other"))
                .get("/api/v1/payees/imports/" + id)
                .then()
                .statusCode(404);
        given().get("/api/v1/payees/imports/" + id).then().statusCode(401);
    }

    @Test
    @DisplayName("without the registry a file waits, without a token of anybody, until who handed it in goes on")
    void aFileWaitsForTheRegistry() {
        // Given
        Family family = accounts.family();
        RegistryStandIn.away(true);
        String file = HEADER
                + line(family.student().toString(), "", family.name(), family.number(), "103", AccountsOf.card());
        String id = post(file)
                .statusCode(202)
                .body("state", equalTo("RECEIVED"))
                .extract()
                .path("id");
        assertThat(until(id, "WAITING").getInt("rows")).isEqualTo(1);
        assertThat(tokens(id)).isZero();

        // When
        RegistryStandIn.away(false);
        goOn(id, Tokens.of("clerk-" + UUID.randomUUID()).roles("aid-clerk").token())
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:import-of-another"));
        goOn(id, AccountsOf.REVIEWER).statusCode(403);
        goOn(id, Tokens.clerk("school:other")).statusCode(404);
        given().post("/api/v1/payees/imports/" + id + "/continuations").then().statusCode(401);
        goOn(id, AccountsOf.CLERK).statusCode(202);

        // Then
        assertThat(until(id, "DONE").getInt("proposed")).isEqualTo(1);
        assertThat(tokens(id)).isZero();
        goOn(id, AccountsOf.CLERK).statusCode(409);
    }

    @Test
    @DisplayName(
            "a school sees of the bureau's file the rows of its own pupils; its reviewer confirms these and no others")
    void aFileConcernsSeveral() throws IOException {
        // Given
        Family ours = accounts.family();
        Family theirs = accounts.family();
        Family refused = accounts.child(Stage.PRIMARY, ours.school(), ours.guardian(), ours.guardianNumber());

        // When
        String id = imported(HEADER
                        + line(ours.student().toString(), "", ours.name(), ours.number(), "103", AccountsOf.card())
                        + line(
                                theirs.student().toString(),
                                "",
                                theirs.name(),
                                theirs.number(),
                                "103",
                                AccountsOf.card())
                        + line(refused.student().toString(), "", "路人", AccountsOf.person(), "103", AccountsOf.card())
                        + line("G000", "", "某人", AccountsOf.person(), "103", AccountsOf.card()))
                .getString("id");

        // Then
        String school = Tokens.clerk("school:" + ours.school());
        String path = "/api/v1/payees/imports";
        as(school)
                .get(path + "/" + id)
                .then()
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("proposed", equalTo(1))
                .body("refused", equalTo(1));
        assertThat(as(school).get(path + "/" + id + "/rows").jsonPath().getList("items.outcome"))
                .containsExactly("PROPOSED", "REFUSED");
        assertThat(as(school).get(path).jsonPath().getList("items.id")).containsExactly(id);
        assertThat(refusedRows(id, school)).hasSize(1);
        assertThat(refusedRows(id, AccountsOf.CLERK)).hasSize(2);
        as(AccountsOf.CLERK).get(path + "/" + id).then().body("rows", equalTo(4));
        as(Tokens.clerk("school:other")).get(path + "/" + id).then().statusCode(404);
        confirm(id, Tokens.reviewer("school:" + ours.school())).statusCode(200).body("confirmed", equalTo(1));
        assertThat(accounts.payable(ours)).hasSize(1);
        assertThat(accounts.payable(theirs)).isEmpty();
    }

    @Test
    void aFileWhoseJobIsOverBeforeItBeganGoesOnOnce() {
        // Given
        Family family = accounts.family();
        RegistryStandIn.away(true);
        String id = post(HEADER
                        + line(
                                family.student().toString(),
                                "",
                                family.name(),
                                family.number(),
                                "103",
                                AccountsOf.card()))
                .statusCode(202)
                .extract()
                .path("id");
        until(id, "WAITING");
        RegistryStandIn.away(false);
        database.update(
                "update payee_import set state = 'RECEIVED', authorization_sealed = '\\x01' where id = :id",
                Map.of("id", UUID.fromString(id)));

        // When
        List<Integer> answers =
                AtOnce.times(2, () -> goOn(id, AccountsOf.CLERK).extract().statusCode());

        // Then
        assertThat(answers).containsExactlyInAnyOrder(202, 409);
        assertThat(until(id, "DONE").getInt("proposed")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "a file whose job is cancelled before it began keeps nothing of the clerk's token, and goes on with a fresh one")
    void cancelledBeforeItBegan() {
        // Given
        Family first = accounts.family();
        Family second = accounts.family();
        AtomicReference<String> cancelled = new AtomicReference<>();
        whileNoFileIsDecided(() -> {
            JsonPath busy = post(HEADER + own(first)).statusCode(202).extract().jsonPath();
            job(busy, "RUNNING");
            JsonPath queued =
                    post(HEADER + own(second)).statusCode(202).extract().jsonPath();
            job(queued, "QUEUED");
            assertThat(tokens(queued.getString("id"))).isEqualTo(1);
            cancelled.set(queued.getString("id"));

            // When
            cancel(queued).statusCode(200).body("state", equalTo("CANCELLED"));
        });

        // Then
        String id = cancelled.get();
        assertThat(until(id, "WAITING").getInt("rows")).isEqualTo(1);
        assertThat(tokens(id)).isZero();
        for (String table : List.of("payee_import", "payee_import_row", "job", "trail", "idempotency", "outbox")) {
            assertThat(database.number(
                            "select count(*) from " + table + " kept where strpos(kept::text, :token) > 0",
                            Map.of("token", AccountsOf.CLERK)))
                    .as(table)
                    .isZero();
        }
        goOn(id, AccountsOf.CLERK).statusCode(202);
        assertThat(until(id, "DONE").getInt("proposed")).isEqualTo(1);
        assertThat(tokens(id)).isZero();
    }

    @Test
    @DisplayName("a file whose job is cancelled while the registry is asked keeps its answers, and not the token")
    void cancelledWhileTheRegistryIsAsked() {
        // Given
        Family family = accounts.family();
        CompletableFuture<JsonPath> received = new CompletableFuture<>();
        AtomicLong tokensWhileAsked = new AtomicLong();
        RegistryStandIn.beforeTheNextAnswer(() -> {
            JsonPath file = received.orTimeout(30, TimeUnit.SECONDS).join();
            tokensWhileAsked.set(tokens(file.getString("id")));
            cancel(file).statusCode(200);
        });

        // When
        JsonPath file = post(HEADER + own(family)).statusCode(202).extract().jsonPath();
        received.complete(file);

        // Then
        String id = file.getString("id");
        until(id, "WAITING");
        job(file, "CANCELLED");
        assertThat(tokensWhileAsked).hasValue(1);
        assertThat(tokens(id)).isZero();
        assertThat(outcomes(id)).containsExactly((String) null);
        RegistryStandIn.away(true);
        goOn(id, AccountsOf.CLERK).statusCode(202);
        assertThat(until(id, "DONE").getInt("proposed"))
                .as("nobody is asked twice")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a file whose job is cancelled midway keeps the rows that are decided; the rest waits, and goes on")
    void cancelledMidway() {
        // Given
        Family older = accounts.family();
        Family younger = accounts.child(Stage.PRIMARY, older.school(), older.guardian(), older.guardianNumber());
        Family other = accounts.family();
        String card = AccountsOf.card();
        AtomicReference<JsonPath> received = new AtomicReference<>();
        whileNoFileIsDecided(() -> {
            received.set(post(HEADER
                            + line(
                                    older.student().toString(),
                                    "",
                                    older.guardian(),
                                    older.guardianNumber(),
                                    "103",
                                    card)
                            + line(
                                    younger.student().toString(),
                                    "",
                                    older.guardian(),
                                    older.guardianNumber(),
                                    "103",
                                    card)
                            + own(other))
                    .statusCode(202)
                    .extract()
                    .jsonPath());
            await().until(() -> tokens(received.get().getString("id")) == 0);

            // When
            cancel(received.get()).statusCode(200).body("state", equalTo("RUNNING"));
        });

        // Then
        String id = received.get().getString("id");
        until(id, "WAITING");
        job(received.get(), "CANCELLED");
        assertThat(outcomes(id)).containsExactly("PROPOSED", null, null);
        confirm(id, AccountsOf.REVIEWER).statusCode(409).body("type", equalTo("urn:aid:problem:import-running"));

        // When
        goOn(id, AccountsOf.CLERK).statusCode(202);

        // Then
        assertThat(until(id, "DONE").getInt("proposed")).isEqualTo(3);
        assertThat(outcomes(id)).containsExactly("PROPOSED", "PROPOSED", "PROPOSED");
        assertThat(database.number(
                        "select count(*) from payee_account where import_id = :id", Map.of("id", UUID.fromString(id))))
                .isEqualTo(3);
        confirm(id, AccountsOf.REVIEWER).statusCode(200).body("confirmed", equalTo(3));
    }

    @Test
    @DisplayName("A10: a row that is the account in force proves its holder again where he had to be asked about")
    void aRowProvesAgain() {
        // Given
        Family family = accounts.family();
        String card = AccountsOf.card();
        String account = accounts.confirmed(family.ofGuardian(card));
        accounts.told(family, "IN_SCHOOL", null, 2);
        assertThat(accounts.payable(family)).isEmpty();

        // When
        JsonPath done = imported(HEADER
                + line(family.student().toString(), "", family.guardian(), family.guardianNumber(), "103", card));

        // Then
        assertThat(done.getInt("provenAgain")).isEqualTo(1);
        assertThat(accounts.payable(family)).containsExactly(account);
    }

    /** Deciding rows waits its turn meanwhile; the registry is asked all the same. */
    private void whileNoFileIsDecided(Runnable happens) {
        QuarkusTransaction.requiringNew().run(() -> {
            turns.alone("payee.imports");
            happens.run();
        });
    }

    private static void job(JsonPath file, String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> as(AccountsOf.CLERK)
                                .get("/api/v1/jobs/" + file.getString("jobId"))
                                .jsonPath()
                                .getString("state"),
                        state::equals);
    }

    private static ValidatableResponse cancel(JsonPath file) {
        return as(AccountsOf.CLERK)
                .post("/api/v1/jobs/" + file.getString("jobId") + "/cancellation")
                .then();
    }

    private static List<String> outcomes(String id) {
        return as(AccountsOf.CLERK)
                .get("/api/v1/payees/imports/" + id + "/rows")
                .jsonPath()
                .getList("items.collect { it.outcome }");
    }

    private long tokens(String id) {
        return database.number(
                "select count(authorization_sealed) from payee_import where id = :id",
                Map.of("id", UUID.fromString(id)));
    }

    private static ValidatableResponse goOn(String id, String token) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/payees/imports/" + id + "/continuations")
                .then();
    }

    private List<Row> refusedRows(String id, String token) throws IOException {
        byte[] file = as(token)
                .get("/api/v1/payees/imports/" + id + "/refused.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read().stream().skip(2).toList();
        }
    }

    private static JsonPath imported(String file) {
        String id = post(file).statusCode(202).extract().jsonPath().getString("id");
        return until(id, "DONE");
    }

    private static JsonPath until(String id, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> as(AccountsOf.CLERK)
                                .get("/api/v1/payees/imports/" + id)
                                .jsonPath(),
                        one -> state.equals(one.getString("state")));
    }

    private static ValidatableResponse post(String file) {
        return as(AccountsOf.CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/octet-stream")
                .body(file.getBytes(Charset.forName("GB18030")))
                .post("/api/v1/payees/imports")
                .then();
    }

    private static ValidatableResponse confirm(String id, String token) {
        return as(token).post("/api/v1/payees/imports/" + id + "/confirmation").then();
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static String own(Family family) {
        return line(family.student().toString(), "", family.name(), family.number(), "103", AccountsOf.card());
    }

    private static String line(String... cells) {
        return String.join(",", cells) + "\n";
    }

    private static String wrong(String card) {
        int last = card.charAt(card.length() - 1) - '0';
        return card.substring(0, card.length() - 1) + (last + 1) % 10;
    }
}
