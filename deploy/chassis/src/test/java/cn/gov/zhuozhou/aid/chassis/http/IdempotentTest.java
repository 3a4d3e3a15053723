package cn.gov.zhuozhou.aid.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ChassisTest
class IdempotentTest {
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        // Given
        Response first = make(key, "a");

        // When
        Response second = make(key, "a");

        // Then
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
    }

    @Test
    void concurrentDuplicatesHaveOneEffect() {
        // Given
        int before = ThingResource.MADE.get();

        // When
        List<String> answers = AtOnce.times(4, () -> make(key, "a").body().asString());

        // Then
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(ThingResource.MADE.get()).isEqualTo(before + 1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        // Given
        make(key, "a");

        // When
        Response other = make(key, "b");

        // Then
        other.then().statusCode(422).body("type", equalTo("urn:aid:problem:key-used-for-another-request"));
    }

    @Test
    void whatFailedMayBeTriedAgainWithTheSameKey() {
        // Given
        String name = UUID.randomUUID().toString();
        assertThat(post("/api/v1/things/readings", key, name).statusCode()).isEqualTo(500);

        // When
        Response second = post("/api/v1/things/readings", key, name);

        // Then
        second.then().statusCode(200).body("name", equalTo(name));
    }

    @Test
    void aRepetitionMayComeWithANewToken() {
        // Given
        Response first = make(key, "a");

        // When
        Response second = post(
                "/api/v1/things",
                key,
                "a",
                Tokens.of("clerk").roles("aid-clerk", "aid-viewer").token());

        // Then
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
    }

    @Test
    void aMethodThatReturnsWhatItMadeIsRepeatedAlike() {
        // Given
        Response first = post("/api/v1/things/views", key, "a");

        // When
        Response second = post("/api/v1/things/views", key, "a");

        // Then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(second.contentType()).isEqualTo(first.contentType());
    }

    @Test
    void anAnswerThatIsNotKeptIsMadeAgain() {
        // Given
        post("/api/v1/things/files", key, "a");
        int before = ThingResource.MADE.get();

        // When
        Response second = post("/api/v1/things/files", key, "a");

        // Then
        assertThat(second.body().asString()).isEqualTo("a");
        assertThat(ThingResource.MADE.get()).isEqualTo(before + 1);
    }

    @Test
    void itsKeyIsNotTakenForAnotherRequestEither() {
        // Given
        post("/api/v1/things/files", key, "a");

        // When
        Response other = post("/api/v1/things/files", key, "b");

        // Then
        other.then().statusCode(422).body("type", equalTo("urn:aid:problem:key-used-for-another-request"));
    }

    @Test
    void theInterfaceSaysWhereAKeyIsTaken() {
        given().header("Accept", "application/json")
                .get("/q/openapi?format=json")
                .then()
                .body("components.parameters.IdempotencyKey.name", equalTo("Idempotency-Key"))
                .body(
                        "paths.'/api/v1/things/files'.post.parameters.'$ref'",
                        hasItem("#/components/parameters/IdempotencyKey"))
                .body(
                        "paths.'/api/v1/things/{name}/naming'.post.parameters.'$ref'",
                        hasItem("#/components/parameters/IdempotencyKey"));
    }

    @Test
    void aKeyIsAskedFor() {
        given().auth()
                .oauth2(Tokens.clerk())
                .contentType("application/json")
                .body("{\"name\":\"a\",\"size\":1}")
                .post("/api/v1/things")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:aid:problem:idempotency-key-missing"));
    }

    private static Response make(String key, String name) {
        return post("/api/v1/things", key, name);
    }

    private static Response post(String path, String key, String name) {
        return post(path, key, name, Tokens.clerk());
    }

    private static Response post(String path, String key, String name, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"size\":1}")
                .post(path);
    }
}
