package cn.gov.zhuozhou.aid.disbursement.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a policy set. Each test drafts for years of its own, in which nothing else is decided. */
@DisbursementTest
class PolicySetTest {
    private static final String HIGHER_RATE = """
            {"upsert": {"rates": [{"programme": "CMP-03", "rateKey": "SPECIAL", "amountFen": 90000, "period": "SEMESTER",
              "effectiveFrom": "%s", "scope": "COUNTY", "document": "ZZ-LOCAL"}]}}
            """;

    @Inject
    PolicySets policies;

    @Inject
    Database database;

    @Test
    @DisplayName(
            "A draft is a copy, edited, approved by another person, put in force: then it decides, and never changes")
    void aSetIsDraftedApprovedAndPutInForce() {
        // Given
        Response draft = draft("2041-spring");
        String version = draft.jsonPath().getString("version");
        Response edited = change(draft, HIGHER_RATE.formatted("2041-spring"));

        // When
        Response own = approve(edited, Tokens.administrator());
        Response approved = approve(edited, Tokens.reviewer());
        Response inForce = act(approved, "entry-into-force", Tokens.administrator(), null);

        // Then
        edited.then().statusCode(200);
        own.then().statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
        approved.then().statusCode(200).body("state", equalTo("APPROVED")).body("approvedBy", equalTo("reviewer"));
        inForce.then().statusCode(200).body("state", equalTo("IN_FORCE"));
        var set = policies.in(Semester.parse("2041-spring")).orElseThrow();
        assertThat(set.version()).startsWith(version + "/");
        assertThat(set.rate("CMP-03", "SPECIAL").orElseThrow().amountFen()).isEqualTo(90000);
        assertThat(policies.in(Semester.parse("2040-autumn")).orElseThrow().version())
                .doesNotStartWith(version);
        assertThat(database.list(
                        "select action || ' ' || detail::text from trail where subject_id = :version order by id",
                        Map.of("version", version),
                        row -> row.getString(1)))
                .containsExactly(
                        "policy.drafted {}",
                        "policy.rows-changed {\"deleted\": [], \"written\": [\"RATE CMP-03/SPECIAL/2041-spring\"]}",
                        "policy.approved {}",
                        "policy.in-force {}");
        change(inForce, HIGHER_RATE.formatted("2041-autumn"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:policy-state"));
    }

    @Test
    void aSetThatBeginsInTheSameSemesterReplacesTheOneBefore() {
        // Given
        String first = putInForce(draft("2042-spring"));

        // When
        String second = putInForce(draft("2042-spring"));

        // Then
        as(Tokens.viewer()).get("/api/v1/policies/" + first).then().body("state", equalTo("RETIRED"));
        assertThat(policies.in(Semester.parse("2042-autumn")).orElseThrow().version())
                .startsWith(second + "/");
        assertThat(policies.named(first, Semester.parse("2042-autumn"))).isPresent();
    }

    @Test
    @DisplayName("The database itself refuses to change the rows of a set that is no draft")
    void theDatabaseKeepsWhatWasApproved() {
        String version = putInForce(draft("2043-spring"));
        Map<String, ?> which = Map.of("version", version);

        for (String table : new String[] {
            "document", "policy_programme", "rate", "eligibility_rule", "combination_rule", "payer_share"
        }) {
            assertThatThrownBy(
                            () -> database.update("delete from " + table + " where policy_version = :version", which))
                    .hasStackTraceContaining("only while it is a draft");
            assertThatThrownBy(() -> database.update(
                            "update " + table + " set policy_version = policy_version where policy_version = :version",
                            which))
                    .hasStackTraceContaining("only while it is a draft");
        }
        assertThatThrownBy(() -> database.update("""
                        insert into rate (policy_version, programme, rate_key, amount_fen, period, effective_from, scope, document)
                        values (:version, 'CMP-03', 'NEW', 1, 'SEMESTER', '2043-spring', 'COUNTY', 'ZZ-LOCAL')
                        """, which)).hasStackTraceContaining("only while it is a draft");
        assertThatThrownBy(
                        () -> database.update("update policy_set set state = 'DRAFT' where version = :version", which))
                .hasStackTraceContaining("does not become DRAFT");
        assertThatThrownBy(
                        () -> database.update("update policy_set set name_zh = '别的' where version = :version", which))
                .hasStackTraceContaining("only while it is a draft");
        assertThatThrownBy(() ->
                        database.update("update policy_set set state = 'RETIRED' where version = :version", which))
                .hasStackTraceContaining("no set in force in its place");
        assertThatThrownBy(() -> database.update("delete from policy_set where version = :version", which))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void anUnsoundDraftIsNotApprovedAndSaysWhatIsWrong() {
        // Given
        Response draft = draft("2044-spring");
        Response edited = change(draft, """
                {"delete": [{"kind": "RATE", "name": ["SV-02", "STANDARD", "2016-autumn"]},
                            {"kind": "RATE", "name": ["SV-02", "STANDARD", "2025-spring"]},
                            {"kind": "SHARE", "name": ["HS-01", "2018-autumn", "COUNTY"]}]}
                """);

        // When
        Response refused = approve(edited, Tokens.reviewer());

        // Then
        refused.then()
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:policy-unsound"))
                .body("errors.code", hasItems("NO_RATE", "SHARES_NOT_WHOLE"));
        as(Tokens.viewer())
                .get("/api/v1/policies/{version}/problems", draft.jsonPath().getString("version"))
                .then()
                .body("code", hasItems("NO_RATE", "SHARES_NOT_WHOLE"));
    }

    @Test
    void aRowThatIsNotThereCannotBeDeleted() {
        change(draft("2045-spring"), "{\"delete\": [{\"kind\": \"PROGRAMME\", \"name\": [\"XX-99\"]}]}")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"programme\": \"CMP-03\", \"rateKey\": \"SPECIAL\", \"amountFen\": -1, \"period\": \"SEMESTER\", \"effectiveFrom\": \"2045-spring\", \"scope\": \"COUNTY\", \"document\": \"ZZ-LOCAL\"}",
                "{\"programme\": \"CMP-03\", \"rateKey\": \"SPECIAL\", \"amountFen\": 1, \"period\": \"MONTH\", \"effectiveFrom\": \"2045-spring\", \"scope\": \"COUNTY\", \"document\": \"ZZ-LOCAL\"}",
                "{\"programme\": \"CMP-03\"}"
            })
    void aMalformedRowIsRefused(String rate) {
        change(draft("2045-spring"), "{\"upsert\": {\"rates\": [" + rate + "]}}")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void aNewProgrammeOfASetInForceIsKnownToAwards() {
        // Given
        String code = "ZZ-" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        Response edited = change(draft("2046-spring"), """
                {"upsert": {"programmes": [{"code": "%s", "nameZh": "县级交通补助", "nameEn": "Travel aid", "form": "CASH_CARD",
                  "payer": "COUNTY", "effectiveFrom": "2046-spring", "document": "ZZ-LOCAL"}]}}
                """.formatted(code));

        // When
        putInForce(edited);

        // Then
        assertThat(database.list(
                        "select form || ' ' || payer from programme where code = :code",
                        Map.of("code", code),
                        row -> row.getString(1)))
                .containsExactly("CASH_CARD COUNTY");
    }

    @Test
    void aDraftOfASemesterThatIsOverDoesNotComeIntoForce() {
        Response approved = approve(draft("2018-autumn"), Tokens.reviewer());

        act(approved, "entry-into-force", Tokens.administrator(), null)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:policy-begins-in-the-past"));
    }

    @Test
    void rowsThatStandTwiceAreRefused() {
        String rate = """
                {"programme": "CMP-03", "rateKey": "SPECIAL", "amountFen": 1, "period": "SEMESTER", "effectiveFrom": "2047-spring",
                 "scope": "COUNTY", "document": "ZZ-LOCAL"}""";

        change(draft("2047-spring"), "{\"upsert\": {\"rates\": [" + rate + "," + rate + "]}}")
                .then()
                .statusCode(400);
    }

    @Test
    void aReasonHoldsNoNumberOfAPerson() {
        act(draft("2047-spring"), "withdrawal", Tokens.administrator(), "{\"reason\": \"见 13800000000\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void aDraftCanBeGivenUp() {
        // Given
        Response draft = draft("2047-spring");

        // When
        Response gone = act(draft, "withdrawal", Tokens.administrator(), "{\"reason\": \"不再需要\"}");

        // Then
        gone.then().statusCode(200).body("state", equalTo("RETIRED"));
        approve(gone, Tokens.reviewer()).then().statusCode(409);
    }

    @Test
    void whatADraftSaysOfItselfCanBeChanged() {
        // Given
        Response draft = draft("2048-spring");

        // When
        Response described = as(Tokens.administrator())
                .header("If-Match", draft.header("ETag"))
                .body("""
                        {"nameZh": "新名称", "nameEn": "New name", "effectiveTo": "2048-autumn", "fourCategories": ["REG_POOR"]}
                        """)
                .put("/api/v1/policies/" + draft.jsonPath().getString("version"));

        // Then
        described
                .then()
                .statusCode(200)
                .body("nameZh", equalTo("新名称"))
                .body("effectiveTo", equalTo("2048-autumn"))
                .body("fourCategories", equalTo(java.util.List.of("REG_POOR")));
    }

    @Test
    void aSetDoesNotEndBeforeItBegins() {
        Response draft = draft("2048-autumn");

        as(Tokens.administrator())
                .header("If-Match", draft.header("ETag"))
                .body("""
                        {"nameZh": "新名称", "nameEn": "New name", "effectiveTo": "2048-spring", "fourCategories": ["REG_POOR"]}
                        """)
                .put("/api/v1/policies/" + draft.jsonPath().getString("version"))
                .then()
                .statusCode(400);
    }

    @Test
    void twoSetsPutInForceAtOnceForOneSemesterLeaveOne() throws Exception {
        // Given
        Response one = approve(draft("2052-spring"), Tokens.reviewer());
        Response other = approve(draft("2052-spring"), Tokens.reviewer());

        // When
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = both.submit(() ->
                    act(one, "entry-into-force", Tokens.administrator(), null).statusCode());
            var second = both.submit(() ->
                    act(other, "entry-into-force", Tokens.administrator(), null).statusCode());

            // Then
            assertThat(first.get()).isEqualTo(200);
            assertThat(second.get()).isEqualTo(200);
        }
        assertThat(database.list(
                        "select state from policy_set where effective_from = '2052-spring' order by state",
                        Map.of(),
                        row -> row.getString(1)))
                .containsExactly("IN_FORCE", "RETIRED");
    }

    @Test
    void aChangeNeedsToHaveSeenTheLatest() {
        Response draft = draft("2048-spring");
        change(draft, HIGHER_RATE.formatted("2048-spring")).then().statusCode(200);

        change(draft, HIGHER_RATE.formatted("2048-autumn")).then().statusCode(412);
        as(Tokens.administrator())
                .body(HIGHER_RATE.formatted("2048-autumn"))
                .patch("/api/v1/policies/{version}/rows", draft.jsonPath().getString("version"))
                .then()
                .statusCode(428);
    }

    @Test
    void theSameRequestTwiceDraftsOnce() {
        String key = UUID.randomUUID().toString();

        String first =
                begin("2049-spring", key, Tokens.administrator()).jsonPath().getString("version");

        begin("2049-spring", key, Tokens.administrator()).then().statusCode(201).body("version", equalTo(first));
        begin("2049-autumn", key, Tokens.administrator()).then().statusCode(422);
    }

    @Test
    void draftsBegunAtOnceAreVersionsOneAfterTheOther() {
        // When
        List<String> begun = AtOnce.times(
                6,
                () -> begin("2051-spring", UUID.randomUUID().toString(), Tokens.administrator())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("version"));

        // Then
        List<Integer> numbers = begun.stream()
                .map(version -> Integer.valueOf(version.substring("2051-spring.".length())))
                .sorted()
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().hasSize(6);
        assertThat(numbers.getLast() - numbers.getFirst()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void onlyAnAdministratorOfTheBureauDrafts() {
        begin("2050-spring", UUID.randomUUID().toString(), Tokens.clerk())
                .then()
                .statusCode(403);
        begin("2050-spring", UUID.randomUUID().toString(), Tokens.administrator("school:9900000001"))
                .then()
                .statusCode(404);
        given().get("/api/v1/policies/2019-spring.2/rows").then().statusCode(401);
        as(Tokens.viewer())
                .get("/api/v1/policies/2019-spring.2/rows")
                .then()
                .statusCode(200)
                .body("rates.programme", hasItem("LN-01"))
                .body("rates.programme", not(hasItem("CMP-05")));
    }

    private static Response draft(String from) {
        Response draft = begin(from, UUID.randomUUID().toString(), Tokens.administrator());
        draft.then().statusCode(201).body("state", equalTo("DRAFT"));
        return draft;
    }

    private static Response begin(String from, String key, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("""
                        {"basedOn": "2019-spring.2", "effectiveFrom": "%s", "nameZh": "草案", "nameEn": "Draft"}
                        """.formatted(from))
                .post("/api/v1/policies");
    }

    private static Response change(Response seen, String changes) {
        return as(Tokens.administrator())
                .header("If-Match", seen.header("ETag"))
                .body(changes)
                .patch("/api/v1/policies/{version}/rows", seen.jsonPath().getString("version"));
    }

    private static Response approve(Response seen, String token) {
        return act(seen, "approval", token, "{\"reason\": \"已核对文件\"}");
    }

    private static String putInForce(Response draft) {
        act(approve(draft, Tokens.reviewer()), "entry-into-force", Tokens.administrator(), null)
                .then()
                .statusCode(200);
        return draft.jsonPath().getString("version");
    }

    private static Response act(Response seen, String act, String token, String body) {
        RequestSpecification request = as(token).header("If-Match", seen.header("ETag"));
        return (body == null ? request : request.body(body))
                .post("/api/v1/policies/{version}/" + act, seen.jsonPath().getString("version"));
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }
}
