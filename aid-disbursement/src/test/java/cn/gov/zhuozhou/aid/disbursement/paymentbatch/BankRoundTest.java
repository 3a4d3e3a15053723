package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.DatabaseOwner;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A batch on its way to the bank and back, and the proof that everybody says the same of it. */
@DisbursementTest
class BankRoundTest {
    private static final String PAYER = Tokens.payer();
    private static final String CLERK = Tokens.of("maker").roles("aid-clerk").token();
    private static final String ADMINISTRATOR =
            Tokens.of("administrator").roles("aid-administrator").token();

    @Inject
    BatchPlay play;

    @Inject
    Database database;

    private final Random random = new Random();
    private String firstCard;
    private String secondCard;
    private Approved first;
    private Approved second;
    private UUID batch;

    @BeforeEach
    void frozenBatchOfTwo() {
        play.fund(1_000_000);
        first = play.payable();
        second = play.payableAt(first);
        firstCard = card(first.student());
        secondCard = card(second.student());
        batch = play.draft(first.school()).id();
        play.frozen(play.find(batch));
    }

    @Test
    @DisplayName(
            "the bank's file is the same whenever it is asked for, in each layout; the numbers in it are disclosed in the trail")
    void file() {
        byte[] file = bankFile("pain.001").statusCode(200).extract().asByteArray();
        assertThat(bankFile("pain.001").extract().asByteArray()).isEqualTo(file);
        assertThat(new String(file, UTF_8))
                .contains("<NbOfTxs>2</NbOfTxs>", "<CtrlSum>1000.00</CtrlSum>", firstCard, secondCard, endToEnd(first));
        Charset gb18030 = Charset.forName("GB18030");
        assertThat(new String(bankFile("county-fixed").extract().asByteArray(), gb18030).lines())
                .hasSize(4)
                .last()
                .isEqualTo("T00000002000000000100000");
        assertThat(new String(bankFile("county-txt").extract().asByteArray(), gb18030))
                .contains("|500.00|", firstCard);
        assertThat(bankFile("county-xlsx").extract().asByteArray()).startsWith('P', 'K');
        assertThat(new String(bankFile("beps.382").extract().asByteArray(), UTF_8))
                .contains("beps.382.001.01", "<TxId>" + endToEnd(first) + "</TxId>");
        bankFile("none").statusCode(422).body("type", equalTo("urn:aid:problem:layout-unknown"));
        assertThat(database.number(
                        "select count(*) from trail where action = 'bank-file.taken' and subject_id = :id",
                        Map.of("id", batch.toString())))
                .isEqualTo(6);
    }

