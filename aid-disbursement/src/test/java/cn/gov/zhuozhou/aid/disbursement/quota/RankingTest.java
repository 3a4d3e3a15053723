package cn.gov.zhuozhou.aid.disbursement.quota;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Candidate;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Placed;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Room;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** S28: nobody of a special group is left out for want of room, and who waits is named. */
class RankingTest {
    private static final Candidate SPECIAL = candidate(5, false, true, Level.SEVERE, 150000);
    private static final Candidate SEVERE = candidate(4, false, false, Level.SEVERE, 150000);
    private static final Candidate ORDINARY_EARLY = candidate(1, false, false, Level.ORDINARY, 50000);
    private static final Candidate ORDINARY_LATE = candidate(2, false, false, Level.ORDINARY, 50000);
    private static final Candidate TAKEN = candidate(9, true, false, Level.ORDINARY, 50000);

    @Test
    void specialGroupsComeFirstThenTheLevelThenTheEarlierProposal() {
        List<Placed> placed =
                Ranking.of(List.of(ORDINARY_LATE, ORDINARY_EARLY, SEVERE, SPECIAL, TAKEN), new Room(10, null));

        assertThat(placed)
                .extracting(Placed::awardId)
                .containsExactly(
                        TAKEN.awardId(),
                        SPECIAL.awardId(),
                        SEVERE.awardId(),
                        ORDINARY_EARLY.awardId(),
                        ORDINARY_LATE.awardId());
        assertThat(placed).allMatch(Placed::fits);
    }

    @Test
    void whoDoesNotFitWaitsWithItsReason() {
        List<Placed> placed = Ranking.of(List.of(ORDINARY_EARLY, ORDINARY_LATE, SEVERE), new Room(2, null));

        assertThat(placed)
                .extracting(p -> p.reason().code())
                .containsExactly("QUOTA_ROOM", "QUOTA_ROOM", "QUOTA_REACHED");
        assertThat(placed.getLast().awardId()).isEqualTo(ORDINARY_LATE.awardId());
        assertThat(placed.getLast().fits()).isFalse();
    }

    @Test
    void specialGroupsAreInThoughTheQuotaIsReachedAndTakeTheRoomOfOthers() {
        List<Placed> placed = Ranking.of(List.of(TAKEN, SPECIAL, SEVERE), new Room(1, null));

        assertThat(placed)
                .extracting(p -> p.reason().code())
                .containsExactly("QUOTA_TAKEN", "QUOTA_DIRECT", "QUOTA_REACHED");
    }

    @Test
    void theAmountLimitsToo() {
        List<Placed> placed = Ranking.of(List.of(SEVERE, ORDINARY_EARLY), new Room(10, 100000L));

        assertThat(placed).extracting(Placed::fits).containsExactly(false, true);
    }

    @Test
    void withoutAnyPlaceEverybodyElseWaits() {
        assertThat(Ranking.of(List.of(SEVERE), new Room(0, null)).getFirst().fits())
                .isFalse();
    }

    private static Candidate candidate(int time, boolean taken, boolean direct, Level level, long fen) {
        return new Candidate(new UUID(time, 0), taken, direct, level, fen);
    }
}
