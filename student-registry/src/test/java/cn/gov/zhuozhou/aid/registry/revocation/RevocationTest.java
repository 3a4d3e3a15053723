package cn.gov.zhuozhou.aid.registry.revocation;

import static cn.gov.zhuozhou.aid.registry.application.Procedures.clerk;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.created;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.ok;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.application.Procedures;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RegistryTest
class RevocationTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Procedures procedures;

    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    private Semester semester;
    private String school;
    private UUID pupil;

    @BeforeEach
    void aPupilCarriedOverOnTheSchoolsJudgement() {
        semester = semesters.open();
        school = county.school();
        pupil = county.pupil(school);
        county.identifiedBefore(pupil, semester.previous().code(), "DIFFICULT", "SCHOOL_JUDGED");
        county.evaluate(pupil);
        assertThat(state()).isEqualTo("CARRIED EFFECTIVE true");
    }

    @Test
    void confirmedTheIdentificationEndsAtOnceAndTheMoneyIsAskedBack() throws IOException {
        // Given
        JsonPath found = created(report(clerk(school), semester.previous(), semester));

        // When
        ok(decide(Tokens.reviewer(), found, "CONFIRMED"));

        // Then
        assertThat(state()).isEqualTo("REMOVED EFFECTIVE false");
        JsonPath told = procedures.events(pupil, "EligibilityChanged.v1").getLast();
        assertThat(told.getList("reasons.code")).isEqualTo(List.of("FALSE_STATEMENT"));
        assertThat(told.getBoolean("identified")).isFalse();
        JsonPath asked = procedures.events(pupil, "RecoveryAsked.v1").getLast();
        assertThat(asked.getString("recoveryId")).isEqualTo(found.getString("id"));
        assertThat(asked.getString("fromSemester"))
                .isEqualTo(semester.previous().code());
        assertThat(asked.getString("toSemester")).isEqualTo(semester.code());
        assertThat(asked.getString("askedOn")).isEqualTo(clock.today().toString());
        assertThat(schema().validate(json.readTree(asked.prettify()))).isEmpty();
    }

    @Test
    void newEvidenceChangesNothingInTheSameSemester() {
        // Given
        ok(decide(Tokens.reviewer(), created(report(clerk(school), semester, semester)), "CONFIRMED"));

        // When
        county.evidence(pupil, "DIBAO_R");
        county.evaluate(pupil);

        // Then
        assertThat(state()).isEqualTo("REMOVED EFFECTIVE false");
    }

    @Test
    void anAcceptedApplicationIsRevokedAndNoOtherTaken() {
        // Given
        UUID other = county.pupil(school);
        procedures.tell(school, semester.code());
        JsonPath accepted = procedures.accepted(school, semester.code(), other, "ORDINARY");
        pupil = other;
        assertThat(state()).isEqualTo("ADDED PROPOSED false");

        // When
        ok(decide(Tokens.reviewer(), created(report(clerk(school), semester, semester)), "CONFIRMED"));

        // Then
        assertThat(state()).isEqualTo("NONE WITHDRAWN false");
        JsonPath application = Acts.as(Tokens.viewer())
                .get("/api/v1/applications/{id}", accepted.getString("id"))
                .jsonPath();
        assertThat(application.getString("application.state")).isEqualTo("REVOKED");
        Response again = procedures.apply(clerk(school), other);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.jsonPath().getString("type")).isEqualTo("urn:aid:problem:false-statement-confirmed");
    }

    @Test
    void dismissedNothingChanges() {
        // Given
        JsonPath found = created(report(clerk(school), semester, semester));

        // When
        ok(decide(Tokens.reviewer(), found, "DISMISSED"));

        // Then
        assertThat(state()).isEqualTo("CARRIED EFFECTIVE true");
        assertThat(procedures.events(pupil, "RecoveryAsked.v1")).isEmpty();
        assertThat(decide(Tokens.reviewer(), found, "CONFIRMED").statusCode()).isEqualTo(412);
    }

    @Test
    void whoeverFoundDoesNotConfirm() {
        // Given
        String both = Tokens.of("finder").roles("aid-clerk", "aid-reviewer").token();
        JsonPath found = created(report(both, semester, semester));

        // When
        Response refused = decide(both, found, "CONFIRMED");

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:aid:problem:same-person");
        assertThat(state()).isEqualTo("CARRIED EFFECTIVE true");
    }

    @Test
    void semestersToComeAreNotAskedBack() {
        assertThat(report(clerk(school), semester, semester.next()).statusCode())
                .isEqualTo(422);
        assertThat(report(clerk(school), semester, semester.previous()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void theFindingIsSealedAndStandsInNoTrail() {
        // Given
        JsonPath found = created(report(clerk(school), semester, semester));

        // When
        JsonPath read = ok(Acts.as(Tokens.reviewer()).get("/api/v1/revocations/{id}", found.getString("id")));

        // Then
        assertThat(read.getString("finding")).isEqualTo("收入证明与实际不符");
        assertThat(database.list(
                        "select action, reason, detail::text from trail where subject_id = :id order by id",
                        Map.of("id", found.getString("id")),
                        row -> row.getString(1) + row.getString(2) + row.getString(3)))
                .hasSize(2)
                .noneMatch(row -> row.contains("收入"));
    }

    @Test
    void theExamplesKeepTheContract() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
            List<Path> examples = files.filter(f -> f.getFileName().toString().startsWith("RecoveryAsked.v1"))
                    .toList();
            assertThat(examples).hasSize(2);
            for (Path example : examples) {
                assertThat(schema().validate(json.readTree(example.toFile()))).isEmpty();
            }
        }
    }

    static Stream<Arguments> resources() {
        return Stream.of(
                Arguments.of("POST", "", "aid-clerk", "aid-reviewer", 201),
                Arguments.of("GET", "/{id}", "aid-reviewer", "aid-auditor", 200),
                Arguments.of("POST", "/{id}/decisions", "aid-reviewer", "aid-clerk", 200));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void eachResourceAsksForRoleAndJurisdiction(String method, String path, String right, String wrong, int allowed) {
        // Given
        JsonPath found = path.isEmpty() ? null : created(report(clerk(school), semester, semester));
        String target = "/api/v1/revocations" + path.replace("{id}", found == null ? "" : found.getString("id"));

        // When
        int outside = call(method, target, token(right, "school:elsewhere"));
        int wrongRole = call(method, target, token(wrong, "bureau"));
        int nobody =
                given().contentType(ContentType.JSON).request(method, target).statusCode();
        int granted = call(method, target, token(right, "bureau"));

        // Then
        assertThat(List.of(granted, wrongRole, outside, nobody)).containsExactly(allowed, 403, 404, 401);
    }

    @Test
    void theListShowsTheOwnJurisdictionOnly() {
        // Given
        created(report(clerk(school), semester, semester));

        // When
        Response own = Acts.as(token("aid-auditor", "school:" + school)).get("/api/v1/revocations");
        Response outside = Acts.as(token("aid-auditor", "school:elsewhere")).get("/api/v1/revocations");

        // Then
        assertThat(own.jsonPath().getList("items.studentId")).isEqualTo(List.of(pupil.toString()));
        assertThat(outside.jsonPath().getList("items")).isEmpty();
        assertThat(Acts.as(Tokens.viewer()).get("/api/v1/revocations").statusCode())
                .isEqualTo(403);
    }

    private int call(String method, String target, String token) {
        var request = Acts.as(token).header("If-Match", "*");
        if ("POST".equals(method)) {
            request.body(target.endsWith("decisions") ? decision("DISMISSED") : finding(semester, semester));
        }
        return request.request(method, target).statusCode();
    }

    private Response report(String token, Semester from, Semester to) {
        return Acts.as(token).body(finding(from, to)).post("/api/v1/revocations");
    }

    private Map<String, ?> finding(Semester from, Semester to) {
        return Map.of(
                "studentId",
                pupil,
                "fromSemester",
                from.code(),
                "toSemester",
                to.code(),
                "reason",
                "FALSE_STATEMENT",
                "finding",
                "收入证明与实际不符");
    }

    private static Response decide(String token, JsonPath found, String decision) {
        return Acts.as(token)
                .header("If-Match", "\"" + found.getLong("version") + "\"")
                .body(decision(decision))
                .post("/api/v1/revocations/{id}/decisions", found.getString("id"));
    }

    private static Map<String, String> decision(String decision) {
        return Map.of("decision", decision, "opinion", "入户复核");
    }

    private String state() {
        JsonPath found = Acts.find(Tokens.viewer(), semester.code(), school, pupil);
        return found.getString("result") + " " + found.getString("state") + " " + found.getBoolean("identified");
    }

    private static String token(String role, String org) {
        return Tokens.of(role + "@" + org).roles(role).org(org).token();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("RecoveryAsked.v1.schema.json")));
    }
}
