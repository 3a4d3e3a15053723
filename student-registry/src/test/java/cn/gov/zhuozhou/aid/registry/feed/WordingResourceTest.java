package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class WordingResourceTest {
    private static final String COLUMNS = "/api/v1/feeds/civil-affairs-tekun/columns";
    private static final String CODES = "/api/v1/feeds/civil-affairs-tekun/codes";
    private static final String ORPHAN_CODES = "/api/v1/feeds/civil-affairs-orphan/codes";

    @Inject
    Database database;

    /** Words of this test only: the tests share one database. Without digits, which answers would not show. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "数");

    @Test
    @DisplayName("S65: another county's headers and words need no code")
    void anotherCountysFileIsReadOnceItsHeadersAndWordsAreKnown() {
        // Given
        String file =
                "供养编码%1$s,属性%1$s,所在地%1$s,人名%1$s,号码%1$s\nT1,城特%1$s,双塔街道,试某人,%2$s\n".formatted(mark, People.adult());
        refused(file).body("detail", containsString("特困证号"));
        add(COLUMNS, "特困证号", "headers", "供养编码" + mark);
        add(COLUMNS, "乡镇街道", "headers", "所在地" + mark);
        add(COLUMNS, "姓名", "headers", "人名" + mark);
        add(COLUMNS, "身份证号", "headers", "号码" + mark);
        refused(file)
                .body("errors.field", hasItem("城乡类别"))
                .body("detail", containsString("城乡类别"))
                .body("detail", containsString("人名" + mark));
        add(COLUMNS, "城乡类别", "headers", "属 性" + mark);

        // When
        var before = Feeds.take("civil-affairs-tekun", file);
        add(CODES, "AREA/URBAN", "words", "城特" + mark);
        var after = Feeds.take("civil-affairs-tekun", file);

        // Then
        assertThat(before.getMap("refusedByReason")).isEqualTo(Map.of("VALUE_UNKNOWN", 1));
        assertThat(after.getInt("accepted")).isEqualTo(1);
        assertThat(database.first(
                        "select count(*) from trail where action = 'feed.wording-changed' and detail::text like :mark",
                        Map.of("mark", "%" + mark + "%"),
                        row -> row.getLong(1)))
                .hasValue(6L);
    }

    @Test
    void aWordMeansOneThingAndWhatHeldBeforeIsKept() {
        // Given
        add(ORPHAN_CODES, "CHILD_KIND/ORPHAN", "words", "甲" + mark);

        // When
        put(
                        ORPHAN_CODES,
                        "CHILD_KIND/DEFACTO",
                        "words",
                        plus(ORPHAN_CODES, "CHILD_KIND/DEFACTO", "甲" + mark),
                        "2019-03-01",
                        etag(ORPHAN_CODES))
                .statusCode(422)
                .body("type", containsString("word-taken"))
                .body("detail", containsString("ORPHAN"));
        put(
                        ORPHAN_CODES,
                        "CHILD_KIND/ORPHAN",
                        "words",
                        without(ORPHAN_CODES, "CHILD_KIND/ORPHAN", "甲" + mark),
                        "2019-03-03",
                        etag(ORPHAN_CODES))
                .statusCode(204);

        // Then
        assertThat(words("2019-03-02", "ORPHAN")).contains("甲" + mark);
        assertThat(words("2019-03-03", "ORPHAN")).doesNotContain("甲" + mark);
        put(ORPHAN_CODES, "CHILD_KIND/ORPHAN", "words", List.of(), "2019-03-02", etag(ORPHAN_CODES))
                .statusCode(422)
                .body("type", containsString("wording-date"));
    }

    @Test
    void aChangeIsMadeToWhatWasSeen() {
        String seen = etag(COLUMNS);
        put(COLUMNS, "村居", "headers", plus(COLUMNS, "村居", "屯" + mark), "2019-01-01", null)
                .statusCode(428);
        put(COLUMNS, "村居", "headers", plus(COLUMNS, "村居", "屯" + mark), "2019-01-01", seen)
                .statusCode(204);
        put(COLUMNS, "村居", "headers", List.of(), "2019-01-01", seen).statusCode(412);
        put(COLUMNS, "没有", "headers", List.of("x"), "2019-01-01", etag(COLUMNS)).statusCode(404);
        put(CODES, "COLUMN/村居", "words", List.of("x"), "2019-01-01", etag(CODES))
                .statusCode(404);
    }

    @Test
    void anAdministratorOfTheBureauChangesAndTheBureauReads() {
        for (String path : List.of(COLUMNS, CODES)) {
            get(path, Tokens.viewer(), 200);
            get(path, Tokens.viewer("school:1"), 404);
            get(path, Tokens.of("nobody").roles().org(Tokens.BUREAU).token(), 403);
            get(path, null, 401);
        }
        get("/api/v1/feeds/weather/columns", Tokens.viewer(), 404);
        Map<String, ?> change = Map.of("headers", List.of("x"), "validFrom", "2019-01-01", "reason", "测试");
        for (var expected : List.of(Map.entry(Tokens.clerk(), 403), Map.entry(Tokens.administrator("school:1"), 404))) {
            given().auth()
                    .oauth2(expected.getKey())
                    .contentType("application/json")
                    .header("If-Match", etag(COLUMNS))
                    .body(change)
                    .put(COLUMNS + "/村居")
                    .then()
                    .statusCode(expected.getValue());
        }
        given().contentType("application/json")
                .body(change)
                .put(COLUMNS + "/村居")
                .then()
                .statusCode(401);
    }

    private ValidatableResponse refused(String file) {
        return Feeds.handIn("civil-affairs-tekun", Feeds.TODAY, Feeds.utf8(file))
                .statusCode(400);
    }

    private static void add(String path, String meaning, String field, String word) {
        put(path, meaning, field, plus(path, meaning, word), "2019-01-01", etag(path))
                .statusCode(204);
    }

    private static ValidatableResponse put(
            String path, String meaning, String field, List<String> words, String from, String ifMatch) {
        var request = given().auth()
                .oauth2(Tokens.administrator())
                .contentType("application/json")
                .body(Map.of(field, words, "validFrom", from, "reason", "外县文件"));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(path + "/" + meaning).then();
    }

    private static List<String> plus(String path, String meaning, String word) {
        List<String> words = new java.util.ArrayList<>(present(path, meaning));
        words.add(word);
        return words;
    }

    private static List<String> without(String path, String meaning, String word) {
        List<String> words = new java.util.ArrayList<>(present(path, meaning));
        words.remove(word);
        return words;
    }

    private static List<String> present(String path, String meaning) {
        var answer = get(path, Tokens.administrator(), 200).extract().jsonPath();
        List<String> words = path.equals(COLUMNS)
                ? answer.getList("columns.find { it.column == '" + meaning + "' }.headers", String.class)
                : answer.getList(
                        "sets.find { it.set == '%s' }.codes.find { it.code == '%s' }.words"
                                .formatted((Object[]) meaning.split("/")),
                        String.class);
        return words == null ? List.of() : words;
    }

    private static List<String> words(String on, String code) {
        return get(ORPHAN_CODES + "?on=" + on, Tokens.viewer(), 200)
                .extract()
                .jsonPath()
                .getList("sets.find { it.set == 'CHILD_KIND' }.codes.find { it.code == '" + code + "' }.words");
    }

    private static String etag(String path) {
        return get(path, Tokens.viewer(), 200).extract().header("ETag");
    }

    private static ValidatableResponse get(String path, String token, int status) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.get(path).then().statusCode(status);
    }
}
