package cn.gov.zhuozhou.aid.disbursement.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.RegistryStandIn;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What would be, over pupils of a semester of the test's own. */
@DisbursementTest
class SimulationTest {
    private static final String SITUATION = """
            {"studentId": "%s", "semester": "%s", "identified": %s, "level": %s, "categories": [%s], "stage": "PRIMARY",
             "boarding": true, "schoolCode": "%s"}""".replace("\n", "");

    @Inject
    Database database;

    private final String school = "S" + UUID.randomUUID().toString().substring(0, 9);

    @Test
    void aDraftSaysWhatItWouldCostAndWhoGainsAndLoses() {
        // Given
        String semester = "2031-spring";
        UUID boarder = pupil(semester, "PRIMARY", true);
        UUID dayPupil = pupil(semester, "PRIMARY", false);
        UUID highSchool = pupil(semester, "SENIOR_HIGH", true);
        UUID left = pupil(semester, "PRIMARY", true);
        database.update("update pupil set enrolment_state = 'LEFT' where student_id = :id", Map.of("id", left));
        String draft = draft(semester, """
                {"upsert": {
                  "rates": [{"programme": "CMP-03", "rateKey": "PRIMARY", "amountFen": 80000, "period": "SEMESTER",
                    "effectiveFrom": "2031-spring", "scope": "COUNTY", "document": "ZZ-LOCAL"}],
                  "combinations": [{"code": "ONE_AID", "kind": "PAIR", "kept": "HS-02", "dropped": "HS-01", "verdict": "EXCLUDE",
                    "enabled": true, "textZh": "只享受一项", "textEn": "one of them", "document": "ZZ-LOCAL"}]},
                 "delete": [{"kind": "COMBINATION", "name": ["WAIVER_AND_GRANT"]}]}
                """);

        // When
        JsonPath report = finished(ask("""
                {"policyVersion": "%s", "semester": "%s"}
                """.formatted(draft, semester), Tokens.clerk()));

        // Then
        assertThat(report.getString("beforeVersion")).startsWith("2019-autumn.1/");
        assertThat(report.getString("afterVersion")).startsWith(draft + "/");
        assertThat(report.getInt("lookedAt")).isEqualTo(4);
        assertThat(report.<String, Object>getMap("changes"))
                .containsOnly(Map.entry("LOSES", 1), Map.entry("RAISED", 1));
        assertThat(cost(report, "PROGRAMME", "CMP-03")).containsExactly(1, 62500, 1, 80000, 17500);
        assertThat(cost(report, "PROGRAMME", "CMP-04")).containsExactly(1, 31250, 1, 31250, 0);
        assertThat(cost(report, "PROGRAMME", "HS-01")).containsExactly(1, 165000, 0, 0, -165000);
        assertThat(cost(report, "SCHOOL", school)).containsExactly(4, 258750, 3, 111250, -147500);
        assertThat(cost(report, "PAYER", "COUNTY")).containsExactly(3, 258750, 2, 111250, -147500);
        // 50 % of 93,750 and 60 % of 165,000 before; 50 % of 111,250 after
        assertThat(cost(report, "FUND_SOURCE", "CENTRE")).containsExactly(3, 145875, 2, 55625, -90250);
        List<Map<String, Object>> changes = changes(report, "");
        assertThat(changes)
                .filteredOn(c -> c.get("studentId").equals(boarder.toString()))
                .singleElement()
                .satisfies(c -> assertThat(c)
                        .containsEntry("change", "RAISED")
                        .containsEntry("beforeFen", 62500)
                        .containsEntry("afterFen", 80000)
                        .containsEntry("schoolCode", school)
                        .containsEntry("reason", "RATE"));
        assertThat(changes)
                .filteredOn(c -> c.get("studentId").equals(highSchool.toString()))
                .singleElement()
                .satisfies(c -> assertThat(c)
                        .containsEntry("change", "LOSES")
                        .containsEntry("programme", "HS-01")
                        .containsEntry("reason", "COMBINATION.ONE_AID"));
        assertThat(changes).extracting(c -> c.get("studentId")).doesNotContain(dayPupil.toString());
        assertNothingGranted(boarder, dayPupil, highSchool);
    }