    @Test
    @DisplayName("a return file is applied line by line, once; unknown lines and bad rows are kept with their reason")
    void returned() {
        bankFile("pain.001").statusCode(200);
        byte[] report = report(status(endToEnd(first), "ACSC", "")
                + status(endToEnd(second), "RJCT", closed())
                + status("6217000000000009999", "ACSC", "")
                + status("E9", "ZZZZ", ""));
        String id = taken(report).statusCode(202).extract().path("id");

        JsonPath done = applied(id);

        assertThat(done.getInt("settled")).isEqualTo(1);
        assertThat(done.getLong("settledFen")).isEqualTo(50_000);
        assertThat(done.getLong("returnedFen")).isEqualTo(50_000);
        assertThat(done.getInt("refused")).isEqualTo(2);
        assertThat(play.line(batch, first).state()).isEqualTo(LineState.SETTLED);
        assertThat(play.line(batch, second).state()).isEqualTo(LineState.RETURNED);
        get("bank-returns/" + id + "/rows?refused=true")
                .body("items.result", equalTo(List.of("UNKNOWN_LINE", "UNKNOWN_OUTCOME")))
                .body("items[0].endToEndId", equalTo("***************9999"));
        assertThat(get("bank-returns/" + id + "/refused.xlsx")
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .startsWith('P', 'K');
        taken(report).statusCode(409).body("type", equalTo("urn:aid:problem:return-repeated"));
        taken((new String(report, UTF_8) + " ").getBytes(UTF_8))
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:return-repeated"));
        taken("<Document/>".getBytes(UTF_8)).statusCode(400);
    }

    @Test
    @DisplayName(
            "A01: a batch agrees only when awards, lines, bank and books do, to the fen; the page proves it again later")
    void proof() {
        bankFile("pain.001").statusCode(200);
        JsonPath before = reconciled();
        assertThat(before.getBoolean("agrees")).isFalse();
        get("reconciliations/" + before.getString("id") + "/differences")
                .body("items.side", equalTo(List.of("BANK", "BANK")))
                .body("items.kind", equalTo(List.of("MISSING_THERE", "MISSING_THERE")))
                .body("items[0].oursFen", equalTo(50_000));

        applied(taken(report(status(endToEnd(first), "ACSC", "") + status(endToEnd(second), "RJCT", closed())))
                .extract()
                .path("id"));
        JsonPath after = reconciled();

        assertThat(after.getMap("figures.differences")).isEmpty();
        assertThat(after.getBoolean("agrees")).isTrue();
        assertThat(after.getLong("figures.awardsFen")).isEqualTo(100_000);
        assertThat(after.getLong("figures.settledBankFen")).isEqualTo(50_000);
        assertThat(after.getLong("figures.settledLedgerFen")).isEqualTo(50_000);
        assertThat(after.getLong("figures.returnedLedgerFen")).isEqualTo(50_000);
        String at = "reconciliations/" + after.getString("id");
        String printed = text(get(at + "/proof.pdf").statusCode(200).extract().asByteArray());
        String screen = get(at + "/proof.html")
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .extract()
                .asString();
        assertThat(List.of(printed, screen.replaceAll("\\s", "")))
                .allSatisfy(page -> assertThat(page)
                        .contains(
                                after.getString("figuresSha256"), batch.toString(), "三方一致，分文不差", "1000.00", "500.00"));
        assertThat(screen).doesNotContain("<script");
        get(at + "/verification").body("intact", equalTo(true)).body("still", equalTo(true));
        get("reconciliations/" + before.getString("id") + "/verification")
                .body("intact", equalTo(true))
                .body("still", equalTo(false));
        assertThat(get(at + "/differences.xlsx").statusCode(200).extract().asByteArray())
                .startsWith('P', 'K');
    }

    @Test
    @DisplayName("the national system's sheet is compared by card and name; what is kept names neither")
    void national() {
        bankFile("pain.001").statusCode(200);
        applied(taken(report(status(endToEnd(first), "ACSC", "") + status(endToEnd(second), "ACSC", "")))
                .extract()
                .path("id"));
        String sheet = "序号,姓名,银行卡号,发放金额,发放状态\n"
                + "1,%s,%s,500.00,已发放\n".formatted(name(first), firstCard)
                + "2,%s,%s,499.99,已发放\n".formatted(name(second), secondCard)
                + "3,查无此人,6217009999999999999,500,已发放\n4,,,x,\n合计,,,1499.99,\n";

        String id = given().auth()
                .oauth2(CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(sheet.getBytes(UTF_8))
                .post("/api/v1/reconciliations/national?mapping=payments&batch=" + batch)
                .then()
                .statusCode(201)
                .body("agrees", equalTo(false))
                .extract()
                .path("id");

        List<Map<String, Object>> found =
                get("reconciliations/" + id + "/differences").extract().path("items");
        assertThat(found)
                .extracting(line -> line.get("kind"))
                .containsExactlyInAnyOrder("UNREADABLE", "AMOUNT_DIFFERS", "MISSING_HERE");
        assertThat(found.toString()).doesNotContain("621700", "查无此人", firstCard, secondCard);
    }

    @Test
    @DisplayName("a file whose account numbers were erased since is not made again, and says why")
    void numbersErasedSince() {
        // Given
        bankFile("pain.001").statusCode(200);
        DatabaseOwner.unguarded("payee_account", """
                update payee_account set state = 'REPLACED', account_sealed = '', account_tail = '----',
                  valid_until = valid_from, erased_on = valid_from
                where student_id = '%s'""".formatted(first.student()));

        // When
        var again = bankFile("pain.001");

        // Then
        again.statusCode(409).body("type", equalTo("urn:aid:problem:numbers-erased"));
    }

    @Test
    @DisplayName("an administrator adds a layout and sees what it makes; one that could pay nobody is refused")
    void layouts() {
        Map<String, Object> cell = Map.of("field", "ACCOUNT", "title", "账号");
        Map<String, Object> layout = Map.of(
                "code", "bank-" + random.nextInt(1_000_000),
                "name", "某银行",
                "form", "DELIMITED",
                "charset", "GB18030",
                "separator", ",",
                "unit", "YUAN",
                "titles", true,
                "line",
                        List.of(
                                Map.of("field", "END_TO_END_ID", "title", "流水号"),
                                Map.of("field", "PAYEE_NAME", "title", "户名"),
                                cell,
                                Map.of("field", "AMOUNT", "title", "金额")));
        assertThat(new String(
                        post("bank-layouts/payments/preview", layout)
                                .statusCode(200)
                                .extract()
                                .asByteArray(),
                        Charset.forName("GB18030")))
                .startsWith("流水号,户名,账号,金额\r\nE2E0001,张三,6200000000000000001,625.00\r\n");
        post("bank-layouts/payments", Map.of("layout", layout, "validFrom", "2019-01-01", "source", "接口说明 1.0"))
                .statusCode(201)
                .body("version", equalTo(1));
        assertThat(new String(
                        bankFile((String) layout.get("code")).extract().asByteArray(), Charset.forName("GB18030")))
                .contains(endToEnd(first) + ",");
        var broken = new HashMap<>(layout);
        broken.put("line", List.of(cell));
        post("bank-layouts/payments", Map.of("layout", broken, "validFrom", "2019-01-01", "source", "x"))
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:layout-unusable"));
    }

    @Test
    @DisplayName("files, returns and reconciliations are the bureau's, and of those only whose role it is")
    void authorisation() {
        String town = Tokens.of("t").roles("aid-clerk").org("town:某镇").token();
        String viewer = Tokens.of("v").roles("aid-viewer").token();
        String made = "reconciliations/" + reconciled().getString("id");
        for (String path : List.of("bank-returns", "reconciliations", made + "/proof.pdf", made + "/proof.html")) {
            given().get("/api/v1/" + path).then().statusCode(401);
            given().auth().oauth2(viewer).get("/api/v1/" + path).then().statusCode(403);
            given().auth().oauth2(town).get("/api/v1/" + path).then().statusCode(404);
        }
        given().auth()
                .oauth2(CLERK)
                .get("/api/v1/bank-layouts")
                .then()
                .statusCode(200)
                .body("returns", hasSize(greaterThanOrEqualTo(2)));
        given().auth()
                .oauth2(CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of())
                .post("/api/v1/bank-codes")
                .then()
                .statusCode(403);
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("only a payer hands a batch to the bank, never who made or checked it, whatever else he is")
    void payer() {
        String path = "/api/v1/payment-batches/" + batch + "/bank-file";
        given().post(path).then().statusCode(401);
        for (String other :
                List.of(Tokens.clerk(), Tokens.reviewer(), Tokens.viewer(), Tokens.auditor(), Tokens.administrator())) {
            given().auth().oauth2(other).post(path).then().statusCode(403);
            given().auth().oauth2(other).get(path).then().statusCode(403);
        }
        given().auth().oauth2(Tokens.payer("town:某镇")).post(path).then().statusCode(404);
        bankFile("pain.001").statusCode(200);
        given().auth().oauth2(PAYER).get(path).then().statusCode(200);
        given().auth()
                .oauth2(PAYER)
                .get("/api/v1/payment-batches/" + batch)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(PAYER)
                .header("If-Match", "*")
                .post("/api/v1/payment-batches/" + batch + "/freeze")
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("who made a batch does not pay it, though he is a payer too")
    void makerAndPayerStayApart() {
        // Given
        String both =
                Tokens.of("maker-and-payer").roles("aid-clerk", "aid-payer").token();
        UUID own = play.draft(play.payable().school()).id();
        given().auth()
                .oauth2(both)
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .post("/api/v1/payment-batches/" + own + "/submissions")
                .then()
                .statusCode(200);
        BatchPlay.in(() -> play.acts.confirmNotice(own, "*", BatchPlay.CHECKER));
        BatchPlay.in(() -> play.acts.approveAsCenterSchool(own, "*", BatchPlay.CHECKER));
        BatchPlay.in(() -> play.acts.approve(own, Approval.COUNTY, "*", BatchPlay.CHECKER));
        BatchPlay.in(() -> play.freezing.freeze(own, "*", BatchPlay.CHECKER));
        String path = "/api/v1/payment-batches/" + own + "/bank-file";

        // When
        ValidatableResponse handedOver = given().auth()
                .oauth2(both)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(path)
                .then();

        // Then
        handedOver.statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
        given().auth()
                .oauth2(PAYER)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(path)
                .then()
                .statusCode(200);
    }

    private String card(UUID student) {
        String number = "621700" + (1_000_000_000_000L + random.nextLong(8_000_000_000_000L));
        play.account(student, number);
        return number;
    }

    private String name(Approved pupil) {
        return database.first(
                        "select name from pupil where student_id = :id",
                        Map.of("id", pupil.student()),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private String endToEnd(Approved pupil) {
        return play.line(batch, pupil).endToEndId();
    }

    private ValidatableResponse bankFile(String layout) {
        return given().auth()
                .oauth2(PAYER)
                .post("/api/v1/payment-batches/" + batch + "/bank-file?layout=" + layout)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(CLERK).get("/api/v1/" + path).then();
    }

    private static ValidatableResponse post(String path, Object body) {
        return given().auth()
                .oauth2(ADMINISTRATOR)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    private static ValidatableResponse taken(byte[] file) {
        return given().auth()
                .oauth2(PAYER)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/xml")
                .body(file)
                .post("/api/v1/bank-returns")
                .then();
    }

    private static JsonPath applied(String id) {
        await().until(() -> get("bank-returns/" + id).extract().<Integer>path("waiting") == 0);
        return get("bank-returns/" + id).extract().jsonPath();
    }

    private JsonPath reconciled() {
        Response made = given().auth()
                .oauth2(CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("batchId", batch))
                .post("/api/v1/reconciliations");
        made.then().statusCode(201);
        return made.jsonPath();
    }

    private byte[] report(String transactions) {
        String message = UUID.randomUUID().toString().replace("-", "");
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>"
                        + "<GrpHdr><MsgId>" + message + "</MsgId><CreDtTm>2019-04-26T09:00:00</CreDtTm></GrpHdr>"
                        + "<OrgnlGrpInfAndSts><OrgnlMsgId>x</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId>"
                        + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>x</OrgnlPmtInfId>" + transactions
                        + "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>")
                .getBytes(UTF_8);
    }

    private static String status(String endToEndId, String status, String reason) {
        return "<TxInfAndSts><OrgnlEndToEndId>" + endToEndId + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts>"
                + reason + "<OrgnlTxRef><Amt><InstdAmt Ccy=\"CNY\">500.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>";
    }

    private static String closed() {
        return "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>销户</AddtlInf></StsRsnInf>";
    }
}
