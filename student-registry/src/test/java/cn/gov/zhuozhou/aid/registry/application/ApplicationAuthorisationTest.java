package cn.gov.zhuozhou.aid.registry.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each resource with the right role and jurisdiction, the wrong role, from outside the jurisdiction, and without a token. */
@RegistryTest
class ApplicationAuthorisationTest {
    private static final String ELSEWHERE = "school:elsewhere";

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Procedures procedures;

    @Inject
    BusinessClock clock;

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Object> bodies = new HashMap<>();
    private Semester semester;
    private String school;

    @BeforeEach
    void aSchoolInTheMidstOfAProcedure() {
        semester = semesters.open();
        school = county.school();
        JsonPath notice = procedures.tell(school, semester.code());
        UUID pupil = county.pupil(school);
        JsonPath submitted = Procedures.created(procedures.apply(Procedures.clerk(school), pupil));
        JsonPath decidable = procedures.prepared(school, semester.code(), county.pupil(school), "ORDINARY");
        JsonPath group = procedures.group(school, semester.code());
        JsonPath proposed = Procedures.ok(procedures.propose(
                Procedures.clerk(school),
                Procedures.created(procedures.apply(Procedures.clerk(school), county.pupil(school))),
                "ORDINARY"));
        Map<String, Object> waiver = Map.of("studentId", pupil, "reason", "自愿放弃", "signature", procedures.signature());
        JsonPath waived = Procedures.created(Acts.as(Procedures.clerk(school))
                .body(Map.of("studentId", county.pupil(school), "reason", "自愿放弃", "signature", procedures.signature()))
                .post("/api/v1/waivers"));
        ids.put("notice", notice.getString("id"));
        ids.put("application", submitted.getString("id"));
        ids.put("decidable", decidable.getString("id"));
        ids.put("group", group.getString("group.id"));
        ids.put("waiver", waived.getString("id"));
        String today = clock.today().toString();
        bodies.put("advance-notices", Map.of("semester", "2030-autumn", "schoolCode", school, "opensOn", today));
        bodies.put("period", Map.of("opensOn", today));
        bodies.put("deliveries", Map.of("means", "SMS", "deliveredOn", today, "reached", 5, "reference", "短信"));
        bodies.put(
                "applications",
                Map.of("studentId", county.pupil(school), "channel", "PORTAL", "answers", procedures.answers()));
        bodies.put("class-proposals", Map.of("assessment", "ORDINARY", "grounds", "家访"));
        bodies.put("verifications", Map.of("groups", List.of("ORPHAN"), "note", "证件"));
        bodies.put("decisions", Map.of("decision", "CONFIRMED", "opinion", "同意"));
        bodies.put("withdrawal", Map.of("reason", "撤回"));
        bodies.put("waivers", waiver);
        bodies.put("review-groups", groupBody());
        bodies.put("meetings", meetingBody(group, proposed, today));
    }

