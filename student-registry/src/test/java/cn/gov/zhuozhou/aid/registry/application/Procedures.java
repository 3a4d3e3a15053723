package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What people of one school do over REST in a procedure. */
@ApplicationScoped
public class Procedures {
    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    /** Families were told three days ago; applications have been open since yesterday. */
    public JsonPath tell(String school, String semester) {
        JsonPath notice = created(Acts.as(clerk(school))
                .body(Map.of(
                        "semester", semester,
                        "schoolCode", school,
                        "opensOn", clock.today().minusDays(1).toString()))
                .post("/api/v1/advance-notices"));
        return ok(deliver(clerk(school), notice));
    }

    Response deliver(String token, JsonPath notice) {
        return Acts.as(token)
                .header("If-Match", tag(notice))
                .body(Map.of(
                        "means",
                        "LETTER",
                        "deliveredOn",
                        clock.today().minusDays(3).toString(),
                        "reached",
                        300,
                        "receipts",
                        290,
                        "reference",
                        "致家长的一封信 2019 第 1 号"))
                .post("/api/v1/advance-notices/{id}/deliveries", notice.getString("id"));
    }

    public Response apply(String token, UUID pupil, String... specialGroups) {
        return Acts.as(token)
                .body(Map.of("studentId", pupil, "channel", "PAPER", "answers", answers(specialGroups)))
                .post("/api/v1/applications");
    }

    Map<String, Object> answers(String... specialGroups) {
        Map<String, Object> form = new HashMap<>();
        form.put("members", List.of(Map.of("name", "某家长", "relation", "母亲", "annualIncomeFen", 1_300_000)));
        form.put("perCapitaIncomeFen", 433_300);
        form.put("specialGroups", List.of(specialGroups));
        form.put("influences", Map.of("SUDDEN_ACCIDENT", "去年遭遇车祸"));
        form.put("householdKind", "RURAL");
        form.put("householdSize", 3);
        form.put("mainIncomeSource", "FARMING");
        form.put("health", Map.of("pupilDisabled", false, "pupilIll", false, "memberIll", true));
        Map<String, Object> answers = new HashMap<>();
        answers.put("form", form);
        answers.put("signature", signature());
        answers.put("pledged", true);
        answers.put("authorised", true);
        answers.put("evidence", List.of(Map.of("kind", "MEDICAL", "reference", "住院记录")));
        return answers;
    }

    public Map<String, String> signature() {
        return Map.of(
                "by",
                "GUARDIAN",
                "name",
                "某家长",
                "relation",
                "母亲",
                "signedOn",
                clock.today().toString());
    }

    Response propose(String token, JsonPath application, String assessment) {
        return step(token, application, "class-proposals", Map.of("assessment", assessment, "grounds", "家访属实"));
    }

    Response verify(String token, JsonPath application, String... groups) {
        return step(token, application, "verifications", Map.of("groups", List.of(groups), "note", "证件已核对"));
    }

    Response decide(String token, JsonPath application, String decision) {
        return step(token, application, "decisions", Map.of("decision", decision, "opinion", "同意"));
    }

    Response step(String token, JsonPath application, String what, Map<String, ?> body) {
        return Acts.as(token)
                .header("If-Match", tag(application))
                .body(body)
                .post("/api/v1/applications/{id}/" + what, application.getString("id"));
    }

    JsonPath group(String school, String semester) {
        List<Map<String, String>> members = Stream.of("LEADER", "AID_STAFF", "TEACHER", "PUPIL", "PARENT")
                .map(kind -> Map.of("kind", kind, "name", "某成员"))
                .toList();
        return created(Acts.as(clerk(school))
                .body(Map.of("semester", semester, "schoolCode", school, "members", members))
                .post("/api/v1/review-groups"));
    }

    Response meet(String token, JsonPath group, JsonPath application, String assessment) {
        return Acts.as(token)
                .body(Map.of(
                        "heldOn",
                        clock.today().toString(),
                        "present",
                        group.getList("members.id"),
                        "hardshipToldInPublic",
                        false,
                        "reference",
                        "会议记录第 1 号",
                        "cases",
                        List.of(Map.of(
                                "applicationId",
                                application.getString("id"),
                                "version",
                                application.getLong("version"),
                                "assessment",
                                assessment,
                                "votesFor",
                                5,
                                "votesAgainst",
                                0,
                                "opinion",
                                "情况属实"))))
                .post("/api/v1/review-groups/{id}/meetings", group.getString("group.id"));
    }

    /** From the form to the principal's desk. */
    public JsonPath prepared(String school, String semester, UUID pupil, String assessment) {
        JsonPath submitted = created(apply(clerk(school), pupil));
        JsonPath proposed = ok(propose(clerk(school), submitted, assessment));
        created(meet(clerk(school), group(school, semester), proposed, assessment));
        return show(proposed);
    }

    public JsonPath accepted(String school, String semester, UUID pupil, String assessment) {
        return ok(decide(principal(school), prepared(school, semester, pupil, assessment), "CONFIRMED"));
    }

    JsonPath show(JsonPath application) {
        return Acts.as(Tokens.viewer())
                .get("/api/v1/applications/{id}", application.getString("id"))
                .jsonPath()
                .setRootPath("application");
    }

    void born(UUID pupil, String day) {
        database.update(
                "update student set birth_date = cast(:day as date) where id = :pupil",
                Map.of("day", day, "pupil", pupil));
    }

    /** Payloads of a pupil's events, oldest first. */
    public List<JsonPath> events(UUID pupil, String type) {
        return database.list(
                "select payload from outbox where event_key = :key and type like '%' || :type order by id",
                Map.of("key", pupil.toString(), "type", type), row -> new JsonPath(row.getString(1)));
    }

    public static String clerk(String school) {
        return Tokens.clerk("school:" + school);
    }

    public static String principal(String school) {
        return Tokens.reviewer("school:" + school);
    }

    public static JsonPath created(Response response) {
        return response.then().statusCode(201).extract().jsonPath();
    }

    public static JsonPath ok(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }

    private static String tag(JsonPath seen) {
        return "\"" + seen.getLong("version") + "\"";
    }
}
