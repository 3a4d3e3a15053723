package cn.gov.zhuozhou.aid.disbursement.donation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.KnownPupil;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import cn.gov.zhuozhou.aid.disbursement.award.Payments;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
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

/** From the donor to the pupil. */
@DisbursementTest
class DonationTest {
    private static final String SEMESTER = "2019-spring";

    @Inject
    Payments payments;

    @Inject
    Database database;

    private KnownPupil pupil;
    private KnownPupil schoolmate;

    @BeforeEach
    void twoPupilsOfOneSchool() {
        pupil = KnownPupil.in(database, "PRIMARY");
        schoolmate = KnownPupil.in(database, pupil.school(), pupil.town(), "PRIMARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOVE", "ONE_DAY", "PAIRING"})
    @DisplayName("S129: every unit enters the activities it holds, of the three kinds, and sees what came in")
    void activitiesOfThreeKinds(String kind) {
        String clerk = Tokens.clerk("school:" + pupil.school());
        String id = Rest.post(clerk, "donation-activities", activity(kind))
                .jsonPath()
                .getString("id");
        donation(donor("GROUP"), 30_000, Map.of("activityId", id));

        JsonPath own =
                Rest.get(clerk, "donation-activities?semester=" + SEMESTER).jsonPath();
        JsonPath other =
                Rest.get(Tokens.clerk("school:other"), "donation-activities").jsonPath();

        assertThat(own.getList("items.kind")).isEqualTo(List.of(kind));
        assertThat(own.getLong("items[0].receivedFen")).isEqualTo(30_000);
        assertThat(other.getList("items.id")).doesNotContain(id);
    }

