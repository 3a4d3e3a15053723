package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see and do what: the right role, the wrong role, another jurisdiction, no token. */
@ComponentTest
class AuthorisationTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String ELSEWHERE = "school:9999999999";

    @Inject
    Neighbours neighbours;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/findings",
        "GET, /api/v1/findings/totals",
        "GET, /api/v1/data-checks",
        "GET, /api/v1/data-checks/A04/hits",
        "GET, /api/v1/ledger.xlsx",
        "GET, /api/v1/payment-limits",
    })
    void readersOfTheWholeCountyAreLetIn(Method method, String path) {
        // When
        ValidatableResponse answer = send(Tokens.auditor(), method, path, "");

        // Then
        answer.statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/api/v1/findings|''",
                "GET|/api/v1/findings/totals|''",
                "GET|/api/v1/findings/{id}|''",
                "POST|/api/v1/findings/{id}/progress|{\"note\":\"n\"}",
                "POST|/api/v1/findings/{id}/closure-requests|{\"result\":\"r\"}",
                "POST|/api/v1/findings/{id}/confirmation|{\"opinion\":\"o\"}",
                "POST|/api/v1/findings/{id}/closure|{\"accepted\":true,\"opinion\":\"o\"}",
                "GET|/api/v1/data-checks|''",
                "GET|/api/v1/data-checks/A04/hits|''",
                "POST|/api/v1/data-checks/A04/runs|''",
                "GET|/api/v1/ledger.xlsx|''",
            })
    void aWrongRoleIsForbiddenAndNoTokenIsUnauthorised(Method method, String path, String body) {
        // Given
        String target = path.replace("{id}", UUID.randomUUID().toString());

        // When
        ValidatableResponse wrongRole = send(Tokens.administrator(), method, target, body);
        ValidatableResponse noToken = send(null, method, target, body);

        // Then
        wrongRole.statusCode(403).contentType(PROBLEM).body("type", equalTo("urn:aid:problem:role-not-allowed"));
        noToken.statusCode(401).contentType(PROBLEM).body("type", equalTo("urn:aid:problem:not-authenticated"));
    }

    @Test
    void aLineOfAnotherSchoolDoesNotExistForASchool() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");
        String line = "/api/v1/findings/" + Ledger.idOf(pupil);

        // When
        ValidatableResponse shown = send(Tokens.clerk(ELSEWHERE), Method.GET, line, "");
        ValidatableResponse reported =
                send(Tokens.clerk(ELSEWHERE), Method.POST, line + "/progress", "{\"note\":\"n\"}");
        ValidatableResponse submitted =
                send(Tokens.clerk(ELSEWHERE), Method.POST, line + "/closure-requests", "{\"result\":\"r\"}");
        ValidatableResponse confirmed =
                send(Tokens.reviewer(ELSEWHERE), Method.POST, line + "/confirmation", "{\"opinion\":\"o\"}");
        ValidatableResponse closed = send(
                Tokens.reviewer(ELSEWHERE), Method.POST, line + "/closure", "{\"accepted\":true,\"opinion\":\"o\"}");
        ValidatableResponse run = send(Tokens.inspector(ELSEWHERE), Method.POST, "/api/v1/data-checks/A04/runs", "");

        // Then
        for (ValidatableResponse answer : List.of(shown, reported, submitted, confirmed, closed, run)) {
            answer.statusCode(404).contentType(PROBLEM).body("type", equalTo("urn:aid:problem:not-found"));
        }
    }

    @Test
    void listsAreNarrowedToTheJurisdiction() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");
        String list = "/api/v1/findings?student=" + pupil.id;

        // When
        ValidatableResponse own = send(Tokens.clerk("school:" + pupil.school), Method.GET, list, "");
        ValidatableResponse town = send(Tokens.clerk("town:" + pupil.town), Method.GET, list, "");
        ValidatableResponse other = send(Tokens.clerk(ELSEWHERE), Method.GET, list, "");
        ValidatableResponse village = send(Tokens.clerk("village:" + pupil.town + "/一村"), Method.GET, list, "");
        ValidatableResponse hits =
                send(Tokens.clerk("school:" + pupil.school), Method.GET, "/api/v1/data-checks/A04/hits", "");

        // Then
        own.statusCode(200).body("items", not(empty()));
        town.statusCode(200).body("items", not(empty()));
        other.statusCode(200).body("items", empty());
        village.statusCode(200).body("items", empty());
        hits.statusCode(200).body("items.studentId", equalTo(List.of(pupil.id.toString())));
    }

    @Test
    void aStateNobodyKnowsIsABadRequest() {
        // When
        ValidatableResponse answer = send(Tokens.inspector(), Method.GET, "/api/v1/findings?state=LOST", "");

        // Then
        answer.statusCode(400).contentType(PROBLEM).body("type", equalTo("urn:aid:problem:invalid-fields"));
    }

    @Test
    void anUnknownCheckIsNotFound() {
        // When
        ValidatableResponse answer = send(Tokens.inspector(), Method.GET, "/api/v1/data-checks/A99/hits", "");

        // Then
        answer.statusCode(404).contentType(PROBLEM);
    }

    private static ValidatableResponse send(String token, Method method, String path, String body) {
        var request = given().header("Idempotency-Key", UUID.randomUUID());
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (!body.isEmpty()) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(method, path).then();
    }
}
