package cn.gov.zhuozhou.aid.registry;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.application.Procedures;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.feed.People;
import cn.gov.zhuozhou.aid.registry.hardship.Village;
import cn.gov.zhuozhou.aid.registry.hardship.Village.Child;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

@RegistryTest
class EveryOperationTest extends EveryOperation {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Procedures procedures;

    EveryOperationTest() {
        super("GET /api/v1/clock", "GET /public/notices/{token}");
    }

    @Override
    protected Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        ofASchool(rows);
        ofATown(rows);
        return rows;
    }

    /** One pupil applies, another is identified and stands on a list. */
    private void ofASchool(Map<String, String> rows) {
        String semester = semesters.open().code();
        String school = county.school();
        String clerk = Tokens.clerk("school:" + school);
        UUID pupil = county.pupil(school);
        rows.put("/api/v1/schools/{code}", "/api/v1/schools/" + school);
        add(rows, "students", pupil.toString());
        add(rows, "advance-notices", procedures.tell(school, semester).getString("id"));
        add(rows, "applications", created(procedures.apply(clerk, pupil)).getString("id"));
        List<Map<String, String>> members = Stream.of("LEADER", "AID_STAFF", "TEACHER", "PUPIL", "PARENT")
                .map(kind -> Map.of("kind", kind, "name", "某成员"))
                .toList();
        Map<String, ?> group = Map.of("semester", semester, "schoolCode", school, "members", members);
        add(rows, "review-groups", post(clerk, "review-groups", group).getString("group.id"));

        UUID identified = county.pupil(school);
        county.evidence(identified, "DIBAO_R");
        county.evaluate(identified);
        String reviewer = Tokens.reviewer("school:" + school);
        JsonPath identification = Acts.find(reviewer, semester, school, identified);
        add(rows, "identifications", identification.getString("id"));
        Acts.review(reviewer, identification, "APPROVED").then().statusCode(200);
        String ruling = get("students/" + identified + "/rulings").getString("items[0].rulingId");
        add(rows, "rulings", ruling);
        Map<String, ?> list = Map.of("semester", semester, "schoolCode", school, "kind", "GENERAL");
        add(
                rows,
                "public-notices",
                post(Tokens.reviewer(), "public-notices", list).getString("id"));
    }

    /** A name that differs, somebody no pupil is, and one who studies elsewhere. */
    private void ofATown(Map<String, String> rows) {
        Child child = Child.named("张小峰");
        Village village = new Village();
        village.pupil(child)
                .dibao(child.withName("张小峯"))
                .dibao(Child.named("孙小远"))
                .take();
        String at = "?town=" + village.town;
        add(rows, "match-decisions", get("match-decisions" + at).getString("items[0].caseId"));
        add(rows, "reverse-checks", get("reverse-checks" + at).getString("items[0].taskId"));
        add(rows, "households", get("households" + at).getString("items[0].householdId"));

        String clerk = Tokens.clerk("town:" + village.town);
        Map<String, ?> person = Map.of(
                "name",
                "李小远",
                "identityNumber",
                People.child(),
                "town",
                village.town,
                "attends",
                Map.of("province", "北京市", "name", "房山某中学"));
        String elsewhere = post(clerk, "out-of-area-students", person).getString("id");
        add(rows, "out-of-area-students", elsewhere);
        Map<String, ?> letter = Map.of(
                "recipientAddress", "北京市房山区某街1号", "family", "享受低保", "proofs", List.of("低保证复印件"), "replyTo", "某镇中心校");
        String draft = post(clerk, "out-of-area-students/" + elsewhere + "/letters", letter)
                .getString("id");
        rows.put(
                "/api/v1/out-of-area-students/{student}/letters/{id}",
                "/api/v1/out-of-area-students/" + elsewhere + "/letters/" + draft);
        rows.put("/api/v1/out-of-area-students/{student}", "/api/v1/out-of-area-students/" + elsewhere);
        add(
                rows,
                "feeds/batches",
                Feeds.take("schools", "学校标识码,学校名称,学段,所属乡镇街道\n%s,某小学,小学,%s\n".formatted(village.school, village.town))
                        .getString("batchId"));
    }

    @Override
    protected Map<String, String> triedWithUnknownKeysOnly() {
        Map<String, String> tried = new HashMap<>(Map.of(
                "/api/v1/completeness-proofs/{id}", "another school is tried in CompletenessTest",
                "/api/v1/exports/{id}", "another jurisdiction is tried in ExportTest",
                "/api/v1/waivers/{id}", "a row of another school is tried in ApplicationAuthorisationTest",
                "/api/v1/revocations/{id}", "a row of another school is tried in RevocationTest",
                "/api/v1/student-merges/{id}", "a row of another school is tried in StudentMergeTest"));
        List.of(
                        "PUT /api/v1/calendar/years/{year}",
                        "/api/v1/dead-letters/{id}",
                        "/api/v1/decision-reasons/{code}",
                        "/api/v1/feeds/withdrawals/{id}",
                        "/api/v1/feeds/{source}",
                        "/api/v1/jobs/{id}",
                        "/api/v1/national-comparisons/{id}",
                        "/api/v1/notice-contacts/{code}",
                        "/api/v1/retention/holds/{id}",
                        "/api/v1/retention/runs/{id}",
                        "/api/v1/rule-sets/{id}/{version}",
                        "/api/v1/rulings/replays/{id}",
                        "/api/v1/semesters/{code}",
                        "/api/v1/what-ifs/{id}")
                .forEach(address -> tried.put(address, "of the bureau: refused before anything is looked up"));
        return tried;
    }

    @Override
    protected Map<String, String> seenFromEverywhere() {
        return Map.of(
                "GET /api/v1/calendar/years/{year}", "working days are the same for all",
                "GET /api/v1/notice-contacts/{code}", "where one objects stands on public pages",
                "GET /api/v1/rule-sets/{id}/{version}", "rules are the same for all",
                "/api/v1/filings/{semester}",
                        "a semester is the same for all; its entries are listed within the jurisdiction",
                "/api/v1/feeds/staleness/{source}/rulings",
                        "a source is the same for all; rulings are listed within the jurisdiction",
                "GET /api/v1/semesters/{code}/similarity",
                        "a semester is the same for all; it is reported within the jurisdiction");
    }

    @Override
    protected Map<String, String> knownWithEveryKey() {
        return Map.of(
                "PUT /api/v1/calendar/years/{year}", "enters a year that was not there",
                "PUT /api/v1/decision-reasons/{code}", "enters a reason that was not there",
                "/api/v1/filings/{semester}", "of a semester nothing was filed in it says so",
                "POST /api/v1/semesters/{code}/opening", "opens a semester that was not there");
    }

    @Override
    protected Map<String, String> bodies() {
        return Map.of(
                "POST /api/v1/advance-notices/{id}/deliveries",
                """
                {"means": "LETTER", "deliveredOn": "2019-03-01", "reached": 300, "receipts": 290, "reference": "1号"}""",
                "POST /api/v1/match-decisions/{id}/undo",
                """
                {"reasonCode": "DECIDED_WRONGLY", "reason": "看错"}""",
                "POST /api/v1/out-of-area-students/{id}/answers",
                """
                {"question": "AIDED", "yes": true, "source": "FAMILY"}""",
                "POST /api/v1/reverse-checks/{id}/answers",
                """
                {"kind": "NOT_FOUND", "evidence": "走访"}""",
                "POST /api/v1/review-groups/{id}/meetings",
                """
                {"heldOn": "2019-03-01", "present": ["%1$s"], "hardshipToldInPublic": false, "reference": "1号",
                  "cases": [{"applicationId": "%1$s", "version": 1, "assessment": "SEVERE", "votesFor": 1, "votesAgainst": 0,
                    "opinion": "属实"}]}""".formatted(UUID.randomUUID()));
    }

    private static void add(Map<String, String> rows, String things, String id) {
        rows.put("/api/v1/" + things + "/{id}", "/api/v1/" + things + "/" + id);
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath post(String token, String path, Map<String, ?> body) {
        return created(Acts.as(token).header("If-Match", "*").body(body).post("/api/v1/" + path));
    }

    private static JsonPath created(io.restassured.response.Response answer) {
        return answer.then().statusCode(201).extract().jsonPath();
    }
}
