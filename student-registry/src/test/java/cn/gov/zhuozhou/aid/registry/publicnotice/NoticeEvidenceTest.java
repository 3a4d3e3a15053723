package cn.gov.zhuozhou.aid.registry.publicnotice;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.document.Papers;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.publicnotice.PostedNotices.Posted;
import cn.gov.zhuozhou.aid.registry.retention.ErasureActs;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("Proof that a notice hung (A11, S70)")
class NoticeEvidenceTest {
    @Inject
    PostedNotices notices;

    @Inject
    Papers papers;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Test
    void isCompleteWithPhotosOfTheFirstAndTheLastDay() throws IOException {
        // Given
        Posted posted = notices.general();
        notices.hand(posted, "FIRST_DAY", posted.firstDay(), "image/jpeg", PostedNotices.photo())
                .then()
                .statusCode(201);
        notices.passLastDayOf(posted);
        List<String> missingAtTheEnd = gaps(posted);

        // When
        Response handed = notices.hand(posted, "LAST_DAY", posted.lastDay(), "image/jpeg", PostedNotices.photo());

        // Then
        handed.then().statusCode(201);
        assertThat(missingAtTheEnd).containsExactly("LAST_DAY_PHOTO_MISSING");
        assertThat(gaps(posted)).isEmpty();
        List<JsonNode> told = closedEvents(posted);
        assertThat(told).extracting(e -> e.path("evidenceComplete").asBoolean()).containsExactly(false, true);
        assertThat(told).extracting(e -> e.path("revision").asLong()).containsExactly(2L, 3L);
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("src/main/resources/contract/NoticeClosed.v1.schema.json")));
        assertThat(told).allSatisfy(event -> assertThat(schema.validate(event)).isEmpty());
    }

    @Test
    @DisplayName("Five years after the notice nobody is named any more: not on its lines, in objections or on photos")
    void isForgottenAfterItsTime() {
        // Given
        Posted posted = notices.general();
        String photo = notices.hand(posted, "FIRST_DAY", posted.firstDay(), "image/jpeg", PostedNotices.photo())
                .jsonPath()
                .getString("id");
        String notice = "/api/v1/public-notices/" + posted.id();
        String objection = Acts.as(Tokens.clerk())
                .body(Map.of(
                        "lineId",
                        notices.show(posted).getString("lines[0].id"),
                        "content",
                        "某家在县城有两套房",
                        "objector",
                        "李四"))
                .post(notice + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Acts.as(Tokens.reviewer())
                .body(Map.of("minutes", "某家无房产"))
                .post(notice + "/objections/" + objection + "/rechecks")
                .then()
                .statusCode(200);
        Acts.as(Tokens.reviewer())
                .body(Map.of("decision", "DISMISSED", "answer", "经核实，予以答复。"))
                .post(notice + "/objections/" + objection + "/answers")
                .then()
                .statusCode(200);
        notices.passLastDayOf(posted);
        database.update(
                "update public_notice set first_day = '2010-01-04', last_day = '2010-01-08' where id = :id::uuid",
                Map.of("id", posted.id()));

        // When
        JsonPath erased = ErasureActs.eraseWhatIsOver();

        // Then
        assertThat(erased.getList("protocol.kind")).contains("PUBLIC_NOTICE");
        assertThat(notices.show(posted).getString("lines[0].name")).isEqualTo("已匿名");
        JsonPath left = Acts.as(Tokens.clerk()).get(notice + "/objections").jsonPath();
        assertThat(left.getString("[0].state")).isEqualTo("DISMISSED");
        assertThat(left.getString("[0].content")).isEqualTo("已匿名");
        assertThat(left.getString("[0].recheck.text")).isEqualTo("已匿名");
        assertThat(left.getString("[0].objector")).isNull();
        assertThat(Acts.as(Tokens.reviewer()).get(notice + "/evidence/" + photo).statusCode())
                .isEqualTo(404);
    }

    @Test
    void comesBackToThoseWhoMaySeeIt() {
        // Given
        Posted posted = notices.general();
        String id = notices.hand(posted, "OTHER", posted.firstDay(), "image/jpeg", PostedNotices.photo())
                .jsonPath()
                .getString("id");
        String path = "/api/v1/public-notices/" + posted.id() + "/evidence/" + id;

        // When
        Response download =
                Acts.as(Tokens.of("i").roles("aid-inspector").token()).get(path);

        // Then
        download.then().statusCode(200).contentType("image/jpeg");
        assertThat(download.header("Content-Disposition")).startsWith("attachment;");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.body().asByteArray()).startsWith(0xFF, 0xD8);
        assertThat(Acts.as(Tokens.clerk("school:elsewhere")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(Acts.as(Tokens.viewer()).get(path).statusCode()).isEqualTo(403);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void isTakenFromTheSchoolItselfOnly() {
        // Given
        Posted posted = notices.general();
        String path =
                "/api/v1/public-notices/" + posted.id() + "/evidence?shows=OTHER&place=a&takenOn=" + posted.firstDay();

        // When
        Response outside = Acts.as(Tokens.clerk("school:elsewhere"))
                .contentType("image/jpeg")
                .body(PostedNotices.photo())
                .post(path);
        Response wrongRole = Acts.as(Tokens.auditor())
                .contentType("image/jpeg")
                .body(PostedNotices.photo())
                .post(path);

        // Then
        assertThat(outside.statusCode()).isEqualTo(404);
        assertThat(wrongRole.statusCode()).isEqualTo(403);
    }

    @Test
    void isRefusedFromAnotherDayOrOfAnotherKind() {
        // Given
        Posted posted = notices.general();

        // When
        Response early =
                notices.hand(posted, "FIRST_DAY", posted.firstDay().minusDays(1), "image/jpeg", PostedNotices.photo());
        Response future =
                notices.hand(posted, "LAST_DAY", posted.lastDay().plusDays(1), "image/jpeg", PostedNotices.photo());
        Response program =
                notices.hand(posted, "OTHER", posted.firstDay(), "image/jpeg", "MZ program".getBytes(US_ASCII));

        // Then
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(program.statusCode()).isEqualTo(415);
    }

    @Test
    @DisplayName("A16: is refused with a number of a person in it, telling where and what kind")
    void isRefusedWithAPersonalNumberInIt() {
        // Given
        Posted posted = notices.general();
        byte[] scan = papers.print(
                        "<html><head><title>t</title><style>body{font-family:paper-han,paper-latin}</style></head>"
                                + "<body><p>张三 ９９９９９９ 20100101 0016</p></body></html>",
                        Instant.EPOCH)
                .content();

        // When
        Response refused = notices.hand(posted, "OTHER", posted.firstDay(), "application/pdf", scan);

        // Then
        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:aid:problem:private-data-in-notice");
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("IDENTITY");
        assertThat(refused.asString()).contains("第 1 页").doesNotContain("20100101");
        assertThat(database.list(
                        "select 1 from attachment where subject_id = :id",
                        Map.of("id", posted.id()),
                        row -> row.getInt(1)))
                .isEmpty();
    }

    private List<String> gaps(Posted posted) {
        return Acts.as(Tokens.clerk())
                .get("/api/v1/public-notices/{id}/evidence", posted.id())
                .jsonPath()
                .getList("gaps.code");
    }

    private List<JsonNode> closedEvents(Posted posted) {
        return database
                .list(
                        "select payload from outbox where event_key = :key and type like '%NoticeClosed.v1' order by id",
                        Map.of("key", posted.id()), row -> row.getString(1))
                .stream()
                .map(this::parse)
                .toList();
    }

    private JsonNode parse(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
