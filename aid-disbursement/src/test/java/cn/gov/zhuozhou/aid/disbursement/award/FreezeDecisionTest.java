package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.FreezeDecision.Facts;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every irregularity of A01–A03, A06 and A07 that an award can carry to the freeze is refused there by its name. */
@DisbursementTest
class FreezeDecisionTest {
    private static final Place BOARDER = new Place("S1", "某镇", Stage.PRIMARY, 3, true, "IN_SCHOOL");
    private static final Place ELSEWHERE = new Place("S2", "某镇", Stage.PRIMARY, 3, true, "IN_SCHOOL");
    private static final Eligibility CARRIED = ruling("CARRIED", null, true);

    @Inject
    PolicySets policies;

    @Test
    void whatIsStillAsItWasApprovedMayBeFrozen() {
        assertThat(codes(f -> f)).isEmpty();
    }

    @Test
    void onlyAnApprovedAwardIsFrozen() {
        assertThat(codes(f -> f.state(AwardState.PROPOSED))).containsExactly("NOT_APPROVED");
    }

    @Test
    @DisplayName("A01: what is frozen or paid already is not frozen again")
    void nothingLeftToPay() {
        assertThat(codes(f -> f.received(50000))).containsExactly("A01.NOTHING_TO_PAY");
    }

    @Test
    @DisplayName("A01: nobody is paid by two schools, nor as two records of one person")
    void paidElsewhere() {
        assertThat(codes(Case::elsewhere)).containsExactly("A01.PAID_ELSEWHERE");
    }

    @Test
    @DisplayName("A02: no ruling, no payment; an addition needs its public notice (S70)")
    void evidence() {
        assertThat(codes(f -> f.ruling(null))).containsExactly("A02.NO_RULING");
        assertThat(codes(f -> f.ruling(ruling("ADDED", null, true)))).containsExactly("A02.NO_NOTICE");
        assertThat(codes(f -> f.ruling(ruling("ADDED", UUID.randomUUID(), true))))
                .isEmpty();
    }

    @Test
    @DisplayName("A03: who was not in school on the census day is not paid")
    void censusDay() {
        assertThat(codes(f -> f.onCensusDay(BOARDER.enrolled("LEFT")))).containsExactly("A03.NOT_ON_CENSUS_DAY");
        assertThat(codes(f -> f.onCensusDay(BOARDER))).isEmpty();
    }

    @Test
    @DisplayName("A03: who has left is not paid")
    void left() {
        assertThat(codes(f -> f.now(BOARDER.enrolled("LEFT")))).containsExactly("PUPIL_LEFT");
    }

    @Test
    @DisplayName("A06: no valid basis, no payment")
    void basis() {
        assertThat(codes(f -> f.ruling(ruling("CARRIED", null, false)))).containsExactly("A06.BASIS_NOT_VALID");
    }

    @Test
    @DisplayName("A06: what inspection confirmed to be wrong is not paid")
    void confirmedWrong() {
        assertThat(codes(f -> f.wrong(new WrongAward(UUID.randomUUID(), "错", "wrong", null))))
                .containsExactly("WRONG_AWARD_CONFIRMED");
    }

    @Test
    @DisplayName("A07: an amount that is not the rate's is refused")
    void amount() {
        assertThat(codes(f -> f.amount(62500))).containsExactly("A07.WRONG_AMOUNT");
    }

    @Test
    @DisplayName("A07: the boarder rate is not paid to who does not board")
    void boarderRate() {
        var day = new Place("S1", "某镇", Stage.PRIMARY, 3, false, "IN_SCHOOL");

        assertThat(codes(f -> f.now(day))).containsExactly("A07.BOARDING_DIFFERS");
    }

    @Test
    void whoMovedAfterTheGrantIsPaidByTheSchoolThatGranted() {
        assertThat(codes(f -> f.now(ELSEWHERE))).isEmpty();
    }

    private List<String> codes(UnaryOperator<Case> change) {
        PolicySet policy = policies.in(Semester.parse("2019-spring")).orElseThrow();
        return FreezeDecision.refusals(change.apply(new Case()).facts(), policy, code -> School.UNKNOWN).stream()
                .map(Reason::code)
                .toList();
    }

    private static Eligibility ruling(String result, UUID notice, boolean basis) {
        return new Eligibility(
                UUID.randomUUID(),
                UUID.randomUUID(),
                notice,
                result,
                "EFFECTIVE",
                true,
                Level.SEVERE,
                Set.of("DIBAO_R"),
                true,
                basis);
    }

    /** An award of a boarder that is in order, but for what is changed of it. */
    private static final class Case {
        private AwardState state = AwardState.APPROVED;
        private long amount = 50000;
        private Place now = BOARDER;
        private Place census;
        private Eligibility ruling = CARRIED;
        private WrongAward wrong;
        private long received;
        private boolean elsewhere;

        Case state(AwardState other) {
            state = other;
            return this;
        }

        Case amount(long fen) {
            amount = fen;
            return this;
        }

        Case now(Place place) {
            now = place;
            return this;
        }

        Case onCensusDay(Place place) {
            census = place;
            return this;
        }

        Case ruling(Eligibility other) {
            ruling = other;
            return this;
        }

        Case wrong(WrongAward finding) {
            wrong = finding;
            return this;
        }

        Case received(long fen) {
            received = fen;
            return this;
        }

        Case elsewhere() {
            elsewhere = true;
            return this;
        }

        Facts facts() {
            var basis = new Basis(
                    CARRIED.identificationId(),
                    CARRIED.rulingId(),
                    "CARRIED",
                    BOARDER.schoolCode(),
                    BOARDER.schoolTown(),
                    BOARDER.stage(),
                    BOARDER.grade(),
                    BOARDER.boarding(),
                    null);
            return new Facts(
                    UUID.randomUUID(),
                    "CMP-03",
                    state,
                    "PRIMARY",
                    amount,
                    basis,
                    new SemesterFacts(now, census, ruling, wrong, null),
                    received,
                    elsewhere,
                    null);
        }
    }
}
