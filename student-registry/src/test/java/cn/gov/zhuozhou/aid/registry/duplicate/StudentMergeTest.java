package cn.gov.zhuozhou.aid.registry.duplicate;

import static io.restassured.RestAssured.given;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.feed.Roll;
import cn.gov.zhuozhou.aid.registry.hardship.CaseDecisions;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A pupil on two student numbers: the temporary record has no identity number and stood on last autumn's list, the formal one is
 * on a register.
 */
@RegistryTest
class StudentMergeTest {
    @Inject
    Database database;

    @Inject
    CaseDecisions decisions;

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    private Roll.Row temporary;
    private Roll.Row formal;
    private UUID survivor;
    private UUID absorbed;

    @BeforeEach
    void twoRecords() {
        formal = Roll.pupil();
        temporary = formal.with("全国学籍号", Roll.temporaryNumber()).with("身份证件号", "");
        Roll.schools();
        Roll.take(temporary, formal);
        survivor = Roll.find(temporary.number());
        absorbed = Roll.find(formal.number());
        Feeds.take(
                "identified",
                "全国学籍号,姓名,学校标识码,认定等级,认定依据\n%s,%s,%s,困难,农村低保\n".formatted(formal.number(), formal.name(), Roll.SCHOOL));
        Feeds.take(
                "civil-affairs-dibao",
                Roll.dibao(
                        "D" + formal.identity().substring(6),
                        "某父亲",
                        formal.guardian(),
                        "户主",
                        formal.name(),
                        formal.identity(),
                        "子女"));
    }

    @Test
    @DisplayName(
            "S65 two records become one pupil with the evidence and the history of both, and two again when undone")
    void whatIsJoinedIsOnePupilAndWhatIsPartedIsAsBefore() {
        // Given
        List<String> before = state();
        JsonPath asked = propose(Tokens.clerk()).statusCode(201).extract().jsonPath();
        String merge = asked.getString("mergeId");
        assertThat(state()).isEqualTo(before);

        // When
        decide(Tokens.reviewer(), merge, 1, "CONFIRMED").statusCode(200).body("state", equalTo("MERGED"));

        // Then
        assertThat(facts(survivor)).containsExactly("evidence DIBAO_R EXACT", "prior 2018-autumn DIFFICULT");
        assertThat(facts(absorbed)).isEmpty();
        assertThat(Roll.find(formal.number())).isEqualTo(survivor);
        assertThat(told(absorbed)).isEqualTo("LEFT " + survivor);
        assertThat(told(survivor)).isEqualTo("IN_SCHOOL null");
        assertThat(Roll.get(absorbed, "").getString("mergedInto")).isEqualTo(survivor.toString());
        undo(Tokens.clerk(), merge, 2).statusCode(200).body("state", equalTo("UNDO_PROPOSED"));
        decide(Tokens.reviewer(), merge, 3, "CONFIRMED").statusCode(200).body("state", equalTo("UNDONE"));
        assertThat(state()).isEqualTo(before);
        assertThat(told(absorbed)).isEqualTo("IN_SCHOOL null");
    }

    @Test
    void whatFilesToldInBetweenGoesBackToWhomTheyToldItOf() {
        // Given
        String merge = propose(Tokens.clerk()).extract().jsonPath().getString("mergeId");
        decide(Tokens.reviewer(), merge, 1, "CONFIRMED").statusCode(200);

        // When
        var batch = Roll.take(formal.with("班级", "7"));

        // Then
        assertThat(List.of(batch.getInt("added"), batch.getInt("changed"))).containsExactly(0, 1);
        var one = Roll.get(survivor, "");
        assertThat(one.getString("className")).isEqualTo("7");
        assertThat(one.getString("numberKind")).isEqualTo("FORMAL");
        undo(Tokens.clerk(), merge, 2).statusCode(200);
        decide(Tokens.reviewer(), merge, 3, "CONFIRMED").statusCode(200);
        assertThat(Roll.get(absorbed, "").getString("className")).isEqualTo("7");
        var restored = Roll.get(survivor, "");
        assertThat(restored.getString("className")).isEqualTo("2");
        assertThat(restored.getString("numberKind")).isEqualTo("TEMPORARY");
        assertThat(Roll.find(temporary.number())).isEqualTo(survivor);
        assertThat(Roll.find(formal.number())).isEqualTo(absorbed);
        assertThat(Roll.get(absorbed, "/enrolments").getList("items.className")).contains("7");
        assertThat(Roll.get(survivor, "/enrolments").getList("items.className")).doesNotContain("7");
    }

