package cn.gov.zhuozhou.aid.disbursement.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that arrives, what a year leaves of it, and what goes back. */
@DisbursementTest
class FundActsTest {
    private static final String PROGRAMME = "CMP-03";
    private static final Actor BY = Actor.system("test");
    private static final LocalDate IN_2018 = LocalDate.of(2018, 10, 8);

    @Inject
    Funds funds;

    private String source;

    @BeforeEach
    void aSource() {
        source = Money.source("COUNTY");
    }

    @Test
    void moneyIsThereOnceAnotherPersonHasConfirmedIt() {
        JsonPath entered = Money.enterIncome(Tokens.clerk(), source, PROGRAMME, 50_000, IN_2018)
                .jsonPath();
        long before = balance("CALENDAR", 2018, "closingFen");

        JsonPath confirmed =
                Rest.decide(Tokens.reviewer(), "fund-incomes", entered, true).jsonPath();

        assertThat(before).isZero();
        assertThat(confirmed.getString("state")).isEqualTo("CONFIRMED");
        assertThat(balance("CALENDAR", 2018, "incomeFen")).isEqualTo(50_000);
        assertThat(entriesOf(confirmed))
                .containsExactly("BANK DEBIT 50000", PROGRAMME + "/AVAILABLE/" + source + " CREDIT 50000");
    }

    @Test
    void nobodyConfirmsWhatHeEntered() {
        String both = Tokens.of("both").roles("aid-clerk", "aid-reviewer").token();
        JsonPath entered =
                Money.enterIncome(both, source, PROGRAMME, 50_000, IN_2018).jsonPath();

        Response refused = Rest.decide(both, "fund-incomes", entered, true);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:aid:problem:same-person");
    }