    @Test
    void aLaterSemesterIsTriedOnThePupilsOfThisOne() {
        // Given
        String semester = "2019-autumn";
        UUID pupil = pupil(semester, "PRIMARY", false);

        // When
        JsonPath report = finished(ask("""
                {"semester": "%s", "decidedFor": "2024-spring", "policyVersion": "2019-spring.2"}
                """.formatted(semester), Tokens.reviewer()));

        // Then
        assertThat(report.getString("decidedFor")).isEqualTo("2024-spring");
        assertThat(cost(report, "SCHOOL", school)).containsExactly(1, 31250, 1, 31250, 0);
        assertNothingGranted(pupil);
    }

    @Test
    void aListOfTheRegistrySaysWhoWouldGainAndLose() {
        // Given
        String semester = "2032-spring";
        UUID loses = pupil(semester, "PRIMARY", true);
        UUID stays = pupil(semester, "PRIMARY", true);
        UUID comes = UUID.randomUUID();
        String list = "{\"whatIf\": \"%s\", \"pupils\": [%s, %s]}"
                .formatted(
                        UUID.randomUUID(),
                        SITUATION.formatted(comes, semester, true, "\"SEVERE\"", "\"DIBAO_R\"", school),
                        SITUATION.formatted(loses, semester, false, null, "", school));

        // When
        JsonPath report = finished(ask(list, Tokens.administrator()));

        // Then
        assertThat(report.getInt("listed")).isEqualTo(2);
        assertThat(report.getInt("lookedAt")).isEqualTo(3);
        assertThat(changes(report, ""))
                .extracting(c -> c.get("studentId"), c -> c.get("change"), c -> c.get("reason"))
                .containsExactlyInAnyOrder(
                        tuple(comes.toString(), "GAINS", "BOARDER_PRIMARY"),
                        tuple(loses.toString(), "LOSES", "NOT_IDENTIFIED"));
        assertThat(cost(report, "PROGRAMME", "CMP-03")).containsExactly(2, 125000, 2, 125000, 0);
        assertThat(database.number(
                        "select count(*) from simulation_situation where simulation_id = :id",
                        Map.of("id", UUID.fromString(report.getString("id")))))
                .isZero();
        assertNothingGranted(loses, stays, comes);
    }

