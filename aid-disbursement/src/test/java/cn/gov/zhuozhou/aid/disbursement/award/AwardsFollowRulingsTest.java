package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@DisbursementTest
class AwardsFollowRulingsTest {
    @Inject
    AwardsOf awards;

    @Test
    void anIdentifiedBoarderIsProposedHisSubsidyWithReasons() {
        // When
        var pupil = awards.known(new RegistryPupil());

        // Then
        var award = awards.only(pupil);
        assertThat(award.getString("programme")).isEqualTo("CMP-03");
        assertThat(award.getLong("amountFen")).isEqualTo(50000);
        assertThat(award.getString("state")).isEqualTo("PROPOSED");
        assertThat(award.getString("because")).isEqualTo("CARRIED");
        assertThat(award.getList("reasons.code", String.class)).containsExactly("BOARDER_PRIMARY", "RATE");
        assertThat(award.getList("reasons.legalBasis", String.class)).doesNotContainNull();
        assertThat(award.getList("history.event", String.class)).containsExactly("PROPOSED");
        assertThat(awards.events(pupil)).hasSize(1);
    }

    @Test
    void aRulingWaitsForItsPupil() {
        // Given
        var pupil = new RegistryPupil();
        awards.receive(pupil.rulingMessage());
        assertThat(awards.events(pupil)).isEmpty();

        // When
        awards.receive(pupil.pupilMessage());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void aProposedRemovalHoldsAnApprovedAwardAndARejectedOneReinstatesIt() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
        awards.receive(pupil.ruled("REMOVED", "PROPOSED", true).rulingMessage());
        assertThat(awards.only(pupil).getString("state")).isEqualTo("SUSPENDED");
        assertThat(awards.only(pupil).getList("reasons.code", String.class)).containsExactly("REMOVAL_PENDING");

        // When
        awards.receive(pupil.ruled("REMOVED", "REJECTED", true).rulingMessage());

        // Then
        var award = awards.only(pupil);
        assertThat(award.getString("state")).isEqualTo("APPROVED");
        assertThat(award.getList("history.event", String.class))
                .containsExactly("PROPOSED", "APPROVED", "HELD", "REINSTATED");
        assertThat(awards.booked(award.getString("id"))).hasSize(2);
    }

    @Test
    void aRemovalInForceStopsTheAwardAndReversesItsCommitment() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
        awards.receive(pupil.ruled("REMOVED", "ON_NOTICE", true).rulingMessage());

        // When
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        // Then
        var award = awards.only(pupil);
        assertThat(award.getString("state")).isEqualTo("STOPPED");
        assertThat(award.getList("reasons.code", String.class)).containsExactly("NOT_IDENTIFIED");
        assertThat(awards.booked(award.getString("id")))
                .containsExactlyInAnyOrder(
                        "CMP-03/COMMITTED DEBIT 50000",
                        "CMP-03/FUNDING/COUNTY CREDIT 50000",
                        "CMP-03/COMMITTED CREDIT 50000",
                        "CMP-03/FUNDING/COUNTY DEBIT 50000");
    }

    @Test
    void anAwardProposedWhileARemovalIsPendingBeginsOnHold() {
        // When
        var pupil = awards.known(new RegistryPupil().ruled("REMOVED", "PROPOSED", true));

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("SUSPENDED");
    }

    @Test
    void anIdentificationNotInForceGrantsNothing() {
        // When
        var pupil = awards.known(
                new RegistryPupil().ruled("ADDED", "PROPOSED", false).ruled("level", null));

        // Then
        assertThat(awards.list(pupil).getList("items")).isEmpty();
    }

    @Test
    void whoeverLosesHisEvidenceWhileADecisionIsPendingIsNotPaid() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        awards.receive(pupil.ruled("DECISION_NEEDED", "AWAITING_DECISION", true)
                .ruled("validBasis", false)
                .rulingMessage());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("SUSPENDED");
        assertThat(awards.only(pupil).getList("reasons.code", String.class)).containsExactly("BASIS_UNPROVEN");
    }

    @Test
    void whoStoppedAndIsEntitledAgainIsProposedAnew() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        // When
        awards.receive(pupil.ruled("ADDED", "EFFECTIVE", true).rulingMessage());

        // Then
        assertThat(awards.list(pupil).getList("items.state", String.class)).containsExactly("STOPPED", "PROPOSED");
    }

    @Test
    void theSameMessageTwiceChangesNothing() {
        // Given
        var pupil = new RegistryPupil();
        var told = pupil.pupilMessage();
        var ruled = pupil.rulingMessage();
        awards.receive(told, ruled);

        // When
        awards.receive(told, ruled);

        // Then
        assertThat(awards.events(pupil)).hasSize(1);
        assertThat(awards.only(pupil).getLong("revision")).isEqualTo(1);
    }

    @Test
    void newMessagesThatSayTheSameChangeNothing() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        awards.known(pupil);

        // Then
        assertThat(awards.events(pupil)).hasSize(1);
    }

    @Test
    void olderNewsIsIgnored() {
        // Given
        var pupil = new RegistryPupil();
        awards.receive(pupil.pupilMessage(5), pupil.rulingMessage(5));

        // When
        awards.receive(
                pupil.is("enrolmentState", "LEFT").pupilMessage(4),
                pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage(4));

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("PROPOSED");
        assertThat(awards.events(pupil)).hasSize(1);
    }

    @Test
    void everyChangeIsToldWithItsRevision() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        // Then
        assertThat(awards.strings(
                        "select revision || ' ' || type from outbox where event_key = '" + pupil.id + "' order by id"))
                .containsExactly("1 " + AwardChanged.TYPE, "2 " + AwardChanged.TYPE);
    }
}
