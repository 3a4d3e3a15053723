package cn.gov.zhuozhou.aid.registry.publicnotice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each resource with the right role and jurisdiction, the wrong role, from outside the jurisdiction, and without a token. */
@RegistryTest
class IdentificationAuthorisationTest {
    private static final String ELSEWHERE = "school:elsewhere";

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    private Semester semester;
    private String school;
    private UUID pupil;
    private String identification;
    private String notice;
    private String line;
    private String objection;

    @BeforeEach
    void aSchoolWithANoticeAndAProposal() {
        semester = semesters.open();
        school = county.school();
        UUID first = county.pupil(school);
        UUID second = county.pupil(school);
        county.evidence(first, "TEKUN_R");
        county.evidence(second, "TEKUN_R");
        county.evaluate(first, second);
        String own = Tokens.reviewer("school:" + school);
        Acts.as(own)
                .body(Map.of("semester", semester.code(), "decision", "APPROVED", "opinion", "已核实"))
                .post("/api/v1/identifications/reviews");
        notice = Acts.as(own)
                .body(Map.of("semester", semester.code(), "schoolCode", school, "kind", "GENERAL"))
                .post("/api/v1/public-notices")
                .jsonPath()
                .getString("id");
        line = Acts.as(own)
                .get("/api/v1/public-notices/{id}", notice)
                .jsonPath()
                .getString("lines[0].id");
        String disputed = Acts.as(own)
                .get("/api/v1/public-notices/{id}", notice)
                .jsonPath()
                .getString("lines[1].id");
        objection = Acts.as(Tokens.clerk("school:" + school))
                .body(Map.of("lineId", disputed, "content", "与实际不符"))
                .post("/api/v1/public-notices/{id}/objections", notice)
                .jsonPath()
                .getString("id");
        Acts.as(own)
                .body(Map.of("minutes", "入户核实"))
                .post("/api/v1/public-notices/{id}/objections/{objection}/rechecks", notice, objection);
        pupil = county.pupil(school);
        county.evidence(pupil, "DIBAO_R");
        county.evaluate(pupil);
        identification = Acts.find(own, semester.code(), school, pupil).getString("id");
    }

