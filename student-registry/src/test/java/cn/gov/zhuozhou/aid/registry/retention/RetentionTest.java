package cn.gov.zhuozhou.aid.registry.retention;

import static cn.gov.zhuozhou.aid.registry.retention.ErasureActs.ask;
import static cn.gov.zhuozhou.aid.registry.retention.ErasureActs.awaited;
import static cn.gov.zhuozhou.aid.registry.retention.ErasureActs.counted;
import static cn.gov.zhuozhou.aid.registry.retention.ErasureActs.decide;
import static cn.gov.zhuozhou.aid.registry.retention.ErasureActs.done;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.DatabaseOwner;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.application.Procedures;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.feed.Roll;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import cn.gov.zhuozhou.aid.registry.identification.Trials;
import cn.gov.zhuozhou.aid.registry.identification.rule.Decision;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evaluation;
import cn.gov.zhuozhou.aid.registry.identification.rule.PupilFacts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("Erasure and retention (S14, S65)")
class RetentionTest {
    private static final String OLD = "2009-autumn";

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Inject
    Trials trials;

    @Inject
    Procedures procedures;

    @Test
    void aPupilWhoseTimeIsOverIsForgottenAndStillCounted() throws JsonProcessingException {
        // Given
        Gone pupil = pupil();
        String school = county.school();
        UUID held = longGone(county.pupil(school));
        county.identifiedBefore(held, OLD, "ORDINARY", "SCHOOL_JUDGED");
        hold(held).then().statusCode(201);
        List<String> traces = traces(pupil);
        List<Object> counted = statistics(pupil.semester());
        List<Object> countedBefore = statistics(OLD);
        JsonPath ruled = rulings(pupil.id());
        assertThat(found(traces)).isNotEmpty();
        JsonPath asked = counted(ask());
        assertThat(due(asked, "PUPIL")).contains(pupil.id().toString()).doesNotContain(held.toString());
        assertThat(name(pupil.id())).isEqualTo(pupil.row().name());

        // When
        JsonPath done = done(decide(Tokens.reviewer(), asked, true));

        // Then
        assertThat(name(pupil.id())).isEqualTo("已匿名");
        assertThat(found(traces)).isEmpty();
        assertThat(statistics(pupil.semester())).isEqualTo(counted);
        assertThat(statistics(OLD)).isEqualTo(countedBefore).isNotEmpty();
        JsonPath still = rulings(pupil.id());
        assertThat(still.getList("items")).isEqualTo(ruled.getList("items")).isNotEmpty();
        assertThat(still.getList("reviews.opinion")).containsOnly("已匿名");
        assertThat(replayed(still)).isEqualTo(still.getString("items[0].result"));
        assertThat(name(held)).isEqualTo("某生");
        assertThat(done.<Map<String, Object>>getList("protocol"))
                .extracting(p -> p.get("kind"))
                .contains("PUPIL", "PUPIL_WORDS", "REGISTER_ENTRY", "FEED_FILE");
        assertThat(done.getList("protocol.askedByName")).containsOnly("admin");
        assertThat(done.getList("protocol.confirmedByName")).containsOnly("reviewer");
        assertThat(lastEvent(pupil.id()))
                .contains("\"name\": \"已匿名\"")
                .doesNotContain(pupil.row().name());
        assertThat(due(counted(ask()), "PUPIL")).doesNotContain(pupil.id().toString());
        drop();
    }

    @Test
    void nobodyErasesAlone() {
        // Given
        String both =
                Tokens.of("admin").roles("aid-administrator", "aid-reviewer").token();
        JsonPath asked = counted(ask());
        String path = "/api/v1/retention/runs/" + asked.getString("run.id");

        // When
        Response alone = decide(both, asked, true);

        // Then
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(ask().statusCode()).isEqualTo(409);
        assertThat(Acts.as(Tokens.clerk()).get(path).statusCode()).isEqualTo(403);
        assertThat(Acts.as(Tokens.auditor("town:某镇")).get(path).statusCode()).isEqualTo(404);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(Acts.as(Tokens.reviewer())
                        .body(Map.of("confirmed", true, "opinion", "同意"))
                        .post(path + "/decisions")
                        .statusCode())
                .isEqualTo(428);
        assertThat(decide(Tokens.reviewer(), asked, false).jsonPath().getString("state"))
                .isEqualTo("DROPPED");
    }

