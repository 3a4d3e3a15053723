package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisbursementTest
class RecoveryTest {
    @Inject
    AwardsOf awards;

    private final UUID recovery = UUID.randomUUID();
    private final RegistryPupil pupil = new RegistryPupil();

    @Test
    void itStopsTheAwardsOfTheSemestersAndKeepsWhatMayHaveBeenPaid() {
        // Given
        awards.known(pupil);
        JsonPath granted = awards.only(pupil);
        awards.approve(granted, Tokens.reviewer()).then().statusCode(200);

        // When
        awards.receive(pupil.recoveryMessage(recovery, "2018-autumn", "2019-spring"));

        // Then
        JsonPath stopped = awards.only(pupil);
        assertThat(stopped.getString("state")).isEqualTo("STOPPED");
        assertThat(stopped.getList("reasons.code")).isEqualTo(List.of("FALSE_STATEMENT"));
        assertThat(awards.booked(granted.getString("id"))).hasSize(4);
        JsonPath asked = show(Tokens.auditor()).jsonPath();
        assertThat(asked.getList("recovery.semesters")).isEqualTo(List.of("2018-autumn", "2019-spring"));
        assertThat(asked.getLong("recovery.atMostFen")).isEqualTo(50000);
        assertThat(asked.getList("awards.awardId")).isEqualTo(List.of(granted.getString("id")));
    }

    @Test
    void itComesToTheSameWhereTheRulingArrivesFirst() {
        // Given
        awards.known(pupil);
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        // When
        awards.receive(pupil.recoveryMessage(recovery, "2019-spring", "2019-spring"));

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("STOPPED");
        assertThat(show(Tokens.auditor()).jsonPath().getLong("recovery.atMostFen"))
                .isEqualTo(50000);
    }

    @Test
    void noAwardBeginsInASemesterMoneyIsAskedBackOf() {
        // Given
        awards.receive(pupil.recoveryMessage(recovery, "2019-spring", "2019-spring"));

        // When
        awards.known(pupil);

        // Then
        assertThat(awards.list(pupil).getList("items")).isEmpty();
    }

    @Test
    void otherSemestersAreNotTouched() {
        // Given
        awards.known(pupil);

        // When
        awards.receive(pupil.recoveryMessage(recovery, "2018-spring", "2018-autumn"));

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void theSameMessageAndItsRepetitionAreOneRecovery() {
        // Given
        awards.known(pupil);
        var message = pupil.recoveryMessage(recovery, "2019-spring", "2019-spring");
        awards.receive(message);

        // When
        awards.receive(message);
        awards.receive(pupil.recoveryMessage(recovery, "2019-spring", "2019-spring"));

        // Then
        assertThat(list(Tokens.auditor()).getList("items.id")).isEqualTo(List.of(recovery.toString()));
        assertThat(awards.events(pupil)).hasSize(2);
    }

    @Test
    void semestersInTheWrongOrderCannotBeRead() {
        // Given
        var message = pupil.recoveryMessage(recovery, "2019-spring", "2018-autumn");

        // When
        awards.receive(message);

        // Then
        assertThat(awards.strings("select reason from dead_letter where record_offset = " + message.offset()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"aid-clerk, 200", "aid-inspector, 200", "aid-viewer, 403", "aid-administrator, 403"})
    void onlyThoseWhoWorkOnItRead(String role, int status) {
        // Given
        awards.known(pupil);
        awards.receive(pupil.recoveryMessage(recovery, "2019-spring", "2019-spring"));

        // When
        String token = Tokens.of(role).roles(role).token();

        // Then
        assertThat(show(token).statusCode()).isEqualTo(status);
        assertThat(given().auth().oauth2(token).get("/api/v1/recoveries").statusCode())
                .isEqualTo(status);
    }

    @Test
    void nobodyReadsBeyondHisJurisdictionOrWithoutAToken() {
        // Given
        awards.known(pupil);
        awards.receive(pupil.recoveryMessage(recovery, "2019-spring", "2019-spring"));
        String own = Tokens.clerk("school:" + pupil.school());
        String other = Tokens.clerk("school:other");

        // When
        Response inside = show(own);
        Response outside = show(other);

        // Then
        assertThat(inside.statusCode()).isEqualTo(200);
        assertThat(outside.statusCode()).isEqualTo(404);
        assertThat(list(own).getList("items")).hasSize(1);
        assertThat(list(other).getList("items")).isEmpty();
        assertThat(given().get("/api/v1/recoveries/" + recovery).statusCode()).isEqualTo(401);
        assertThat(given().get("/api/v1/recoveries").statusCode()).isEqualTo(401);
    }

    private Response show(String token) {
        return given().auth().oauth2(token).get("/api/v1/recoveries/" + recovery);
    }

    private JsonPath list(String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/recoveries?semester=2019-spring&student=" + pupil.id)
                .jsonPath();
    }
}
