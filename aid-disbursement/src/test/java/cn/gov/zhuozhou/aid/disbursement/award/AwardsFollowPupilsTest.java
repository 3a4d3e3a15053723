package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisbursementTest
class AwardsFollowPupilsTest {
    @Inject
    AwardsOf awards;

    @ParameterizedTest(name = "{0} grade {1}, boarding {2}, {3}, four categories {4}: {5}")
    @CsvSource({
        "PRESCHOOL, 1, false, ORDINARY, false, PRE-01 50000",
        "PRIMARY, 3, true, ORDINARY, false, CMP-03 50000",
        "PRIMARY, 3, false, SEVERE, true, ''",
        "JUNIOR, 8, true, SEVERE, true, CMP-03 62500",
        "SPECIAL, 2, true, SEVERE, true, CMP-03 75000",
        "SENIOR_HIGH, 11, true, SEVERE, true, HS-01 150000;HS-02 null",
        "SENIOR_HIGH, 11, false, SEVERE, false, HS-01 150000",
        "SENIOR_HIGH, 11, false, ORDINARY, false, HS-01 50000",
        "SECONDARY_VOCATIONAL, 2, true, SEVERE, true, SV-01 80000;SV-02 100000",
        "SECONDARY_VOCATIONAL, 3, true, SEVERE, true, SV-01 80000"
    })
    void inSpring2019PupilsAreGrantedByStageBoardingGradeAndLevel(
            String stage, int grade, boolean boarding, String level, boolean four, String expected) {
        // When
        var pupil = awards.known(new RegistryPupil()
                .is("stage", stage)
                .is("grade", grade)
                .is("boarding", boarding)
                .ruled("level", level)
                .ruled("fourCategory", four));

        // Then
        var list = awards.list(pupil);
        var programmes = list.getList("items.programme", String.class);
        var amounts = list.<Integer>getList("items.amountFen");
        var granted = new StringBuilder();
        for (int i = 0; i < programmes.size(); i++) {
            granted.append(i == 0 ? "" : ";")
                    .append(programmes.get(i))
                    .append(' ')
                    .append(amounts.get(i));
        }
        assertThat(granted.toString()).isEqualTo(expected);
    }

    @Test
    void whoLeavesTheSchoolLosesHisAwards() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        awards.receive(pupil.is("enrolmentState", "LEFT").pupilMessage());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("STOPPED");
        assertThat(awards.only(pupil).getList("reasons.code", String.class)).containsExactly("PUPIL_LEFT");
    }

    @Test
    void whoIsAwayForATimeIsHeldAndComesBack() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        awards.receive(pupil.is("enrolmentState", "SUSPENDED").pupilMessage());
        assertThat(awards.only(pupil).getString("state")).isEqualTo("SUSPENDED");

        // When
        awards.receive(pupil.is("enrolmentState", "IN_SCHOOL").pupilMessage());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void whoNoLongerBoardsLosesTheBoarderSubsidy() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        awards.receive(pupil.is("boarding", false).pupilMessage());

        // Then
        assertThat(awards.only(pupil).getString("state")).isEqualTo("STOPPED");
        assertThat(awards.only(pupil).getList("reasons.code", String.class)).containsExactly("NOT_ENTITLED");
    }

    @Test
    void anApprovedAwardWhoseAmountChangesIsProposedAgainWithBothAmountsKept() {
        // Given
        var pupil = awards.known(new RegistryPupil()
                .is("stage", "SENIOR_HIGH")
                .ruled("fourCategory", false)
                .ruled("level", "ORDINARY"));
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);

        // When
        awards.receive(pupil.ruled("level", "SEVERE").rulingMessage());

        // Then
        var award = awards.only(pupil);
        assertThat(award.getString("state")).isEqualTo("PROPOSED");
        assertThat(award.getLong("amountFen")).isEqualTo(150000);
        assertThat(award.getString("approvedBy")).isNull();
        assertThat(award.getString("history[2].event")).isEqualTo("AMOUNT_CHANGED");
        assertThat(award.getLong("history[2].amountBeforeFen")).isEqualTo(50000);
        assertThat(award.getLong("history[2].amountFen")).isEqualTo(150000);
        assertThat(awards.booked(award.getString("id"))).hasSize(4);
    }

    @Test
    void anotherSchoolTakesTheAwardOver() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        awards.receive(pupil.is("schoolCode", "T-other").pupilMessage());

        // Then
        assertThat(awards.only(pupil).getString("schoolCode")).isEqualTo("T-other");
        assertThat(awards.only(pupil).getString("state")).isEqualTo("PROPOSED");
    }
}