    @Test
    void nobodyEntersAnActivityOfAnotherSchool() {
        assertThat(Rest.post(Tokens.clerk("school:other"), "donation-activities", activity("LOVE"))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GROUP", "ENTERPRISE", "INSTITUTION", "CELEBRITY", "INDIVIDUAL"})
    @DisplayName(
            "S130: groups, enterprises, institutions, celebrities and single people give; money is on the books once confirmed")
    void moneyOfEveryKindOfDonorGoesThroughTheBooks(String kind) {
        JsonPath donation = donation(donor(kind), 30_000, Map.of());

        assertThat(donation.getString("state")).isEqualTo("CONFIRMED");
        assertThat(booked(donation.getString("id")))
                .containsExactly("BANK DEBIT 30000", "SOC-01/AVAILABLE/DONOR CREDIT 30000");
    }

    @Test
    void aDonationInKindIsRecordedAndBooksNothing() {
        Map<String, Object> inKind = new HashMap<>(request(donor("ENTERPRISE"), 8_000));
        inKind.put("form", "IN_KIND");
        Response undescribed = Rest.post(Tokens.clerk(), "donations", inKind);
        inKind.put("description", "书包 20 个");
        JsonPath entered = Rest.post(Tokens.clerk(), "donations", inKind).jsonPath();

        JsonPath confirmed =
                Rest.decide(Tokens.reviewer(), "donations", entered, true).jsonPath();

        assertThat(undescribed.statusCode()).isEqualTo(422);
        assertThat(confirmed.getString("state")).isEqualTo("CONFIRMED");
        assertThat(booked(confirmed.getString("id"))).isEmpty();
    }

    @Test
    @DisplayName("S129: a pairing is one of donor and pupil, agreed by a second person, and ends with a reason")
    void aPairingBeginsAndEnds() {
        String donor = donor("INDIVIDUAL");
        JsonPath pairing = pairing(donor, pupil);

        Response again = Rest.post(Tokens.clerk(), "pairings", pairingRequest(donor, pupil));
        JsonPath ended = Rest.act(Tokens.clerk(), "pairings", pairing, "end", Map.of("reason", "DONOR_WITHDREW"))
                .jsonPath();

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(ended.getString("state")).isEqualTo("ENDED");
        assertThat(ended.getString("endedReason")).isEqualTo("DONOR_WITHDREW");
        assertThat(pairing(donor, pupil).getString("state")).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("S129: the database lets a pairing go the ways of the table of states and no other, and rewrites none")
    void theDatabaseAndTheTableOfPairingsAgree() {
        UUID id = UUID.fromString(pairing(donor("INDIVIDUAL"), pupil).getString("id"));

        assertThat(database.list(
                        "select from_state || '>' || to_state from pairing_edge", Map.of(), row -> row.getString(1)))
                .containsExactlyInAnyOrderElementsOf(PairingTransitions.TABLE.stream()
                        .map(row -> row.from() + ">" + row.to())
                        .distinct()
                        .toList());
        for (String change : List.of(
                "state = 'PROPOSED', decided_by = null",
                "state = 'REFUSED'",
                "state = 'ENDED', ended_reason = 'PERIOD_OVER', ended_on = current_date, amount_fen = amount_fen + 1",
                "decided_by = 'somebody'")) {
            assertThatThrownBy(() -> database.update(
                            "update pairing set revision = revision + 1, " + change + " where id = :id",
                            Map.of("id", id)))
                    .as(change)
                    .hasStackTraceContaining("a pairing");
        }
        assertThatThrownBy(() -> database.update("""
                        insert into pairing select uuidv7(), 1, donor_id, :other, school_code, school_town, from_semester, to_semester,
                          amount_fen, 'ACTIVE', proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at
                        from pairing where id = :id
                        """, Map.of("id", id, "other", schoolmate.id())))
                .hasStackTraceContaining("begins as a proposal");
    }

    @Test
    void aDonorIsShownNoNameAndNoNumber() {
        String donor = donor("INDIVIDUAL");
        pairing(donor, pupil);

        List<Map<String, Object>> shown = Rest.get(Tokens.clerk(), "donors/" + donor + "/pupils")
                .jsonPath()
                .getList("");

        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst()).containsOnlyKeys("reference", "school", "stage", "period", "amount");
        assertThat(shown.toString())
                .doesNotContain("欧")
                .doesNotContain(pupil.id().toString());
    }

    @Test
    void anAllocationReachesThePupilOfThePairing() {
        String donor = donor("INDIVIDUAL");
        JsonPath donation = donation(donor, 100_000, Map.of());
        JsonPath pairing = pairing(donor, pupil);
        JsonPath approved = allocated(donation, pupil, 50_000, pairing.getString("id"));

        JsonPath paid = Rest.act(
                        Tokens.clerk(),
                        "donation-allocations",
                        approved,
                        "payment",
                        Map.of("paidOn", "2019-03-04", "evidence", "收据 17"))
                .jsonPath();

        assertThat(paid.getString("state")).isEqualTo("PAID");
        assertThat(seen(donation).getLong("allocatedFen")).isEqualTo(50_000);
        assertThat(booked(paid.getString("id")))
                .containsExactly(
                        "SOC-01/AVAILABLE/DONOR DEBIT 50000",
                        "SOC-01/PAYABLE/DONOR CREDIT 50000",
                        "SOC-01/PAYABLE/DONOR DEBIT 50000",
                        "BANK CREDIT 50000");
    }

    @Test
    void anotherAmountOrPupilDoesNotFitThePairing() {
        String donor = donor("INDIVIDUAL");
        JsonPath donation = donation(donor, 100_000, Map.of());
        String pairing = pairing(donor, pupil).getString("id");

        assertThat(propose(donation, pupil, 49_999, pairing).statusCode()).isEqualTo(422);
        assertThat(propose(donation, schoolmate, 50_000, pairing).statusCode()).isEqualTo(422);
    }

    @Test
    void nobodyApprovesWhatHeProposed() {
        String both = Tokens.of("both").roles("aid-clerk", "aid-reviewer").token();
        JsonPath donation = donation(donor("GROUP"), 100_000, Map.of());
        JsonPath proposed = Rest.post(both, "donation-allocations", allocation(donation, pupil, 1, null))
                .jsonPath();

        assertThat(Rest.decide(both, "donation-allocations", proposed, true).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsWithdrawnIsTheDonationsAgain() {
        JsonPath donation = donation(donor("GROUP"), 50_000, Map.of());
        JsonPath approved = allocated(donation, pupil, 50_000, null);

        Rest.act(Tokens.reviewer(), "donation-allocations", approved, "withdrawal", Map.of("reason", "学生已转学"))
                .then()
                .statusCode(200);

        assertThat(seen(donation).getLong("allocatedFen")).isZero();
        assertThat(allocated(donation, schoolmate, 50_000, null).getString("state"))
                .isEqualTo("APPROVED");
    }

    @Test
    void ofTwoApprovalsAtOnceForTheLastOfADonationOneIsRefused() {
        JsonPath donation = donation(donor("GROUP"), 60_000, Map.of());
        JsonPath one = propose(donation, pupil, 50_000, null).jsonPath();
        JsonPath other = propose(donation, schoolmate, 50_000, null).jsonPath();

        List<Integer> answers = AtOnce.of(() -> approve(one), () -> approve(other));

        assertThat(answers).containsExactlyInAnyOrder(200, 422);
        assertThat(seen(donation).getLong("allocatedFen")).isEqualTo(50_000);
    }

    @Test
    void theDatabaseItselfRefusesMoreThanWasGiven() {
        JsonPath donation = donation(donor("GROUP"), 60_000, Map.of());
        JsonPath proposed = propose(donation, pupil, 60_000, null).jsonPath();
        allocated(donation, schoolmate, 1, null);

        String sql = "update donation_allocation set state = 'APPROVED', decided_by = 'x' where id = :id";
        var refused =
                catchThrowable(() -> database.update(sql, Map.of("id", UUID.fromString(proposed.getString("id")))));

        assertThat(refused).hasStackTraceContaining("no_more_than_was_given");
    }

    @Test
    @DisplayName("S131: state, society and single people side by side, per semester and school, granted and paid")
    void threeSidesOfAid() {
        approvedAward(pupil, 62_500);
        JsonPath meant = allocated(donation(donor("ENTERPRISE"), 40_000, Map.of()), pupil, 40_000, null);
        allocated(donation(donor("CELEBRITY"), 10_000, Map.of()), schoolmate, 10_000, null);
        Rest.act(
                        Tokens.clerk(),
                        "donation-allocations",
                        meant,
                        "payment",
                        Map.of("paidOn", "2019-03-04", "evidence", "收据1号"))
                .then()
                .statusCode(200);

        JsonPath seen = Rest.get(Tokens.viewer("school:" + pupil.school()), "social-aid/overview?semester=" + SEMESTER)
                .jsonPath();

        assertThat(seen.getList("schools.schoolCode")).isEqualTo(List.of(pupil.school()));
        for (String row : List.of("total", "schools[0]")) {
            assertThat(seen.getLong(row + ".state.fen")).isEqualTo(62_500);
            assertThat(seen.getLong(row + ".state.paidFen")).isZero();
            assertThat(seen.getLong(row + ".society.fen")).isEqualTo(40_000);
            assertThat(seen.getLong(row + ".society.paidFen")).isEqualTo(40_000);
            assertThat(seen.getLong(row + ".individual.fen")).isEqualTo(10_000);
            assertThat(seen.getLong(row + ".individual.pupils")).isOne();
            assertThat(seen.getLong(row + ".pupils")).isEqualTo(2);
            assertThat(seen.getLong(row + ".ofSeveral")).isOne();
        }
        assertThat(seen.<Object>get("given")).isNull();
    }

    @Test
    @DisplayName("S131: what the state has paid stays in sight while the award is held")
    void paidAndHeldSince() {
        approvedAward(pupil, 62_500);
        UUID award = database.first(
                        "select id from award where student_id = :student",
                        Map.of("student", pupil.id()),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
        payments.line(award.toString(), 1, 50_000, "SETTLED");
        database.update("update award set state = 'SUSPENDED' where id = :id", Map.of("id", award));

        JsonPath seen = Rest.get(Tokens.viewer("school:" + pupil.school()), "social-aid/overview?semester=" + SEMESTER)
                .jsonPath();

        for (String row : List.of("total", "schools[0]")) {
            assertThat(seen.getLong(row + ".state.fen")).isEqualTo(50_000);
            assertThat(seen.getLong(row + ".state.paidFen")).isEqualTo(50_000);
            assertThat(seen.getLong(row + ".pupils")).isOne();
        }
    }

    @Test
    @DisplayName("S131: whom the state helps at one school and society at another is one pupil, helped by several")
    void helpedAtTwoSchools() {
        JsonPath before = overview();
        approvedAward(new KnownPupil(pupil.id(), "N" + pupil.school(), pupil.town(), pupil.stage()), 10_000);
        allocated(donation(donor("ENTERPRISE"), 40_000, Map.of()), pupil, 40_000, null);

        JsonPath after = overview();

        for (String counted : List.of("total.pupils", "total.ofSeveral")) {
            assertThat(after.getLong(counted) - before.getLong(counted)).isOne();
        }
    }

    @Test
    @DisplayName(
            "S131: what each side gave is seen by the bureau, goods by what they are worth, and what is left of the money")
    void whatTheSidesGave() {
        JsonPath before = overview();
        JsonPath money = donation(donor("GROUP"), 30_000, Map.of());
        allocated(money, pupil, 10_000, null);
        donation(donor("GROUP"), 8_000, Map.of("form", "IN_KIND", "description", "书包 20 个"));

        JsonPath after = overview();

        assertThat(after.getList("given.side")).containsExactly("SOCIETY", "INDIVIDUAL");
        assertThat(grown(before, after, "moneyFen")).isEqualTo(30_000);
        assertThat(grown(before, after, "inKindFen")).isEqualTo(8_000);
        assertThat(grown(before, after, "leftFen")).isEqualTo(20_000);
    }

    private static JsonPath overview() {
        return Rest.get(Tokens.viewer(), "social-aid/overview?semester=" + SEMESTER)
                .jsonPath();
    }

    private static long grown(JsonPath before, JsonPath after, String what) {
        return after.getLong("given[0]." + what) - before.getLong("given[0]." + what);
    }

    @Test
    void theColumnsOfDonorsAreTheAdministrators() {
        var body = Map.of("shown", true, "reason", "家长同意");

        assertThat(Rest.put(Tokens.clerk(), "donor-columns/STAGE", body).statusCode())
                .isEqualTo(403);
        assertThat(Rest.put(Tokens.administrator(), "donor-columns/STAGE", body)
                        .jsonPath()
                        .getBoolean("shown"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "donors, 404",
        "donations, 404",
        "pairings, 200",
        "donation-allocations, 200",
        "donation-activities, 200"
    })
    void listsAreForThoseWhoWorkOnThem(String path, int ofASchool) {
        assertThat(Rest.get(Tokens.auditor(), path).statusCode()).isEqualTo(200);
        assertThat(Rest.get(Tokens.clerk("school:other"), path).statusCode()).isEqualTo(ofASchool);
        assertThat(Rest.get(Tokens.of("nobody").token(), path).statusCode()).isEqualTo(403);
        assertThat(given().get("/api/v1/" + path).statusCode()).isEqualTo(401);
    }

    @Test
    void aPairingOfAnotherSchoolDoesNotExist() {
        String path = "pairings/" + pairing(donor("INDIVIDUAL"), pupil).getString("id");

        assertThat(Rest.get(Tokens.clerk("school:" + pupil.school()), path).statusCode())
                .isEqualTo(200);
        assertThat(Rest.get(Tokens.clerk("school:other"), path).statusCode()).isEqualTo(404);
    }

    private Map<String, Object> activity(String kind) {
        return Map.of(
                "kind",
                kind,
                "title",
                "春季活动",
                "semester",
                SEMESTER,
                "heldOn",
                "2019-03-05",
                "schoolCode",
                pupil.school());
    }

    private static String donor(String kind) {
        return Rest.post(Tokens.clerk(), "donors", Map.of("kind", kind, "name", "某爱心人士", "anonymous", true))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> request(String donor, long fen) {
        return Map.of(
                "donorId", donor,
                "form", "MONEY",
                "programme", "SOC-01",
                "source", "DONOR",
                "semester", SEMESTER,
                "amountFen", fen,
                "purpose", "困难学生生活补助",
                "receivedOn", "2019-03-04");
    }

    private static JsonPath donation(String donor, long fen, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(request(donor, fen));
        body.putAll(more);
        Response entered = Rest.post(Tokens.clerk(), "donations", body);
        entered.then().statusCode(201);
        return Rest.decide(Tokens.reviewer(), "donations", entered.jsonPath(), true)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath seen(JsonPath donation) {
        return Rest.get(Tokens.auditor(), "donations/" + donation.getString("id"))
                .jsonPath();
    }

    private static Map<String, Object> pairingRequest(String donor, KnownPupil pupil) {
        return Map.of("donorId", donor, "studentId", pupil.id(), "fromSemester", SEMESTER, "amountFen", 50_000);
    }

    private static JsonPath pairing(String donor, KnownPupil pupil) {
        JsonPath proposed = Rest.post(Tokens.clerk(), "pairings", pairingRequest(donor, pupil))
                .jsonPath();
        return Rest.decide(Tokens.reviewer(), "pairings", proposed, true)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> allocation(JsonPath donation, KnownPupil pupil, long fen, String pairing) {
        Map<String, Object> body = new HashMap<>();
        body.put("donationId", donation.getString("id"));
        body.put("pairingId", pairing);
        body.put("studentId", pupil.id());
        body.put("semester", SEMESTER);
        body.put("amountFen", fen);
        return body;
    }

    private static Response propose(JsonPath donation, KnownPupil pupil, long fen, String pairing) {
        return Rest.post(Tokens.clerk(), "donation-allocations", allocation(donation, pupil, fen, pairing));
    }

    private static JsonPath allocated(JsonPath donation, KnownPupil pupil, long fen, String pairing) {
        Response proposed = propose(donation, pupil, fen, pairing);
        proposed.then().statusCode(201);
        return Rest.decide(Tokens.reviewer(), "donation-allocations", proposed.jsonPath(), true)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int approve(JsonPath proposed) {
        return Rest.decide(Tokens.reviewer(), "donation-allocations", proposed, true)
                .statusCode();
    }

    private List<String> booked(String subject) {
        return database.list("""
                select e.account || ' ' || e.direction || ' ' || e.amount_fen
                from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
                where t.subject = :subject order by e.id
                """, Map.of("subject", UUID.fromString(subject)), row -> row.getString(1));
    }

    private void approvedAward(KnownPupil of, long fen) {
        database.update(
                """
                insert into award (id, version, student_id, identification_id, school_code, school_town, semester, programme,
                                   programme_name, form, payer, rate_key, amount_fen, state, because, policy_version, reasons,
                                   proposed_by, approved_by, decided_at, commitment_id)
                values (uuidv7(), 0, :student, uuidv7(), :school, :town, :semester, 'CMP-03', '寄宿生', 'CASH_CARD', 'COUNTY',
                        'PRIMARY', :fen, 'APPROVED', 'CARRIED', 'v', '[]', 'a', 'b', now(), uuidv7())
                """,
                Map.of("student", of.id(), "school", of.school(), "town", of.town(), "semester", SEMESTER, "fen", fen));
    }
}