    static Stream<Arguments> resources() {
        return Stream.of(
                Arguments.of("GET", "/api/v1/semesters/%1$s", "aid-viewer", "aid-administrator", 200),
                Arguments.of("POST", "/api/v1/semesters/%1$s/opening", "aid-clerk", "aid-reviewer", 409),
                Arguments.of("GET", "/api/v1/identifications/%2$s", "aid-viewer", "aid-administrator", 200),
                Arguments.of("GET", "/api/v1/students/%3$s/rulings", "aid-auditor", "aid-administrator", 200),
                Arguments.of("POST", "/api/v1/identifications/%2$s/reviews", "aid-reviewer", "aid-clerk", 200),
                Arguments.of("POST", "/api/v1/identifications/%2$s/proposals", "aid-clerk", "aid-reviewer", 409),
                Arguments.of("GET", "/api/v1/public-notices/%4$s", "aid-viewer", "aid-administrator", 200),
                Arguments.of("POST", "/api/v1/public-notices", "aid-reviewer", "aid-clerk", 422),
                Arguments.of("GET", "/api/v1/public-notices/%4$s/notice.pdf", "aid-viewer", "aid-administrator", 200),
                Arguments.of("GET", "/api/v1/public-notices/%4$s/evidence", "aid-inspector", "aid-viewer", 200),
                Arguments.of("POST", "/api/v1/public-notices/%4$s/page-removals", "aid-reviewer", "aid-clerk", 200),
                Arguments.of(
                        "POST",
                        "/api/v1/public-notices/%4$s/objections/%5$s/rechecks",
                        "aid-clerk",
                        "aid-inspector",
                        409),
                Arguments.of(
                        "POST", "/api/v1/public-notices/%4$s/objections/%5$s/appeals", "aid-clerk", "aid-auditor", 409),
                Arguments.of(
                        "POST",
                        "/api/v1/public-notices/%4$s/objections/%5$s/appeal-answers",
                        "aid-reviewer",
                        "aid-clerk",
                        409),
                Arguments.of(
                        "GET",
                        "/api/v1/public-notices/%4$s/objections/%5$s/answer.pdf",
                        "aid-clerk",
                        "aid-viewer",
                        409),
                Arguments.of("GET", "/api/v1/public-notices/%4$s/objections", "aid-clerk", "aid-viewer", 200),
                Arguments.of("POST", "/api/v1/public-notices/%4$s/objections", "aid-clerk", "aid-auditor", 201),
                Arguments.of(
                        "POST",
                        "/api/v1/public-notices/%4$s/objections/%5$s/answers",
                        "aid-reviewer",
                        "aid-clerk",
                        200));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void eachResourceAsksForRoleAndJurisdiction(String method, String path, String right, String wrong, int allowed) {
        // When
        Response granted = call(method, path, token(right, "bureau"));
        Response wrongRole = call(method, path, token(wrong, "bureau"));
        Response outside = call(method, path, token(right, ELSEWHERE));
        Response nobody = call(method, path, null);

        // Then
        assertThat(granted.statusCode()).isEqualTo(allowed);
        assertProblem(wrongRole, 403);
        assertProblem(outside, 404);
        assertProblem(nobody, 401);
    }

    static Stream<String> lists() {
        return Stream.of("/api/v1/identifications", "/api/v1/public-notices");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsShowTheOwnJurisdictionOnly(String path) {
        // When
        Response own = call("GET", path + "?semester=%1$s", token("aid-viewer", "school:" + school));
        Response outside = call("GET", path + "?semester=%1$s", token("aid-viewer", ELSEWHERE));
        Response wrongRole = call("GET", path, token("aid-administrator", "bureau"));
        Response nobody = call("GET", path, null);

        // Then
        assertThat(own.jsonPath().getList("items")).isNotEmpty();
        assertThat(outside.jsonPath().getList("items")).isEmpty();
        assertProblem(wrongRole, 403);
        assertProblem(nobody, 401);
    }

    static Stream<String> actsOnMany() {
        return Stream.of("/api/v1/identifications/reviews", "/api/v1/public-notices/postings");
    }

    @ParameterizedTest
    @MethodSource("actsOnMany")
    void actsOnManyReachNobodyOutside(String path) {
        // When
        Response outside = call("POST", path, token("aid-reviewer", ELSEWHERE));
        Response wrongRole = call("POST", path, token("aid-clerk", "bureau"));
        Response nobody = call("POST", path, null);

        // Then
        assertThat(outside.statusCode()).isEqualTo(200);
        assertThat(outside.jsonPath().getInt(path.contains("reviews") ? "reviewed" : "notices"))
                .isZero();
        assertProblem(wrongRole, 403);
        assertProblem(nobody, 401);
    }

    private Response call(String method, String path, String token) {
        var request = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "*");
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (method.equals("POST") && !path.endsWith("opening")) {
            request.body(body(path));
        }
        return request.request(method, path.formatted(semester.code(), identification, pupil, notice, objection));
    }

    private Map<String, String> body(String path) {
        if (path.endsWith("objections")) {
            return Map.of("lineId", line, "content", "与实际不符");
        }
        if (path.endsWith("answers")) {
            return Map.of("decision", "DISMISSED", "answer", "已复核");
        }
        if (path.endsWith("rechecks")) {
            return Map.of("minutes", "入户核实");
        }
        if (path.endsWith("appeals")) {
            return Map.of("grounds", "仍不认可");
        }
        if (path.endsWith("page-removals")) {
            return Map.of("reason", "名单有误");
        }
        if (path.endsWith("proposals")) {
            return Map.of("reason", "补充证明");
        }
        if (path.endsWith("postings")) {
            return Map.of("semester", semester.code());
        }
        if (path.endsWith("public-notices")) {
            return Map.of("semester", semester.code(), "schoolCode", school, "kind", "REG_POOR");
        }
        return path.endsWith("%2$s/reviews")
                ? Map.of("decision", "APPROVED", "opinion", "已核实")
                : Map.of("semester", semester.code(), "decision", "APPROVED", "opinion", "已核实");
    }

    private static String token(String role, String org) {
        return Tokens.of(role + "@" + org).roles(role).org(org).token();
    }

    private static void assertProblem(Response response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).startsWith("urn:aid:problem:");
    }
}
