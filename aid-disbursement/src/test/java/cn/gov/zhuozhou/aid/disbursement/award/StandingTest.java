package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final WrongAward WRONG = new WrongAward(UUID.randomUUID(), "依据无效", "no valid basis", "某文件");

    @ParameterizedTest(name = "{0} {1}, identified {2}, basis {3}, pupil {4}: {5}")
    @CsvSource({
        "CARRIED, EFFECTIVE, true, true, IN_SCHOOL, GOES_ON",
        "REMOVED, PROPOSED, true, true, IN_SCHOOL, WAITS",
        "REMOVED, REVIEWED, true, true, IN_SCHOOL, WAITS",
        "REMOVED, ON_NOTICE, true, false, IN_SCHOOL, WAITS",
        "REMOVED, REJECTED, true, true, IN_SCHOOL, GOES_ON",
        "REMOVED, EFFECTIVE, false, false, IN_SCHOOL, ENDS",
        "DECISION_NEEDED, AWAITING_DECISION, true, false, IN_SCHOOL, WAITS",
        "DECISION_NEEDED, AWAITING_DECISION, true, true, IN_SCHOOL, GOES_ON",
        "REEVALUATED, PROPOSED, true, true, IN_SCHOOL, GOES_ON",
        "ADDED, PROPOSED, false, true, IN_SCHOOL, ENDS",
        "ADDED, EFFECTIVE, true, true, IN_SCHOOL, GOES_ON",
        "CARRIED, EFFECTIVE, true, false, IN_SCHOOL, GOES_ON",
        "CARRIED, EFFECTIVE, true, true, SUSPENDED, WAITS",
        "CARRIED, EFFECTIVE, true, true, TRANSFERRED, ENDS",
        "CARRIED, EFFECTIVE, true, true, LEFT, ENDS",
        "CARRIED, EFFECTIVE, true, true, GRADUATED, ENDS"
    })
    void awardsFollowTheRulingAndTheEnrolment(
            String result, String state, boolean identified, boolean basis, String enrolment, Standing.Kind expected) {
        var ruling = ruling(result, state, identified, basis);

        assertThat(Standing.of(ruling, pupil(enrolment), Optional.empty()).kind())
                .isEqualTo(expected);
    }

    @Test
    void whateverStopsOrHoldsAnAwardNamesItsReason() {
        var standing = Standing.of(ruling("REMOVED", "PROPOSED", true, true), pupil("IN_SCHOOL"), Optional.empty());

        assertThat(standing.reason().code()).isEqualTo("REMOVAL_PENDING");
        assertThat(standing.reason().legalBasis()).contains("冀财教〔2018〕50号");
    }

    @Test
    void whatIsConfirmedToBeWrongWaitsWhateverElseHolds() {
        // When
        var standing = Standing.of(ruling("REMOVED", "PROPOSED", true, true), pupil("SUSPENDED"), Optional.of(WRONG));

        // Then
        assertThat(standing.kind()).isEqualTo(Standing.Kind.WAITS);
        assertThat(standing.reason().code()).isEqualTo("WRONG_AWARD_CONFIRMED");
        assertThat(standing.reason().zh()).isEqualTo("督导核实为错助，停止发放：依据无效");
    }

    @Test
    void anAwardThatEndsAnywayEndsThoughItIsConfirmedToBeWrong() {
        var standing =
                Standing.of(ruling("REMOVED", "EFFECTIVE", false, false), pupil("IN_SCHOOL"), Optional.of(WRONG));

        assertThat(standing.kind()).isEqualTo(Standing.Kind.ENDS);
    }

    private static Eligibility ruling(String result, String state, boolean identified, boolean basis) {
        return new Eligibility(
                UUID.randomUUID(), null, null, result, state, identified, Level.SEVERE, Set.of("DIBAO_R"), true, basis);
    }

    private static Place pupil(String enrolment) {
        return new Place("9900000001", "双塔街道", Stage.PRIMARY, 3, true, enrolment);
    }
}