    static Stream<Arguments> resources() {
        return Stream.of(
                Arguments.of("POST", "advance-notices", "aid-clerk", "aid-reviewer", 201),
                Arguments.of("GET", "advance-notices/{notice}", "aid-viewer", "aid-administrator", 200),
                Arguments.of("PUT", "advance-notices/{notice}/period", "aid-clerk", "aid-viewer", 200),
                Arguments.of("POST", "advance-notices/{notice}/deliveries", "aid-clerk", "aid-viewer", 200),
                Arguments.of("POST", "applications", "aid-clerk", "aid-viewer", 201),
                Arguments.of("GET", "applications/{application}", "aid-auditor", "aid-administrator", 200),
                Arguments.of("GET", "applications/{application}/form", "aid-reviewer", "aid-viewer", 200),
                Arguments.of("POST", "applications/{application}/class-proposals", "aid-clerk", "aid-reviewer", 200),
                Arguments.of("POST", "applications/{application}/verifications", "aid-clerk", "aid-reviewer", 200),
                Arguments.of("POST", "applications/{decidable}/decisions", "aid-reviewer", "aid-clerk", 200),
                Arguments.of("POST", "applications/{application}/withdrawal", "aid-clerk", "aid-auditor", 200),
                Arguments.of("POST", "review-groups", "aid-clerk", "aid-reviewer", 201),
                Arguments.of("GET", "review-groups/{group}", "aid-inspector", "aid-viewer", 200),
                Arguments.of("POST", "review-groups/{group}/meetings", "aid-clerk", "aid-reviewer", 201),
                Arguments.of("POST", "waivers", "aid-clerk", "aid-reviewer", 201),
                Arguments.of("GET", "waivers/{waiver}", "aid-clerk", "aid-inspector", 200),
                Arguments.of("POST", "waivers/{waiver}/withdrawal", "aid-clerk", "aid-reviewer", 200));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void eachResourceAsksForRoleAndJurisdiction(String method, String path, String right, String wrong, int allowed) {
        // When
        Response outside = call(method, path, token(right, ELSEWHERE));
        Response wrongRole = call(method, path, token(wrong, "bureau"));
        Response nobody = call(method, path, null);
        Response granted = call(method, path, token(right, "bureau"));

        // Then
        assertThat(granted.statusCode()).isEqualTo(allowed);
        assertProblem(wrongRole, 403);
        assertProblem(outside, 404);
        assertProblem(nobody, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"advance-notices", "applications", "review-groups", "waivers"})
    void listsShowTheOwnJurisdictionOnly(String list) {
        // When
        Response own = call("GET", list + "?semester=" + semester, token("aid-auditor", "school:" + school));
        Response outside = call("GET", list + "?semester=" + semester, token("aid-auditor", ELSEWHERE));
        Response wrongRole = call("GET", list, token("aid-administrator", "bureau"));
        Response nobody = call("GET", list, null);

        // Then
        assertThat(own.jsonPath().getList("items")).isNotEmpty();
        assertThat(outside.jsonPath().getList("items")).isEmpty();
        assertProblem(wrongRole, 403);
        assertProblem(nobody, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "CLASS_PROPOSED", "GROUP_REVIEWED"})
    void theWorkListIsNarrowedByStateAndSchool(String state) {
        // When
        JsonPath found = call(
                        "GET",
                        "applications?semester=" + semester + "&school=" + school + "&state=" + state,
                        token("aid-clerk", "bureau"))
                .jsonPath();

        // Then
        assertThat(found.getList("items.state")).isEqualTo(List.of(state));
    }

    static Stream<Arguments> referenceData() {
        Map<String, Object> template = new HashMap<>();
        template.put("advanceNoticeRequired", true);
        template.put("selfSignsFromAge", 18);
        template.put("requiredMembers", List.of("LEADER", "PARENT"));
        template.put("requiredAnswers", List.of("MEMBERS"));
        template.put("incomeSources", List.of());
        template.put("evidenceKinds", List.of());
        template.put("extras", List.of());
        template.put("weights", List.of(Map.of("indicator", "DEBT", "points", 10)));
        String farAhead = "2100-01-01";
        return Stream.of(
                Arguments.of("application-templates", Map.of("effectiveFrom", farAhead, "definition", template)),
                Arguments.of(
                        "hardship-quotas",
                        Map.of("semester", "2030-autumn", "measure", "PERMILLE", "amount", 200, "source", "通知")));
    }

    @ParameterizedTest
    @MethodSource("referenceData")
    void onlyAnAdministratorOfTheBureauSetsReferenceData(String resource, Map<String, Object> body) {
        // When
        Response granted = Acts.as(Tokens.administrator()).body(body).post("/api/v1/" + resource);
        Response wrongRole = Acts.as(Tokens.clerk()).body(body).post("/api/v1/" + resource);
        Response outside =
                Acts.as(Tokens.administrator("school:" + school)).body(body).post("/api/v1/" + resource);
        Response nobody = given().contentType(ContentType.JSON).body(body).post("/api/v1/" + resource);
        Response read = Acts.as(Tokens.clerk()).get("/api/v1/" + resource);

        // Then
        assertThat(granted.statusCode()).isEqualTo(201);
        assertProblem(wrongRole, 403);
        assertProblem(outside, 404);
        assertProblem(nobody, 401);
        assertThat(read.jsonPath().getList("items")).isNotEmpty();
    }

    private Response call(String method, String path, String token) {
        var request = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", Ids.next())
                .header("If-Match", "*");
        if (token != null) {
            request.auth().oauth2(token);
        }
        Object body = bodies.get(path.substring(path.lastIndexOf('/') + 1));
        if (!"GET".equals(method) && body != null && !path.startsWith("waivers/")) {
            request.body(body);
        }
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return request.request(method, "/api/v1/" + filled);
    }

    private Map<String, Object> groupBody() {
        List<Map<String, String>> members = Stream.of("LEADER", "AID_STAFF", "TEACHER", "PUPIL", "PARENT")
                .map(kind -> Map.of("kind", kind, "name", "某成员"))
                .toList();
        return Map.of("semester", semester.code(), "schoolCode", school, "members", members);
    }

    private static Map<String, Object> meetingBody(JsonPath group, JsonPath proposed, String today) {
        return Map.of(
                "heldOn",
                today,
                "present",
                group.getList("members.id"),
                "hardshipToldInPublic",
                false,
                "reference",
                "记录",
                "cases",
                List.of(Map.of(
                        "applicationId",
                        proposed.getString("id"),
                        "version",
                        proposed.getLong("version"),
                        "assessment",
                        "ORDINARY",
                        "votesFor",
                        5,
                        "votesAgainst",
                        0,
                        "opinion",
                        "属实")));
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
