package cn.gov.zhuozhou.aid.registry.freshness;

import static cn.gov.zhuozhou.aid.registry.identification.Acts.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.County;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sources of a test's own, so that the real ones stay as they are. */
@RegistryTest
class FreshnessTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");

    private final String source = "made-" + letters();

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    FreshnessWatch watch;

    @Inject
    MeterRegistry meters;

    @Inject
    TestSemesters semesters;

    @Inject
    County county;

    @Inject
    ObjectMapper json;

    /** Other tests open semesters, too. */
    @AfterEach
    void forgetTheLimit() {
        database.update("delete from feed_age_limit where source = :source", Map.of("source", source));
    }

    @Test
    @DisplayName("S69, A18: a source past its days is listed, measured and told once, and told again when renewed")
    void aSourcePastItsDaysIsToldUntilItIsRenewed() throws IOException {
        // Given
        limit(source, clock.today(), 31, "WARN").then().statusCode(201);
        delivered(31);
        watch.look();
        List<JsonNode> onTheLastDay = told();
        database.update("update feed_batch set as_of = as_of - 1 where source = :source", Map.of("source", source));

        // When
        watch.look();
        watch.look();

        // Then
        assertThat(onTheLastDay).isEmpty();
        assertThat(told()).hasSize(1);
        as(Tokens.viewer())
                .get("/api/v1/feeds/staleness")
                .then()
                .statusCode(200)
                .body("items.find { it.source == '%s' }.state".formatted(source), equalTo("STALE"))
                .body("items.find { it.source == '%s' }.ageDays".formatted(source), equalTo(32));
        assertThat(meters.get("aid.feed.age.days").tag("source", source).gauge().value())
                .isEqualTo(32);
        delivered(0);
        watch.look();
        assertThat(told()).extracting(e -> e.path("state").asText()).containsExactly("STALE", "FRESH");
        assertThat(told()).extracting(e -> e.path("revision").asLong()).containsExactly(1L, 2L);
        JsonSchema schema = schema();
        assertThat(told())
                .allSatisfy(event -> assertThat(schema.validate(event)).isEmpty());
        as(Tokens.viewer())
                .get("/api/v1/feeds/staleness")
                .then()
                .body("items.find { it.source == '%s' }.state".formatted(source), equalTo("FRESH"));
    }

    @Test
    @DisplayName("S69: rulings that lean on a source too old are listed, within one's jurisdiction")
    void rulingsThatLeanOnItAreListed() {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        UUID pupil = county.pupil(school);
        county.evidence(pupil, "DIBAO_R");
        database.update(
                "update evidence set source = :source where student_id = :pupil",
                Map.of("source", source, "pupil", pupil));
        semesters.open(semester);
        delivered(40);

        // When
        limit(source, clock.today(), 31, "WARN").then().statusCode(201);

        // Then
        String path = "/api/v1/feeds/staleness/" + source + "/rulings";
        as(Tokens.viewer())
                .get(path)
                .then()
                .statusCode(200)
                .body("items.studentId", equalTo(List.of(pupil.toString())))
                .body("items[0].categories", equalTo(List.of("DIBAO_R")))
                .body("items[0].result", equalTo("ADDED"));
        as(Tokens.viewer("school:" + school)).get(path).then().body("items.size()", equalTo(1));
        as(Tokens.viewer("school:9900000009")).get(path).then().body("items.size()", equalTo(0));
        delivered(0);
        as(Tokens.viewer()).get(path).then().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("S69: a semester opened on old data is warned of, or refused where the county wants it so")
    void anOpeningOnOldDataIsWarnedOfOrRefused() {
        // Given
        Semester semester = semesters.next();
        delivered(40);
        limit(source, clock.today(), 31, "REFUSE").then().statusCode(201);

        // When
        Response refused = open(semester);

        // Then
        refused.then()
                .statusCode(422)
                .body("type", containsString("feeds-stale"))
                .body("detail", containsString(source));
        database.update(
                "update feed_age_limit set on_opening = 'WARN' where source = :source", Map.of("source", source));
        open(semester).then().statusCode(202).body("warnings.source", hasItem(source));
        semesters.awaitOpen(semester);
    }

    @Test
    void onlyAnAdministratorSetsDaysAndNeverForThePast() {
        // Given
        LocalDate today = clock.today();

        // Then
        limit(source, today.minusDays(1), 31, "WARN").then().statusCode(422);
        limit(source, today, 31, "WARN").then().statusCode(201);
        limit(source, today, 60, "WARN").then().statusCode(409);
        limit(source, today.plusDays(1), 60, "WARN").then().statusCode(201);
        limit(source, today, 0, "WARN").then().statusCode(400);
        post(Tokens.clerk(), source, today, 31, "WARN").then().statusCode(403);
        post(Tokens.administrator("school:9900000001"), source, today, 31, "WARN")
                .then()
                .statusCode(404);
        given().get("/api/v1/feeds/staleness").then().statusCode(401);
        as(Tokens.viewer("school:9900000001"))
                .get("/api/v1/feeds/staleness")
                .then()
                .statusCode(404);
        as(Tokens.viewer())
                .get("/api/v1/feeds/age-limits")
                .then()
                .body("items.findAll { it.source == '%s' }.days".formatted(source), equalTo(List.of(31, 60)));
    }

    @Test
    void theExamplesKeepTheContract() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
            List<Path> examples = files.filter(f -> f.getFileName().toString().startsWith("FeedStale"))
                    .toList();
            assertThat(examples).hasSize(2);
            for (Path example : examples) {
                assertThat(schema().validate(json.readTree(example.toFile()))).isEmpty();
            }
        }
    }

    private static Response open(Semester semester) {
        return as(Tokens.clerk())
                .header("Accept-Language", "en")
                .post("/api/v1/semesters/{code}/opening", semester.code());
    }

    private static Response limit(String source, LocalDate firstDay, int days, String onOpening) {
        return post(Tokens.administrator(), source, firstDay, days, onOpening);
    }

    private static Response post(String token, String source, LocalDate firstDay, int days, String onOpening) {
        return as(token)
                .body(Map.of("source", source, "firstDay", firstDay.toString(), "days", days, "onOpening", onOpening))
                .post("/api/v1/feeds/age-limits");
    }

    private void delivered(int daysAgo) {
        database.update("""
                insert into feed_batch (id, source, kind, as_of, state, created_by, created_name, created_at, merge_no)
                values (uuidv7(), :source, 'FILE', :asOf, 'DONE', 'test', 'test', now(), nextval('feed_merge_no'))""", Map.of("source", source, "asOf", clock.today().minusDays(daysAgo)));
    }

    private List<JsonNode> told() {
        return database
                .list(
                        "select payload from outbox where topic = 'student-registry.feed' order by id",
                        Map.of(),
                        row -> row.getString(1))
                .stream()
                .map(this::parsed)
                .filter(event -> source.equals(event.path("source").asText()))
                .toList();
    }

    private JsonNode parsed(String payload) {
        try {
            return json.readTree(payload);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("FeedStale.v1.schema.json")));
    }

    /** The hexadecimal digits of an id as letters. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(20)
                .mapToObj(c -> Character.toString(c <= '9' ? c - '0' + 'a' : c - 'a' + 'k'))
                .reduce("", String::concat);
    }
}