    @Test
    void theFourCategoriesOfAListAreToldByThePolicySet() {
        // Given
        String semester = "2033-spring";
        String rural = SITUATION
                .formatted(UUID.randomUUID(), semester, true, "\"SEVERE\"", "\"DIBAO_R\"", school)
                .replace("\"boarding\": true", "\"boarding\": false");
        String urban = SITUATION
                .formatted(UUID.randomUUID(), semester, true, "\"SEVERE\"", "\"DIBAO_U\"", school)
                .replace("\"boarding\": true", "\"boarding\": false");

        // When
        JsonPath report = finished(given().auth()
                .oauth2(Tokens.clerk())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body((rural + "\n" + urban + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/simulations"));

        // Then
        assertThat(report.getInt("listed")).isEqualTo(2);
        assertThat(cost(report, "PROGRAMME", "CMP-04")).containsExactly(0, 0, 1, 31250, 31250);
    }

    @Test
    void aWhatIfIsFetchedFromTheRegistryWithTheCallersOwnToken() {
        // Given
        String semester = "2034-spring";
        UUID whatIf = UUID.randomUUID();
        String token = Tokens.clerk();
        String path = "/api/v1/what-ifs/" + whatIf + "/situations";
        RegistryStandIn.answers(path, exchange -> {
            boolean own =
                    ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = "{\"whatIf\": \"%s\", \"pupils\": [%s]}"
                    .formatted(whatIf, SITUATION.formatted(UUID.randomUUID(), semester, true, "\"SEVERE\"", "", school))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(own ? 200 : 403, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });

        // When
        try {
            Response shown = ask("{\"whatIfId\": \"%s\"}".formatted(whatIf), token);
            Response notShown = ask("{\"whatIfId\": \"%s\"}".formatted(whatIf), Tokens.reviewer());

            // Then
            assertThat(finished(shown).getString("whatIfId")).isEqualTo(whatIf.toString());
            notShown.then().statusCode(422).body("type", equalTo("urn:aid:problem:what-if-not-shown"));
        } finally {
            RegistryStandIn.forget(path);
        }
        ask("{\"whatIfId\": \"%s\"}".formatted(whatIf), token).then().statusCode(503);
    }

    @Test
    void changesAreReadPageByPage() {
        // Given
        String semester = "2035-spring";
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            lines.append(SITUATION.formatted(UUID.randomUUID(), semester, true, "\"SEVERE\"", "\"DIBAO_R\"", school))
                    .append('\n');
        }
        JsonPath report = finished(ask(lines.toString(), Tokens.clerk()));

        // When
        JsonPath first = page(report, "?limit=3");
        JsonPath second = page(report, "?limit=3&after=" + first.getString("next"));

        // Then
        assertThat(first.getList("items")).hasSize(3);
        assertThat(second.getList("items")).hasSize(2);
        assertThat(second.getString("next")).isNull();
        assertThat(second.getList("items.studentId", String.class))
                .doesNotContainAnyElementsOf(first.getList("items.studentId", String.class));
        assertThat(page(report, "?change=LOSES").getList("items")).isEmpty();
        assertThat(page(report, "?school=elsewhere").getList("items")).isEmpty();
        get("/api/v1/simulations/" + report.getString("id") + "/changes?after=x", Tokens.clerk())
                .then()
                .statusCode(400);
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        String semester = "2036-spring";
        String twice = SITUATION.formatted(UUID.randomUUID(), semester, true, "\"SEVERE\"", "", school);
        String unsound = draft(
                semester, "{\"delete\": [{\"kind\": \"SHARE\", \"name\": [\"HS-01\", \"2018-autumn\", \"COUNTY\"]}]}");

        ask(twice + "\n" + twice, Tokens.clerk()).then().statusCode(422).body("type", containsString("list-mixed"));
        ask(twice + "\n" + twice.replace(semester, "2036-autumn"), Tokens.clerk())
                .then()
                .statusCode(422);
        ask("{\"policyVersion\": \"%s\", \"semester\": \"%s\"}".formatted(unsound, semester), Tokens.clerk())
                .then()
                .statusCode(422)
                .body("type", containsString("policy-unsound"));
        ask("{\"semester\": \"2018-autumn\"}", Tokens.clerk())
                .then()
                .statusCode(422)
                .body("type", containsString("no-policy"));
        ask("{\"policyVersion\": \"2019-spring.9\", \"semester\": \"2019-spring\"}", Tokens.clerk())
                .then()
                .statusCode(404);
        ask("{}", Tokens.clerk()).then().statusCode(400);
        ask("{\"pupils\": [{}]}", Tokens.clerk()).then().statusCode(400);
    }

    @Test
    void theSameQuestionTwiceIsAskedOnce() {
        String key = UUID.randomUUID().toString();
        String question = "{\"semester\": \"2037-spring\"}";

        String first = ask(question, key, Tokens.clerk()).jsonPath().getString("id");

        ask(question, key, Tokens.clerk()).then().statusCode(202).body("id", equalTo(first));
        ask("{\"semester\": \"2037-autumn\"}", key, Tokens.clerk()).then().statusCode(422);
    }

    @Test
    void simulationsAreTheBureaus() {
        String question = "{\"semester\": \"2038-spring\"}";
        String id = ask(question, Tokens.clerk()).jsonPath().getString("id");

        given().contentType(ContentType.JSON)
                .body(question)
                .post("/api/v1/simulations")
                .then()
                .statusCode(401);
        ask(question, Tokens.viewer()).then().statusCode(403);
        ask(question, Tokens.auditor()).then().statusCode(403);
        ask(question, Tokens.clerk("school:" + school)).then().statusCode(404);
        get("/api/v1/simulations/" + id, Tokens.auditor()).then().statusCode(200);
        get("/api/v1/simulations/" + id, Tokens.viewer()).then().statusCode(403);
        get("/api/v1/simulations/" + id, Tokens.clerk("town:某镇")).then().statusCode(404);
        get("/api/v1/simulations/" + id + "/changes", Tokens.clerk("town:某镇"))
                .then()
                .statusCode(404);
        get("/api/v1/simulations/" + UUID.randomUUID(), Tokens.clerk()).then().statusCode(404);
    }

    /** A pupil in severe hardship of the four categories, with a ruling of the semester. */
    private UUID pupil(String semester, String stage, boolean boarding) {
        UUID id = UUID.randomUUID();
        database.update("""
                insert into pupil (student_id, revision, name, school_code, school_name, school_town, stage, grade, class_name,
                    boarding, enrolment_state)
                values (:id, 1, '某学生', :school, '某学校', '某镇', :stage, 2, '1', :boarding, 'IN_SCHOOL')
                """, Map.of("id", id, "school", school, "stage", stage, "boarding", boarding));
        database.update(
                """
                insert into eligibility (identification_id, student_id, semester, revision, result, state, identified, level,
                    categories, four_category, valid_basis, ruling_id, received_at)
                values (:identification, :id, :semester, 1, 'CARRIED', 'EFFECTIVE', true, 'SEVERE', '{DIBAO_R}', true, true,
                    :ruling, now())
                """,
                Values.of("identification", UUID.randomUUID())
                        .and("id", id)
                        .and("semester", semester)
                        .and("ruling", UUID.randomUUID()));
        return id;
    }

    private void assertNothingGranted(UUID... pupils) {
        for (UUID pupil : pupils) {
            assertThat(database.number("select count(*) from award where student_id = :id", Map.of("id", pupil)))
                    .isZero();
            assertThat(database.number(
                            "select count(*) from outbox where event_key = :id", Map.of("id", pupil.toString())))
                    .isZero();
        }
    }

    private static String draft(String from, String changes) {
        Response draft = as(Tokens.administrator()).body("""
                        {"basedOn": "2019-spring.2", "effectiveFrom": "%s", "nameZh": "试算", "nameEn": "Trial"}
                        """.formatted(from)).post("/api/v1/policies");
        String version = draft.jsonPath().getString("version");
        as(Tokens.administrator())
                .header("If-Match", draft.header("ETag"))
                .body(changes)
                .patch("/api/v1/policies/{version}/rows", version)
                .then()
                .statusCode(200);
        return version;
    }

    private static Response ask(String body, String token) {
        return ask(body, UUID.randomUUID().toString(), token);
    }

    private static Response ask(String body, String key, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/simulations");
    }

    private static JsonPath finished(Response asked) {
        String at = asked.then().statusCode(202).extract().header("Location");
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> get(at, Tokens.clerk()).jsonPath().getString("finishedAt") != null);
        return get(at, Tokens.clerk()).jsonPath();
    }

    private static List<Map<String, Object>> changes(JsonPath report, String query) {
        return page(report, query).getList("items");
    }

    private static JsonPath page(JsonPath report, String query) {
        return get("/api/v1/simulations/" + report.getString("id") + "/changes" + query, Tokens.clerk())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Awards and fen before, awards and fen after, and the difference in fen. */
    private static List<Integer> cost(JsonPath report, String dimension, String key) {
        Map<String, Integer> line =
                report.getMap("costs.find { it.dimension == '%s' && it.key == '%s' }".formatted(dimension, key));
        return List.of(
                line.get("beforeAwards"),
                line.get("beforeFen"),
                line.get("afterAwards"),
                line.get("afterFen"),
                line.get("differenceFen"));
    }

    private static Response get(String path, String token) {
        return given().auth().oauth2(token).get(path);
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }
}