    @Test
    void bothNumbersOnOneFileAreOnePupil() {
        // Given
        String merge = propose(Tokens.clerk()).extract().jsonPath().getString("mergeId");
        decide(Tokens.reviewer(), merge, 1, "CONFIRMED").statusCode(200);

        // When
        var batch = Roll.take(temporary.with("学籍状态", "离校"), formal);
        var again = Roll.take(temporary.with("学籍状态", "离校"), formal);

        // Then
        assertThat(List.of(batch.getInt("accepted"), batch.getInt("duplicates")))
                .containsExactly(1, 1);
        assertThat(Roll.get(survivor, "").getString("enrolmentState")).isEqualTo("IN_SCHOOL");
        assertThat(again.getInt("same")).isEqualTo(1);
    }

    @Test
    void whatAPersonDecidedGoesWithThePupilAndComesBack() {
        // Given
        Feeds.take(
                "civil-affairs-dibao",
                Roll.dibao("K" + formal.identity().substring(6), "某父亲", formal.guardian(), "户主"));
        QuarkusTransaction.requiringNew().run(() -> decisions.decide(openCase(absorbed), true));
        List<String> before = facts(absorbed);
        String merge = propose(Tokens.clerk()).extract().jsonPath().getString("mergeId");

        // When
        decide(Tokens.reviewer(), merge, 1, "CONFIRMED").statusCode(200);

        // Then
        assertThat(before).contains("evidence DIBAO_R DECIDED", "case HOUSEHOLD_HEAD_ONLY CONFIRMED");
        assertThat(facts(absorbed)).isEmpty();
        assertThat(facts(survivor)).contains("evidence DIBAO_R DECIDED", "case HOUSEHOLD_HEAD_ONLY CONFIRMED");
        undo(Tokens.clerk(), merge, 2).statusCode(200);
        decide(Tokens.reviewer(), merge, 3, "CONFIRMED").statusCode(200);
        assertThat(facts(absorbed)).isEqualTo(before);
    }

    @Test
    void theSecondPersonMustBeAnother() {
        String both = Tokens.of("both")
                .roles("aid-clerk", "aid-reviewer")
                .org(Tokens.BUREAU)
                .token();
        String merge = propose(both).statusCode(201).extract().jsonPath().getString("mergeId");
        decide(both, merge, 1, "CONFIRMED").statusCode(422).body("type", containsString("same-person"));
        decide(Tokens.reviewer(), merge, 9, "CONFIRMED").statusCode(412);
        propose(Tokens.clerk()).statusCode(409).body("type", containsString("asked-already"));
        decide(Tokens.reviewer(), merge, 1, "REFUSED").statusCode(200).body("state", equalTo("REFUSED"));
        undo(Tokens.clerk(), merge, 2).statusCode(409);
        assertThat(Roll.find(formal.number())).isEqualTo(absorbed);
    }

