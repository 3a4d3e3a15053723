package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@RegistryTest
class FeedStatisticsTest {
    private static final String PATH = "/api/v1/feeds/statistics";

    @Test
    void aProvidersMonthTellsWhatIsWrongWithHisFiles() {
        // Given
        JsonPath before = statistics("disabled-federation");
        String header = "残疾人证号,姓名,乡镇街道,证件状态\n";
        String good = People.adult() + "42,试某人,双塔街道,有效\n";
        String misspelt = People.misspelt(People.adult()) + "42,试某人,双塔街道,有效\n";

        // When
        Feeds.take("disabled-federation", header + good + good + misspelt);

        // Then
        JsonPath after = statistics("disabled-federation");
        assertThat(grown(before, after, "files")).isEqualTo(1);
        assertThat(grown(before, after, "rows")).isEqualTo(3);
        assertThat(grown(before, after, "accepted")).isEqualTo(1);
        assertThat(grown(before, after, "duplicates")).isEqualTo(1);
        assertThat(grown(before, after, "refused")).isEqualTo(1);
        String refusal = "refusals.find { it.reason == 'WRONG_CHECK_DIGIT' && it.column == '残疾人证号' }";
        assertThat(after.getString("months[0]." + refusal + ".text")).contains("残疾人证号", "check digit");
        assertThat(after.getDouble("months[0].medianSeconds")).isNotNegative();
        assertThat(after.getList("months")).hasSize(1);
    }

    @Test
    void theBureauAloneReadsThem() {
        status(PATH, Tokens.auditor(), 200);
        status(PATH, Tokens.viewer("school:1"), 404);
        status(PATH, Tokens.of("nobody").roles().org(Tokens.BUREAU).token(), 403);
        status(PATH, null, 401);
        status(PATH + "?from=March", Tokens.viewer(), 400);
        status(PATH + "?from=2019-04&to=2019-03", Tokens.viewer(), 400);
    }

    private static long grown(JsonPath before, JsonPath after, String count) {
        long was = before.getList("months").isEmpty() ? 0 : before.getLong("months[0]." + count);
        return after.getLong("months[0]." + count) - was;
    }

    private static JsonPath statistics(String source) {
        return given().auth()
                .oauth2(Tokens.viewer())
                .queryParam("source", source)
                .queryParam("from", "2019-03")
                .queryParam("to", "2019-03")
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void status(String path, String token, int status) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        request.get(path).then().statusCode(status);
    }
}
