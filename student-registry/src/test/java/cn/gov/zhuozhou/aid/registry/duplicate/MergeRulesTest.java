package cn.gov.zhuozhou.aid.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.duplicate.MergeRules.Side;
import cn.gov.zhuozhou.aid.registry.duplicate.MergeState.Occasion;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeRulesTest {
    private static final UUID NUMBER = UUID.randomUUID();

    @Test
    void twoRecordsOfOneNumberOrOneNameMayBeJoined() {
        assertThat(MergeRules.refusal(side("甲", NUMBER, false), side("乙", NUMBER, false)))
                .isEmpty();
        assertThat(MergeRules.refusal(side("甲", NUMBER, true), side("甲", null, false)))
                .isEmpty();
    }

    @Test
    void whatHasNothingInCommonIsNotOnePerson() {
        assertThat(MergeRules.refusal(side("甲", NUMBER, false), side("乙", UUID.randomUUID(), false)))
                .contains(MergeProblem.NOTHING_IN_COMMON);
    }

    @Test
    void aRecordIsMergedOnceAndIntoAnother() {
        Side one = side("甲", NUMBER, false);
        Side gone = new Side(UUID.randomUUID(), "甲", true, false, Set.of(NUMBER), false);
        Side absorbing = new Side(UUID.randomUUID(), "甲", false, true, Set.of(NUMBER), false);
        assertThat(MergeRules.refusal(one, one)).contains(MergeProblem.SAME_RECORD);
        assertThat(MergeRules.refusal(one, gone)).contains(MergeProblem.ALREADY_MERGED);
        assertThat(MergeRules.refusal(gone, one)).contains(MergeProblem.ALREADY_MERGED);
        assertThat(MergeRules.refusal(one, absorbing)).contains(MergeProblem.ABSORBS_OTHERS);
        assertThat(MergeRules.refusal(absorbing, one)).isEmpty();
    }

    @Test
    void noIdentificationInForceIsLostInPassing() {
        assertThat(MergeRules.refusal(side("甲", NUMBER, true), side("甲", NUMBER, true)))
                .contains(MergeProblem.BOTH_IDENTIFIED);
        assertThat(MergeRules.refusal(side("甲", NUMBER, false), side("甲", NUMBER, true)))
                .contains(MergeProblem.SURVIVOR_NOT_IDENTIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSED, CONFIRMED, MERGED",
        "PROPOSED, REFUSED, REFUSED",
        "PROPOSED, UNDO_ASKED,",
        "MERGED, UNDO_ASKED, UNDO_PROPOSED",
        "MERGED, CONFIRMED,",
        "UNDO_PROPOSED, CONFIRMED, UNDONE",
        "UNDO_PROPOSED, REFUSED, MERGED",
        "UNDONE, UNDO_ASKED,",
        "REFUSED, CONFIRMED,"
    })
    void onlyWhatStandsInTheTableHappens(MergeState from, Occasion occasion, MergeState to) {
        if (to == null) {
            Assertions.assertThatThrownBy(() -> from.after(occasion)).isInstanceOf(ProblemException.class);
        } else {
            assertThat(from.after(occasion)).isEqualTo(to);
        }
    }

    private static Side side(String name, UUID number, boolean identified) {
        return new Side(UUID.randomUUID(), name, false, false, number == null ? Set.of() : Set.of(number), identified);
    }
}
