package cn.gov.zhuozhou.aid.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The ledger as the bureau's inspector sees it. */
final class Ledger {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Ledger() {}

    /** Code and state of every line of a pupil, such as {@code A06 ASSIGNED}. */
    static List<String> linesOf(Pupil pupil) {
        JsonPath found = given().auth()
                .oauth2(Tokens.inspector())
                .queryParam("student", pupil.id)
                .get("/api/v1/findings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> codes = found.getList("items.code");
        List<String> states = found.getList("items.state");
        return IntStream.range(0, codes.size())
                .mapToObj(i -> codes.get(i) + " " + states.get(i))
                .sorted()
                .toList();
    }

    static void awaitLines(Pupil pupil, String... lines) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(linesOf(pupil)).containsExactlyInAnyOrder(lines));
    }

    /** The only line of a pupil. */
    static UUID idOf(Pupil pupil) {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.inspector())
                .queryParam("student", pupil.id)
                .get("/api/v1/findings")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id"));
    }

    static JsonPath show(UUID id) {
        return given().auth()
                .oauth2(Tokens.inspector())
                .get("/api/v1/findings/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