    @Test
    void oneDocumentIsEnteredOnce() {
        var request = Map.of(
                "source",
                source,
                "programme",
                PROGRAMME,
                "year",
                2018,
                "documentNo",
                "冀财教〔2018〕50号",
                "receivedOn",
                "2018-10-08",
                "amountFen",
                50_000);
        Rest.post(Tokens.clerk(), "fund-incomes", request).then().statusCode(201);

        Response again = Rest.post(Tokens.clerk(), "fund-incomes", request);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("type")).isEqualTo("urn:aid:problem:document-entered");
    }

    @Test
    void aMistakeIsReversedWhileTheMoneyIsStillThere() {
        JsonPath income = Money.income(source, PROGRAMME, 50_000, IN_2018);

        JsonPath reversed = Rest.act(Tokens.reviewer(), "fund-incomes", income, "reversal", Map.of("reason", "登记有误"))
                .jsonPath();

        assertThat(reversed.getString("state")).isEqualTo("REVERSED");
        assertThat(entriesOf(reversed)).hasSize(4);
        assertThat(balance("CALENDAR", 2019, "closingFen")).isZero();
    }

    @Test
    void moneyReservedSinceIsNotReversedAway() {
        JsonPath income = Money.income(source, PROGRAMME, 50_000, IN_2018);
        reserve(UUID.randomUUID(), 1);

        Response refused = Rest.act(Tokens.reviewer(), "fund-incomes", income, "reversal", Map.of("reason", "登记有误"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo(source);
    }

    @Test
    @DisplayName(
            "balances on both bases: what arrived in October 2018 opens the calendar year 2019 and not the school year 2018")
    void balancesOnBothBases() {
        UUID batch = UUID.randomUUID();
        Money.income(source, PROGRAMME, 50_000, IN_2018);
        reserve(batch, 30_000);
        QuarkusTransaction.requiringNew().run(() -> {
            funds.settle(batch, 20_000, LocalDate.of(2019, 3, 5), BY);
            funds.cameBack(batch, 500, LocalDate.of(2019, 3, 8), BY);
        });

        assertThat(balances("CALENDAR", 2019)).isEqualTo(List.of(50_000L, 0L, 20_000L, 500L, 0L, 30_500L, 10_500L));
        assertThat(balances("SCHOOL", 2018)).isEqualTo(List.of(0L, 50_000L, 20_000L, 500L, 0L, 30_500L, 10_500L));
        assertThat(Rest.get(Tokens.auditor(), "ledger/balances.xlsx?basis=SCHOOL&year=2018")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .startsWith('P', 'K');
    }

    @Test
    @DisplayName("A15: a reported carry-over that the books do not show has to be explained, and stays listed")
    void aReportedCarryOverIsHeldAgainstTheBooks() {
        Money.income(source, PROGRAMME, 50_000, IN_2018);

        Response unexplained = carryOver(48_000, null);
        JsonPath entered = carryOver(48_000, "银行手续费尚未入账").jsonPath();
        Rest.decide(Tokens.reviewer(), "carry-overs", entered, true).then().statusCode(200);

        assertThat(unexplained.jsonPath().getString("type")).isEqualTo("urn:aid:problem:difference-unexplained");
        assertThat(differences()).containsExactly("REPORTED_DIFFERS 50000 48000");
    }

    @Test
    @DisplayName("A15: a year's rest nobody carried over, and a year changed after it was, are listed")
    void whatIsNotCarriedOverOrChangedSinceIsListed() {
        Money.income(source, PROGRAMME, 50_000, IN_2018);
        List<String> before = differences();
        Rest.decide(Tokens.reviewer(), "carry-overs", carryOver(50_000, null).jsonPath(), true)
                .then()
                .statusCode(200);
        List<String> carried = differences();

        Money.income(source, PROGRAMME, 1_000, IN_2018);

        assertThat(before).containsExactly("NOT_CARRIED_OVER 50000 null");
        assertThat(carried).isEmpty();
        assertThat(differences()).containsExactly("BOOKS_CHANGED_SINCE 51000 50000");
    }

    @Test
    void aCarryOverIsNotConfirmedOnceTheBooksHaveMoved() {
        JsonPath entered = carryOver(0, null).jsonPath();
        Money.income(source, PROGRAMME, 50_000, IN_2018);

        Response refused = Rest.decide(Tokens.reviewer(), "carry-overs", entered, true);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:aid:problem:books-changed");
    }

    @Test
    void aCarryOverTakenBackIsMissingAgain() {
        Money.income(source, PROGRAMME, 50_000, IN_2018);
        JsonPath carried = Rest.decide(
                        Tokens.reviewer(),
                        "carry-overs",
                        carryOver(50_000, null).jsonPath(),
                        true)
                .jsonPath();

        Response reversed = Rest.act(Tokens.reviewer(), "carry-overs", carried, "reversal", Map.of("reason", "登记有误"));

        assertThat(reversed.jsonPath().getString("state")).isEqualTo("REVERSED");
        assertThat(differences()).containsExactly("NOT_CARRIED_OVER 50000 null");
    }

    @Test
    void whatWentBackByMistakeIsThereAgain() {
        Money.income(source, PROGRAMME, 30_000, LocalDate.of(2016, 5, 3));
        JsonPath gone = Rest.decide(
                        Tokens.reviewer(), "treasury-returns", goesBack(30_000).jsonPath(), true)
                .jsonPath();

        Response reversed = Rest.act(Tokens.reviewer(), "treasury-returns", gone, "reversal", Map.of("reason", "登记有误"));

        assertThat(reversed.jsonPath().getString("state")).isEqualTo("REVERSED");
        assertThat(due(2018)).containsExactly(30_000L);
        assertThat(balance("CALENDAR", 2019, "closingFen")).isEqualTo(30_000L);
    }

    @Test
    void whatLiesUnspentForTwoYearsIsDueAndGoesBack() {
        Money.income(source, PROGRAMME, 30_000, LocalDate.of(2016, 5, 3));
        Money.income(source, PROGRAMME, 50_000, LocalDate.of(2017, 5, 3));
        List<Long> due = due(2018);

        JsonPath entered = goesBack(30_000).jsonPath();
        Rest.decide(Tokens.reviewer(), "treasury-returns", entered, true).then().statusCode(200);

        assertThat(due).containsExactly(30_000L);
        assertThat(balances("CALENDAR", 2019)).isEqualTo(List.of(80_000L, 0L, 0L, 0L, 30_000L, 50_000L, 0L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fund-incomes",
                "carry-overs",
                "treasury-returns",
                "carry-overs/differences?year=2018",
                "treasury-returns/due?year=2018",
                "ledger/balances?year=2018",
                "fund-allotments"
            })
    void onlyTheBureauSeesTheCountysMoney(String path) {
        assertThat(Rest.get(Tokens.clerk(), path).statusCode()).isEqualTo(200);
        assertThat(Rest.get(Tokens.clerk("school:1"), path).statusCode()).isEqualTo(404);
        assertThat(Rest.get(Tokens.of("nobody").token(), path).statusCode()).isEqualTo(403);
        assertThat(given().get("/api/v1/" + path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"aid-clerk, 403", "aid-administrator, 201"})
    void sourcesAreAddedByTheAdministrator(String role, int status) {
        var body = Map.of("code", "X" + source, "kind", "CITY", "nameZh", "市", "nameEn", "city");

        assertThat(Rest.post(Tokens.of(role).roles(role).token(), "fund-sources", body)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void allotmentsTellWhatALevelHasNotPassedOn() {
        allot("PROVINCE", "某市", 100_000);
        allot("CITY", "涿州市", 80_000);
        allot("COUNTY", "S1", 90_000);

        List<Map<String, Object>> steps = Rest.get(Tokens.auditor(), "fund-allotments/steps?year=2019")
                .jsonPath()
                .param("source", source)
                .getList("findAll { it.source == source }");

        assertThat(steps)
                .extracting(step -> step.get("fromLevel") + " " + step.get("leftFen"))
                .containsExactly("PROVINCE null", "CITY 20000", "COUNTY -10000");
    }

    private void allot(String level, String unit, long fen) {
        Rest.post(
                        Tokens.clerk(),
                        "fund-allotments",
                        Map.of(
                                "programme", PROGRAMME,
                                "year", 2019,
                                "source", source,
                                "fromLevel", level,
                                "toUnit", unit,
                                "amountFen", fen,
                                "documentNo", "财教〔2019〕1号",
                                "issuedOn", "2019-01-10"))
                .then()
                .statusCode(201);
    }

    private void reserve(UUID batch, long fen) {
        QuarkusTransaction.requiringNew()
                .run(() -> funds.reserve(batch, PROGRAMME, "2019-spring", Map.of(source, fen), BY));
    }

    private Response goesBack(long fen) {
        return Rest.post(
                Tokens.clerk(),
                "treasury-returns",
                Map.of(
                        "year",
                        2018,
                        "programme",
                        PROGRAMME,
                        "source",
                        source,
                        "amountFen",
                        fen,
                        "documentNo",
                        "收回存量资金通知",
                        "returnedOn",
                        "2019-03-04"));
    }

    private Response carryOver(long reported, String explanation) {
        var body = new HashMap<String, Object>(
                Map.of("year", 2018, "programme", PROGRAMME, "source", source, "reportedFen", reported));
        body.put("explanation", explanation);
        return Rest.post(Tokens.clerk(), "carry-overs", body);
    }

    private List<String> differences() {
        return own("carry-overs/differences?year=2018").stream()
                .map(d -> d.get("finding") + " " + d.get("bookFen") + " "
                        + ("REPORTED_DIFFERS".equals(d.get("finding")) ? d.get("reportedFen") : d.get("carriedFen")))
                .toList();
    }

    private List<Long> due(int year) {
        return own("treasury-returns/due?year=" + year).stream()
                .map(d -> ((Number) d.get("unspentFen")).longValue())
                .toList();
    }

    private long balance(String basis, int year, String field) {
        return own("ledger/balances?basis=" + basis + "&year=" + year).stream()
                .mapToLong(b -> ((Number) b.get(field)).longValue())
                .sum();
    }

    private List<Long> balances(String basis, int year) {
        return List.of(
                        "openingFen",
                        "incomeFen",
                        "paidFen",
                        "cameBackFen",
                        "treasuryReturnFen",
                        "closingFen",
                        "reservedFen")
                .stream()
                .map(field -> balance(basis, year, field))
                .toList();
    }

    private List<Map<String, Object>> own(String path) {
        List<Map<String, Object>> all =
                Rest.get(Tokens.auditor(), path).jsonPath().getList("");
        return all.stream().filter(row -> source.equals(row.get("source"))).toList();
    }

    private static List<String> entriesOf(JsonPath act) {
        List<Map<String, Object>> entries = Rest.get(Tokens.auditor(), "ledger/entries?subject=" + act.getString("id"))
                .jsonPath()
                .getList("items");
        return entries.stream()
                .map(e -> e.get("account") + " " + e.get("direction") + " " + e.get("amountFen"))
                .toList();
    }
}