    @Test
    void whatIsOnlyEverAddedStaysSoForEverybodyElse() {
        // Given
        String change = "update review set opinion = 'x'";

        // When
        Runnable withTheWord = () -> QuarkusTransaction.requiringNew().run(() -> {
            database.first("select set_config('aid.erasure', 'on', true)", Map.of(), row -> true);
            database.update(change, Map.of());
        });

        // Then
        assertThatThrownBy(withTheWord::run).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.number(
                                "select erase_words(:run, 'PUPIL', :ids, now())",
                                Map.of("run", UUID.randomUUID(), "ids", List.of(UUID.randomUUID())))))
                .rootCause()
                .hasMessageContaining("no confirmed run");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.number(
                                "select erase_words_of_pupil(:ids)", Map.of("ids", List.of(UUID.randomUUID())))))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void rulesAreDataAndHoldsHaveReasons() {
        // Given
        UUID pupil = county.pupil(county.school());
        Response held = hold(pupil);

        // When
        Response rule = Acts.as(Tokens.administrator())
                .body(Map.of("kind", "FEED_FILE", "validFrom", "2098-01-01", "keepYears", 3, "legalBasis", "某文件"))
                .post("/api/v1/retention/rules");

        // Then
        assertThat(rule.statusCode()).isIn(201, 409);
        List<Map<String, Object>> rules = Acts.as(Tokens.auditor())
                .get("/api/v1/retention/rules")
                .jsonPath()
                .getList("rule");
        assertThat(rules)
                .extracting(r -> r.get("kind") + " " + r.get("keepYears") + " " + r.get("proposal"))
                .contains("PUPIL 5 true", "FEED_FILE 2 true", "FEED_FILE 3 false");
        assertThat(Acts.as(Tokens.administrator())
                        .body(Map.of("kind", "PUPIL", "validFrom", "2001-01-01", "keepYears", 0, "legalBasis", "某文件"))
                        .post("/api/v1/retention/rules")
                        .statusCode())
                .isEqualTo(422);
        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(hold(pupil).statusCode()).isEqualTo(409);
        assertThat(hold(UUID.randomUUID()).statusCode()).isEqualTo(404);
        String lifting = "/api/v1/retention/holds/" + held.jsonPath().getString("id") + "/lifting";
        assertThat(lift(Tokens.clerk(), lifting).statusCode()).isEqualTo(403);
        assertThat(lift(Tokens.reviewer(), lifting).jsonPath().getString("liftNote"))
                .isEqualTo("已结案");
    }

    @Test
    @DisplayName("Whatever people read in full is gone after its time, and whoever asks for it is told so: 410")
    void whatIsErasedAnswersThatItIsGone() {
        // Given
        Semester semester = semesters.open();
        String school = county.school();
        UUID pupil = county.pupil(school);
        county.evidence(pupil, "LOWINC");
        county.evaluate(pupil);
        procedures.tell(school, semester.code());
        JsonPath application = procedures.accepted(school, semester.code(), pupil, "SEVERE");
        UUID waiving = county.pupil(school);
        JsonPath waiver = Procedures.created(Acts.as(Procedures.clerk(school))
                .body(Map.of("studentId", waiving, "reason", "自愿放弃", "signature", procedures.signature()))
                .post("/api/v1/waivers"));
        JsonPath finding = Procedures.created(Acts.as(Procedures.clerk(school))
                .body(Map.of(
                        "studentId",
                        waiving,
                        "fromSemester",
                        semester.code(),
                        "toSemester",
                        semester.code(),
                        "reason",
                        "FALSE_STATEMENT",
                        "finding",
                        "收入证明与实际不符"))
                .post("/api/v1/revocations"));
        Acts.as(Tokens.reviewer())
                .header("If-Match", "*")
                .body(Map.of("decision", "DISMISSED", "opinion", "入户复核"))
                .post("/api/v1/revocations/{id}/decisions", finding.getString("id"))
                .then()
                .statusCode(200);
        String refused = Feeds.take(
                        "civil-affairs-dibao",
                        Roll.dibao("N" + UUID.randomUUID(), "某户主", "999999199001010000", "户主", "某儿", "1", "子女"))
                .getString("batchId");
        past("update feed_batch set as_of = '2010-01-01' where id = :id::uuid", refused);
        longGone(pupil);
        longGone(waiving);
        List<String> paths = List.of(
                "/api/v1/applications/" + application.getString("id") + "/form",
                "/api/v1/waivers/" + waiver.getString("id"),
                "/api/v1/revocations/" + finding.getString("id"),
                "/api/v1/feeds/batches/" + refused + "/refused.xlsx");
        assertThat(paths).allSatisfy(path -> assertThat(read(path)).as(path).isEqualTo(200));
        JsonPath asked = counted(ask());
        assertThat(due(asked, "APPLICATION")).contains(application.getString("id"));
        assertThat(due(asked, "REFUSED_ROW")).contains(refused);

        // When
        done(decide(Tokens.reviewer(), asked, true));

        // Then
        assertThat(paths).allSatisfy(path -> assertThat(read(path)).as(path).isEqualTo(410));
        JsonPath shown = Acts.as(Tokens.reviewer())
                .get("/api/v1/applications/{id}", application.getString("id"))
                .jsonPath();
        assertThat(shown.getString("application.state")).isEqualTo("ACCEPTED");
        assertThat(database.number("""
                        select count(*) from application_step where application_id = :id::uuid and note_sealed is not null
                        """, Map.of("id", application.getString("id"))))
                .isZero();
    }

    @Test
    @DisplayName(
            "Words of exports, persons of comparisons, names of a review group, objections and unread messages go after their time")
    void eachKindGoesAfterItsTime() {
        // Given
        String school = county.school();
        UUID export = database.first("""
                insert into export (id, version, state, layout_code, layout_version, format, full_numbers, purpose, persons,
                  needs_approval, requested_by, requested_by_name, requested_org, requested_at, ends_at, downloads_left)
                select uuidv7(), 1, 'EXPIRED', code, version, 'XLSX', false, '某生家访', 1, false, 'x', 'x', 'bureau',
                  '2010-01-01', '2010-01-02', 0
                from export_layout limit 1 returning id""", Map.of(), row -> row.getObject(1, UUID.class))
                .orElseThrow();
        Semester semester = semesters.open();
        UUID comparison = database.first("""
                        insert into comparison (id, semester, mapping_code, mapping_version, as_of, sha256, rows, unread, ours,
                          both_sides, by_id, by_name, at)
                        select uuidv7(), :semester, code, version, '2010-01-01', sha256('x'), 1, 0, 1, 0, 'x', 'x', '2010-01-01'
                        from comparison_mapping limit 1 returning id""", Map.of("semester", semester.code()), row -> row.getObject(1, UUID.class))
                .orElseThrow();
        database.update("""
                insert into comparison_person (id, comparison_id, side, line_no, name, school, stage, level)
                values (uuidv7(), :id, 'THEIRS', 1, '某*', '某校', 'PRIMARY', 'SEVERE')""", Map.of("id", comparison));
        UUID group = database.first("""
                        insert into review_group (id, school_code, semester, formed_by, formed_by_name, formed_at)
                        values (uuidv7(), :school, '2009-autumn', 'x', 'x', now()) returning id""", Map.of("school", school), row -> row.getObject(1, UUID.class))
                .orElseThrow();
        database.update("""
                insert into review_group_member (id, group_id, kind, name) values (uuidv7(), :id, 'PARENT', '某家长')""", Map.of("id", group));
        UUID letter = UUID.randomUUID();
        database.update("""
                insert into dead_letter (id, consumer, topic, partition, record_offset, headers, payload, reason, failed_at)
                values (:id, 'x', :topic, 0, 1, '{}', 'x', 'x', '2010-01-01')""", Map.of("id", letter, "topic", letter.toString()));
        UUID list = UUID.randomUUID();
        database.update("""
                insert into identified_entry (student_number_index, semester, name, level, categories, row_hash, batch_id, line_no)
                values (:id, '2009-autumn', '某生', 'SEVERE', '{}', 'x', :id, 1)""", Map.of("id", list));
        JsonPath asked = counted(ask());
        assertThat(due(asked, "LISTED_BEFORE")).contains(list.toString());
        assertThat(due(asked, "EXPORT")).contains(export.toString());

        // When
        JsonPath done = done(decide(Tokens.reviewer(), asked, true));

        // Then
        assertThat(text("select purpose from export where id = :id", export)).isEqualTo("已匿名");
        assertThat(text("select count(*)::text from comparison_person where comparison_id = :id", comparison))
                .isEqualTo("0");
        assertThat(text("select name from review_group_member where group_id = :id", group))
                .isEqualTo("已匿名");
        assertThat(text("select count(*)::text from identified_entry where batch_id = :id", list))
                .isEqualTo("0");
        assertThat(text("select count(*)::text from dead_letter where id = :id", letter))
                .isEqualTo("0");
        assertThat(done.<Map<String, Object>>getList("protocol"))
                .extracting(p -> p.get("kind"))
                .contains("EXPORT", "COMPARISON", "REVIEW_GROUP", "REVIEW_GROUP_WORDS", "DEAD_LETTER");
    }

    @Test
    @DisplayName("The trail's oldest stretch goes after its term, and what is left is provably whole")
    void theTrailIsCutWhereItsTermEnds() {
        // Given
        await().until(() -> database.number("select count(*) from trail_seal", Map.of()) > 20);
        DatabaseOwner.unguarded("trail", """
                update trail set at = '2001-01-01' where id in (select trail_id from trail_seal order by seq limit 10)""");
        long before = database.number("select min(seq) from trail_seal", Map.of());
        assertThat(chain().getBoolean("whole")).isFalse();
        JsonPath asked = counted(ask());
        assertThat(due(asked, "TRAIL")).hasSize(10);

        // When
        done(decide(Tokens.reviewer(), asked, true));

        // Then
        await().untilAsserted(() -> assertThat(chain().getBoolean("whole")).isTrue());
        assertThat(database.number("select min(seq) from trail_seal", Map.of())).isEqualTo(before + 10);
        assertThat(text(
                        "select detail ->> 'records' from trail where action = 'trail.cut' and subject_id = :id::text",
                        UUID.fromString(asked.getString("run.id"))))
                .isEqualTo("10");
        DatabaseOwner.unguarded("trail", "update trail set action = 'x' where action = 'trail.cut'");
        assertThat(chain().getLong("firstBroken")).isEqualTo(1);
        DatabaseOwner.unguarded("trail", "update trail set action = 'trail.cut' where action = 'x'");
    }

    private record Gone(Roll.Row row, UUID id, String semester) {}

    /** A pupil with numbers, guardian, register entry, ruling and review, whose roll ended long ago. */
    private Gone pupil() {
        String semester = semesters.open().code();
        Roll.Row row = Roll.pupil().with("姓名", unmistakable()).with("监护人姓名", unmistakable());
        Roll.schools();
        String enrolment = Roll.take(row).getString("batchId");
        UUID id = Roll.find(row.number());
        String household = "N" + row.identity().substring(6);
        String dibao = Feeds.take(
                        "civil-affairs-dibao",
                        Roll.dibao(
                                household,
                                row.cells().get("监护人姓名"),
                                row.guardian(),
                                "户主",
                                row.name(),
                                row.identity(),
                                "子女"))
                .getString("batchId");
        UUID identification = database.first(
                        "select id from identification where student_id = :id",
                        Map.of("id", id),
                        r -> r.getObject(1, UUID.class))
                .orElseThrow();
        Acts.as(Tokens.reviewer())
                .header("If-Match", "*")
                .body(Map.of("decision", "APPROVED", "opinion", row.name() + "家庭已核实"))
                .post("/api/v1/identifications/{id}/reviews", identification)
                .then()
                .statusCode(200);
        county.identifiedBefore(id, OLD, "SEVERE", "DIBAO_R");
        var batches = Map.of("batches", List.of(UUID.fromString(enrolment), UUID.fromString(dibao)));
        database.update("update feed_batch set as_of = '2010-01-01' where id = any (:batches)", batches);
        database.update("""
                update register_entry set since = '2009-01-01', valid_from = '2009-01-01', valid_to = '2010-01-01'
                where batch_id = any (:batches)
                """, batches);
        database.update("""
                update evidence set valid_from = '2009-01-01', valid_to = '2010-01-01' where batch_id = any (:batches)
                """, batches);
        return new Gone(row, longGone(id), semester);
    }

    private UUID longGone(UUID pupil) {
        database.update("delete from enrolment_change where student_id = :id", Map.of("id", pupil));
        database.update("""
                insert into enrolment_change (id, student_id, valid_from, school_code, stage, grade, class_name, boarding, state,
                  batch_id, recorded_at)
                select uuidv7(), id, '2012-07-01', school_code, stage, grade, class_name, boarding, 'GRADUATED', batch_id, now()
                from student where id = :id
                """, Map.of("id", pupil));
        database.update("update student set enrolment_state = 'GRADUATED' where id = :id", Map.of("id", pupil));
        return pupil;
    }

    /** Nobody else's, for it is looked for in every column. */
    private static String unmistakable() {
        return Roll.name() + Roll.name() + Roll.name();
    }

    /** What must be nowhere afterwards: names, blind indexes, sealed numbers. */
    private List<String> traces(Gone pupil) {
        List<String> traces =
                new ArrayList<>(List.of(pupil.row().name(), pupil.row().cells().get("监护人姓名")));
        traces.addAll(database.first(
                        """
                        select student_number_index::text, identity_index::text, guardian_identity_index::text,
                          encode(student_number_sealed, 'hex'), encode(identity_sealed, 'hex'),
                          encode(guardian_identity_sealed, 'hex'), encode(row_hash, 'hex')
                        from student where id = :id
                        """,
                        Map.of("id", pupil.id()),
                        row -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)))
                .orElseThrow());
        return traces;
    }

    /**
     * Columns that hold one of them. Events waiting or sent, and answers to repeated requests, are swept by themselves; the trail is
     * chained row by row and keeps the words in which somebody gave his reason.
     */
    private List<String> found(List<String> traces) {
        List<String[]> columns = database.list(
                """
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name not in ('outbox', 'idempotency', 'trail')
                  and table_name in (select table_name from information_schema.tables
                    where table_schema = 'public' and table_type = 'BASE TABLE')
                  and data_type in ('text', 'jsonb', 'bytea', 'ARRAY', 'uuid')
                """, Map.of(), row -> new String[] {row.getString(1), row.getString(2), row.getString(3)});
        assertThat(columns).hasSizeGreaterThan(100);
        List<String> found = new ArrayList<>();
        String any = String.join("|", traces);
        for (String[] column : columns) {
            String text = "bytea".equals(column[2])
                    ? "encode(\"%s\", 'hex')".formatted(column[1])
                    : "\"%s\"::text".formatted(column[1]);
            if (database.number(
                            "select count(*) from \"%s\" where %s ~ :any".formatted(column[0], text),
                            Map.of("any", any))
                    > 0) {
                found.add(column[0] + "." + column[1]);
            }
        }
        return found;
    }

    private List<Object> statistics(String semester) {
        return Acts.as(Tokens.auditor())
                .queryParam("semester", semester)
                .get("/api/v1/retention/statistics")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
    }

    private static JsonPath rulings(UUID pupil) {
        return Acts.as(Tokens.auditor())
                .get("/api/v1/students/{id}/rulings", pupil)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String replayed(JsonPath rulings) throws JsonProcessingException {
        String inputs = json.writeValueAsString(rulings.getMap("items[0].inputs"));
        Decision again = Evaluation.of(
                json.readValue(inputs, PupilFacts.class),
                trials.rules(rulings.getString("items[0].ruleSet"), rulings.getString("items[0].ruleSetVersion")));
        return again.result().name();
    }

    private static String name(UUID pupil) {
        return Roll.get(pupil, "").getString("name");
    }

    private static Response hold(UUID pupil) {
        return Acts.as(Tokens.clerk())
                .body(Map.of("subject", "STUDENT", "subjectId", pupil, "reason", "RECOVERY", "note", "追回未结清"))
                .post("/api/v1/retention/holds");
    }

    private static Response lift(String token, String path) {
        return Acts.as(token)
                .header("If-Match", "\"1\"")
                .body(Map.of("note", "已结案"))
                .post(path);
    }

    private static List<String> due(JsonPath run, String kind) {
        return Acts.as(Tokens.auditor())
                .queryParam("limit", 500)
                .get("/api/v1/retention/runs/{id}/due/{kind}", run.getString("run.id"), kind)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static int read(String path) {
        String token = Tokens.of("clerk")
                .roles("aid-clerk", "aid-reviewer")
                .org("bureau")
                .token();
        return Acts.as(token).get(path).statusCode();
    }

    private void past(String sql, String id) {
        assertThat(database.update(sql, Map.of("id", id))).isEqualTo(1);
    }

    private String text(String sql, UUID id) {
        return database.first(sql, Map.of("id", id), row -> row.getString(1)).orElseThrow();
    }

    private static JsonPath chain() {
        return Acts.as(Tokens.auditor()).get("/api/v1/trail/chain").jsonPath();
    }

    /** Leaves no run open for the tests that follow. */
    private void drop() {
        String open = database.first(
                        "select id from retention_run where state = 'COUNTED'", Map.of(), row -> row.getString(1))
                .orElseThrow();
        decide(Tokens.reviewer(), awaited(open, "COUNTED"), false).then().statusCode(200);
    }

    private String lastEvent(UUID pupil) {
        return database.first("""
                        select payload from outbox where event_key = :id and type like '%StudentChanged.v1' order by id desc limit 1
                        """, Map.of("id", pupil.toString()), row -> row.getString(1))
                .orElseThrow();
    }
}