    @Test
    void theIdentifiedRecordIsTheOneToKeep() {
        // Given
        String school = county.school();
        UUID kept = county.pupil(school);
        UUID other = county.pupil(school);
        var semester = semesters.next();
        county.identifiedBefore(kept, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(kept, "DIBAO_R");
        semesters.open(semester);

        // When
        var wrong = merge(Tokens.clerk(), other, kept);
        var right = merge(Tokens.clerk(), kept, other);

        // Then
        wrong.statusCode(422).body("type", containsString("survivor-not-identified"));
        right.statusCode(201);
    }

    @Test
    void pairsAreSuggestedAndOnlyWithinTheJurisdiction() {
        String path = "/api/v1/student-merges/candidates?limit=500";
        var found = get(Tokens.clerk("school:" + Roll.SCHOOL), path)
                .statusCode(200)
                .extract()
                .jsonPath();
        String suggested = "items.findAll { it.ground == 'SAME_NAME_AND_BIRTH' }";
        assertThat(found.getList(suggested + ".one.studentId", String.class))
                .contains(Stream.of(survivor, absorbed)
                        .map(UUID::toString)
                        .min(naturalOrder())
                        .orElseThrow());
        assertThat(found.getList(suggested + ".other.studentId", String.class))
                .contains(Stream.of(survivor, absorbed)
                        .map(UUID::toString)
                        .max(naturalOrder())
                        .orElseThrow());
        assertThat(get(Tokens.clerk("school:" + Roll.OTHER_SCHOOL), path)
                        .extract()
                        .asString())
                .doesNotContain(survivor.toString());
        get(Tokens.viewer(), path).statusCode(403);
        get(null, path).statusCode(401);
    }

    @Test
    void eachActHasItsRoleAndJurisdiction() {
        String elsewhere = "school:" + Roll.OTHER_SCHOOL;
        propose(Tokens.viewer()).statusCode(403);
        propose(Tokens.clerk(elsewhere)).statusCode(404);
        propose(null).statusCode(401);
        String merge = propose(Tokens.clerk("school:" + Roll.SCHOOL))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("mergeId");
        for (String path : List.of("/api/v1/student-merges/" + merge, "/api/v1/student-merges?state=PROPOSED")) {
            get(Tokens.auditor(), path).statusCode(200);
            get(Tokens.of("nobody").roles().org(Tokens.BUREAU).token(), path).statusCode(403);
            get(null, path).statusCode(401);
        }
        get(Tokens.viewer(elsewhere), "/api/v1/student-merges/" + merge).statusCode(404);
        decide(Tokens.clerk(), merge, 1, "CONFIRMED").statusCode(403);
        decide(Tokens.reviewer(elsewhere), merge, 1, "CONFIRMED").statusCode(404);
        decide(null, merge, 1, "CONFIRMED").statusCode(401);
        undo(Tokens.reviewer(), merge, 1).statusCode(403);
        undo(Tokens.clerk(elsewhere), merge, 1).statusCode(404);
        undo(null, merge, 1).statusCode(401);
    }

    /** All that is known of both, but for revisions. */
    private List<String> state() {
        return database.list("""
                select 'pupil ' || (to_jsonb(p) - 'revision')::text from student p where id = any(:ids)
                union all
                select 'evidence ' || concat_ws(' ', student_id, category, source, match_kind, entry_id) from evidence
                where student_id = any(:ids) and valid_to is null
                union all
                select 'prior ' || to_jsonb(p)::text from prior_identification p where student_id = any(:ids)
                union all
                select 'case ' || concat_ws(' ', student_id, kind, state) from match_case
                where student_id = any(:ids) and state <> 'CLOSED'
                union all
                select 'enrolment ' || to_jsonb(e)::text from enrolment_change e where student_id = any(:ids)
                order by 1""", Map.of("ids", List.of(survivor, absorbed)), row -> row.getString(1));
    }

    private List<String> facts(UUID pupil) {
        return database.list("""
                select concat_ws(' ', 'evidence', category, match_kind) from evidence where student_id = :id and valid_to is null
                union all
                select concat_ws(' ', 'prior', semester, level) from prior_identification where student_id = :id
                union all
                select concat_ws(' ', 'case', kind, state) from match_case where student_id = :id and state <> 'CLOSED'
                order by 1""", Map.of("id", pupil), row -> row.getString(1));
    }

    private String told(UUID pupil) {
        return database.first("""
                        select concat_ws(' ', payload::jsonb ->> 'enrolmentState',
                          coalesce(payload::jsonb ->> 'mergedInto', 'null'))
                        from outbox where topic = 'student-registry.student' and event_key = :id order by id desc limit 1""", Map.of("id", pupil.toString()), row -> row.getString(1))
                .orElseThrow();
    }

    private UUID openCase(UUID pupil) {
        return database.first(
                        "select id from match_case where student_id = :id and state = 'OPEN'",
                        Map.of("id", pupil),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    private ValidatableResponse propose(String token) {
        return merge(token, survivor, absorbed);
    }

    private static ValidatableResponse merge(String token, UUID survivor, UUID absorbed) {
        return post(token, "", null, Map.of("survivorId", survivor, "absorbedId", absorbed, "reason", "同一学生的临时与正式学籍"));
    }

    private static ValidatableResponse decide(String token, String merge, long version, String decision) {
        return post(token, "/" + merge + "/decisions", version, Map.of("decision", decision, "opinion", "已核实"));
    }

    private static ValidatableResponse undo(String token, String merge, long version) {
        return post(token, "/" + merge + "/undoing", version, Map.of("reason", "误并"));
    }

    private static ValidatableResponse get(String token, String path) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.get(path).then();
    }

    private static ValidatableResponse post(String token, String path, Long version, Map<String, ?> body) {
        var request = given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.post("/api/v1/student-merges" + path).then();
    }
}
