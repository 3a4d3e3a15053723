package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An award that inspection confirmed to be wrong is not paid; closed, it goes on (A06 错助). */
@DisbursementTest
class WrongAwardTest {
    @Inject
    AwardsOf awards;

    @Inject
    Database database;

    @Test
    @DisplayName("A confirmed A06 suspends an approved award, with the reason and the finding")
    void aConfirmedWrongAwardIsSuspended() {
        // Given
        var pupil = approved();
        var finding = new Finding(pupil).confirmed();

        // When
        awards.find(finding.message());

        // Then
        var award = awards.only(pupil);
        assertThat(award.getString("state")).isEqualTo("SUSPENDED");
        assertThat(award.getString("findingId")).isEqualTo(finding.id.toString());
        assertThat(award.getList("reasons.code", String.class)).containsExactly("WRONG_AWARD_CONFIRMED");
        assertThat(award.getString("reasons[0].zh")).isEqualTo("督导核实为错助，停止发放：困难依据今日已无效，资助未停：CMP-03");
        assertThat(awards.events(pupil).getLast())
                .contains("\"state\":\"SUSPENDED\"", "\"findingId\":\"" + finding.id + "\"");
    }

    @Test
    void whileItStandsNobodyApproves() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.find(new Finding(pupil).confirmed().message());

        // When
        var answer = awards.approve(awards.only(pupil), Tokens.reviewer());

        // Then
        answer.then().statusCode(409).body("type", equalTo("urn:aid:problem:award-not-proposed"));
    }

    @Test
    void aFindingNobodyConfirmedHoldsNothing() {
        // Given
        var pupil = approved();

        // When
        awards.find(new Finding(pupil).message());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    void anotherKindOfFindingHoldsNothing() {
        // Given
        var pupil = approved();

        // When
        awards.find(new Finding(pupil).is("code", "A04").confirmed().message());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    void closedWithoutFaultTheApprovalStandsAgain() {
        // Given
        var pupil = approved();
        var finding = new Finding(pupil).confirmed();
        awards.find(finding.message());

        // When
        awards.find(finding.is("state", "CLOSED").message());

        // Then
        var award = awards.only(pupil);
        assertThat(award.getString("state")).isEqualTo("APPROVED");
        assertThat(award.getString("findingId")).isNull();
        assertThat(award.getList("history.event", String.class))
                .containsExactly("PROPOSED", "APPROVED", "HELD", "REINSTATED");
        assertThat(awards.booked(award.getString("id"))).hasSize(2);
    }

    @Test
    void aRulingThatComesMeanwhileDoesNotReleaseIt() {
        // Given
        var pupil = approved();
        awards.find(new Finding(pupil).confirmed().message());

        // When
        awards.receive(pupil.ruled("CARRIED", "EFFECTIVE", true).rulingMessage());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("SUSPENDED");
    }

    @Test
    void anAwardThatBeginsMeanwhileBeginsOnHold() {
        // Given
        var pupil = new RegistryPupil();
        awards.find(new Finding(pupil).confirmed().message());

        // When
        awards.known(pupil);

        // Then
        assertThat(awards.only(pupil).getList("history.event", String.class)).containsExactly("HELD");
    }

    @Test
    void whoIsNoLongerIdentifiedLosesItNevertheless() {
        // Given
        var pupil = approved();
        awards.find(new Finding(pupil).confirmed().message());

        // When
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("STOPPED");
    }

    @Test
    void anEarlierSemesterIsNotConcerned() {
        // Given
        var pupil = approved();

        // When
        awards.find(new Finding(pupil).is("semester", "2019-autumn").confirmed().message());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    void olderNewsOfAFindingIsIgnored() {
        // Given
        var pupil = approved();
        var finding = new Finding(pupil);
        awards.find(finding.is("state", "CLOSED").message(5));

        // When
        awards.find(finding.is("state", "ASSIGNED").confirmed().message(4));

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    void theSameNewsTwiceIsToldOnce() {
        // Given
        var pupil = approved();
        var finding = new Finding(pupil).confirmed();
        awards.find(finding.message());
        int told = awards.events(pupil).size();

        // When
        awards.find(finding.is("ownerUnit", "school:9900000002").message());

        // Then
        assertThat(awards.events(pupil)).hasSize(told);
    }

    @Test
    void theDatabaseItselfRefusesToHaveItPaid() {
        // Given
        var pupil = approved();
        awards.find(new Finding(pupil).confirmed().message());

        // When Then
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.execute(
                                "update award set state = 'APPROVED' where student_id = '" + pupil.id + "'")))
                .hasStackTraceContaining("award_confirmed_wrong_is_not_paid");
    }

    private RegistryPupil approved() {
        var pupil = awards.known(new RegistryPupil());
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
        return pupil;
    }
}
