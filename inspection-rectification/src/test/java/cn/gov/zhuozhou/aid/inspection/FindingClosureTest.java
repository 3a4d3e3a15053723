package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line whose cause stands goes from the unit's report to the bureau's closing. */
@ComponentTest
class FindingClosureTest {
    private static final String ACCEPT = "{\"accepted\":true,\"opinion\":\"已核实\"}";

    @Inject
    Neighbours neighbours;

    @Inject
    Database database;

    private Pupil pupil;
    private UUID line;

    @BeforeEach
    void aLineOfASchool() {
        pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");
        line = Ledger.idOf(pupil);
    }

    @Test
    void theBureauClosesWhatTheSchoolReportedAndItStaysClosed() {
        // Given
        progress(school());
        requestClosure(school());

        // When
        closure(Tokens.inspector(), "\"3\"", ACCEPT).statusCode(200).header("ETag", equalTo("\"4\""));

        // Then
        var shown = Ledger.show(line);
        assertThat(shown.getString("state")).isEqualTo("CLOSED");
        assertThat(shown.getBoolean("causePresent")).isTrue();
        assertThat(shown.<String>getList("history.act"))
                .containsExactly(
                        "REGISTERED_BY_CHECK",
                        "ASSIGNED_TO_UNIT",
                        "PROGRESS_REPORTED",
                        "CLOSURE_REQUESTED",
                        "CLOSED_BY_PERSON");
        assertThat(trail()).isEqualTo(3);
    }

    @Test
    void aClosureSentBackIsWorkedOnFurther() {
        // Given
        progress(school());
        requestClosure(school());

        // When
        closure(Tokens.reviewer(), "\"3\"", "{\"accepted\":false,\"opinion\":\"证据不足\"}")
                .statusCode(200);

        // Then
        assertThat(Ledger.show(line).getString("state")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void nobodyClosesWhatHeSubmittedHimself() {
        // Given
        progress(Tokens.inspector());
        requestClosure(Tokens.inspector());

        // When
        ValidatableResponse answer = closure(Tokens.inspector(), "\"3\"", ACCEPT);

        // Then
        answer.statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
    }

    @Test
    void theSchoolsOwnPrincipalMayNotClose() {
        // Given
        progress(school());
        requestClosure(school());

        // When
        ValidatableResponse answer = closure(Tokens.reviewer("school:" + pupil.school), "\"3\"", ACCEPT);

        // Then
        answer.statusCode(403).body("type", equalTo("urn:aid:problem:only-above-may-close"));
    }

    @Test
    void aStaleOrMissingIfMatchIsRefused() {
        // Given
        progress(school());
        requestClosure(school());

        // When
        ValidatableResponse stale = closure(Tokens.inspector(), "\"2\"", ACCEPT);
        ValidatableResponse missing = closure(Tokens.inspector(), null, ACCEPT);

        // Then
        stale.statusCode(412).body("type", equalTo("urn:aid:problem:changed-meanwhile"));
        missing.statusCode(428).body("type", equalTo("urn:aid:problem:precondition-required"));
    }

    @Test
    void closingIsNotAskedForBeforeAnythingWasDone() {
        // When
        ValidatableResponse answer = post(school(), "closure-requests", "{\"result\":\"已补办\"}");

        // Then
        answer.statusCode(409).body("type", equalTo("urn:aid:problem:act-not-allowed-now"));
    }

    @Test
    void aProgressReportRepeatedWithTheSameKeyIsOneReport() {
        // Given
        String key = UUID.randomUUID().toString();
        post(school(), "progress", "{\"note\":\"已联系家长\"}", key).statusCode(201);

        // When
        post(school(), "progress", "{\"note\":\"已联系家长\"}", key).statusCode(201);

        // Then
        assertThat(Ledger.show(line).getLong("revision")).isEqualTo(2);
    }

    @Test
    void theHistoryCannotBeChanged() {
        // When
        var refused = assertThatThrownBy(() -> database.execute("delete from finding_history"));

        // Then
        refused.hasStackTraceContaining("permission denied");
    }

    @Test
    void anOpenLinePastItsDeadlineIsOverdue() {
        // Given
        QuarkusTransaction.requiringNew()
                .run(() -> database.update(
                        "update finding set deadline = '2019-04-29' where id = :id", Map.of("id", line)));

        // When
        boolean overdue = Ledger.show(line).getBoolean("overdue");

        // Then
        assertThat(overdue).isTrue();
        given().auth()
                .oauth2(Tokens.clerk("school:" + pupil.school))
                .get("/api/v1/findings/totals")
                .then()
                .body("open", equalTo(1))
                .body("overdue", equalTo(1))
                .body("totals[0].code", equalTo("A04"));
    }

    private String school() {
        return Tokens.clerk("school:" + pupil.school);
    }

    private void progress(String token) {
        post(token, "progress", "{\"note\":\"已联系家长\",\"measures\":\"补办申请\"}").statusCode(201);
    }

    private void requestClosure(String token) {
        post(token, "closure-requests", "{\"result\":\"已补办\"}").statusCode(201);
    }

    private ValidatableResponse post(String token, String what, String body) {
        return post(token, what, body, UUID.randomUUID().toString());
    }

    private ValidatableResponse post(String token, String what, String body, String key) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/findings/{id}/{what}", line, what)
                .then();
    }

    private ValidatableResponse closure(String token, String ifMatch, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/v1/findings/{id}/closure", line)
                .then();
    }

    private long trail() {
        return database.number(
                "select count(*) from trail where subject = 'finding' and subject_id = :id",
                Map.of("id", line.toString()));
    }
}
