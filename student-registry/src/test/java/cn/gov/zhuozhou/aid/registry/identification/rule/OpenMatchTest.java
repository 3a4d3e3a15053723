package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.SCHOOL_JUDGED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.ORDINARY;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.SEVERE;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Pupils.pupil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.registry.identification.rule.Match.Kind;
import cn.gov.zhuozhou.aid.registry.identification.rule.Match.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may mean a pupil and is not proven goes to a person. */
class OpenMatchTest {
    @ParameterizedTest
    @EnumSource
    void anOpenMatchAloneNeedsADecision(Kind kind) {
        // When
        Decision decision = pupil().matched(kind, DIBAO_R, Verdict.OPEN).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
        assertThat(decision.identified()).isFalse();
        assertThat(decision.checks().getLast().reason()).isEqualTo(kind.name());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRemovedWhileAnOpenMatchMayExplainTheGap(Kind kind) {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DIBAO_R)
                .matched(kind, null, Verdict.OPEN)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
    }

    @Test
    void norIsALevelLowered() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DIBAO_R, SCHOOL_JUDGED)
                .matched(Kind.NAME_CONFLICT, DIBAO_R, Verdict.OPEN)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
    }

    @Test
    void anOpenMatchDoesNotHoldUpWhatIsProven() {
        // When
        Decision carried = pupil().identifiedAs(ORDINARY, SCHOOL_JUDGED)
                .matched(Kind.NAME_CONFLICT, DIBAO_R, Verdict.OPEN)
                .decided();
        Decision added = pupil().listedAs(DIBAO_R)
                .matched(Kind.HOUSEHOLD_HEAD_ONLY, DIBAO_R, Verdict.OPEN)
                .decided();
        // Then
        assertThat(carried.result()).isEqualTo(Result.CARRIED);
        assertThat(added.result()).isEqualTo(Result.ADDED);
        assertThat(carried.checks()).extracting(CheckOutcome::check).contains("OPEN_MATCH");
    }

    @Test
    @DisplayName("S70: an objection found right after all is a question whatever is proven")
    void anObjectionFoundRightIsAQuestionWhateverHolds() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DIBAO_R)
                .listedAs(DIBAO_R)
                .matched(Kind.NAME_CONFLICT, DIBAO_R, Verdict.OPEN)
                .matched(Kind.OBJECTION_UPHELD, null, Verdict.OPEN)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
        assertThat(decision.checks().getLast().reason()).isEqualTo("OBJECTION_UPHELD");
    }

    @Test
    void aConfirmedMatchCountsAsEvidence() {
        // When
        Decision decision =
                pupil().matched(Kind.NAME_CONFLICT, DIBAO_R, Verdict.CONFIRMED).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.ADDED);
        assertThat(decision.categories()).containsExactly(DIBAO_R);
    }

    @Test
    void aRejectedMatchCountsForNothing() {
        // When
        Decision never =
                pupil().matched(Kind.NAME_CONFLICT, DIBAO_R, Verdict.REJECTED).decided();
        Decision before = pupil().identifiedAs(SEVERE, DIBAO_R)
                .matched(Kind.NAME_CONFLICT, DIBAO_R, Verdict.REJECTED)
                .decided();
        // Then
        assertThat(never.result()).isEqualTo(Result.NONE);
        assertThat(before.result()).isEqualTo(Result.REMOVED);
    }

    @Test
    void aConfirmedMatchMustSayWhatItProves() {
        assertThatThrownBy(() -> new Match(Kind.NAME_CONFLICT, null, "register", Verdict.CONFIRMED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
