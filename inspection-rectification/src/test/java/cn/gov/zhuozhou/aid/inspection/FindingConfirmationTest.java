package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person of the bureau confirms that a fault is real; only then does something follow from it elsewhere. */
@ComponentTest
class FindingConfirmationTest {
    @Inject
    Neighbours neighbours;

    @Inject
    Database database;

    private Pupil pupil;
    private UUID line;

    @BeforeEach
    void anAwardWithoutValidBasis() {
        pupil = new Pupil(neighbours)
                .enrolledAsBoarder()
                .identified()
                .assigned()
                .awarded();
        pupil.withoutEvidence();
        awaitLines(pupil, "A06 ASSIGNED");
        line = Ledger.idOf(pupil);
    }

    @Test
    void itIsKeptWithWhoAndWhenAndTold() {
        // When
        confirm(Tokens.inspector(), "\"1\"").statusCode(200).header("ETag", equalTo("\"2\""));

        // Then
        var shown = Ledger.show(line);
        assertThat(shown.getString("state")).isEqualTo("ASSIGNED");
        assertThat(shown.getString("confirmedBy")).isNotBlank();
        assertThat(shown.getString("confirmedAt")).startsWith("2019-");
        assertThat(shown.<String>getList("history.act").getLast()).isEqualTo("CONFIRMED");
        assertThat(database.number(
                        "select count(*) from trail where subject_id = :id and action = 'finding.confirmed'",
                        Map.of("id", line.toString())))
                .isEqualTo(1);
        String told = told().getLast();
        assertThat(Contract.own("FindingChanged").faults(told)).isEmpty();
        assertThat(told).contains("\"confirmedBy\":\"" + shown.getString("confirmedBy") + "\"", "\"2019-spring\"");
    }

    @Test
    void itIsConfirmedOnce() {
        // Given
        confirm(Tokens.inspector(), "\"1\"").statusCode(200);

        // When
        ValidatableResponse again = confirm(Tokens.reviewer(), "\"2\"");

        // Then
        again.statusCode(409).body("type", equalTo("urn:aid:problem:confirmed-already"));
    }

    @Test
    void theSchoolDoesNotConfirmItsOwnFault() {
        // When
        ValidatableResponse answer = confirm(Tokens.reviewer("school:" + pupil.school), "\"1\"");

        // Then
        answer.statusCode(403).body("type", equalTo("urn:aid:problem:only-above-may-confirm"));
    }

    @Test
    void aStaleOrMissingIfMatchIsRefused() {
        confirm(Tokens.inspector(), "\"7\"").statusCode(412);
        confirm(Tokens.inspector(), null).statusCode(428);
    }

    @Test
    void whatIsClosedIsNotConfirmed() {
        // Given
        pupil.award("STOPPED");
        awaitLines(pupil, "A06 CLOSED");

        // When
        ValidatableResponse answer = confirm(Tokens.inspector(), "\"2\"");

        // Then
        answer.statusCode(409).body("type", equalTo("urn:aid:problem:act-not-allowed-now"));
    }

    @Test
    void aCauseThatComesBackIsConfirmedAnew() {
        // Given
        confirm(Tokens.inspector(), "\"1\"").statusCode(200);
        pupil.award("STOPPED");
        awaitLines(pupil, "A06 CLOSED");

        // When
        pupil.award("APPROVED");

        // Then
        awaitLines(pupil, "A06 REOPENED");
        assertThat(Ledger.show(line).getString("confirmedAt")).isNull();
    }

    private List<String> told() {
        return database.list(
                "select payload from outbox where subject = :id order by id",
                Map.of("id", line.toString()),
                row -> row.getString(1));
    }

    private ValidatableResponse confirm(String token, String ifMatch) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body("{\"opinion\":\"情况属实\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/v1/findings/{id}/confirmation", line)
                .then();
    }
}
