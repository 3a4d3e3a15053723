package cn.gov.zhuozhou.aid.registry.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State;
import cn.gov.zhuozhou.aid.registry.publicnotice.ObjectionTransitions.LineEffect;
import cn.gov.zhuozhou.aid.registry.publicnotice.ObjectionTransitions.Occasion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("States of an objection")
class ObjectionTransitionsTest {
    @ParameterizedTest
    @CsvSource({
        "OPEN, MINUTES_WRITTEN, RECHECKED, NONE",
        "RECHECKED, FOUND_RIGHT, UPHELD, REFUSE",
        "RECHECKED, FOUND_WRONG, DISMISSED, GO_ON",
        "DISMISSED, APPEAL_RAISED, APPEALED, WAIT",
        "APPEALED, APPEAL_FOUND_RIGHT, APPEAL_UPHELD, REFUSE",
        "APPEALED, APPEAL_FOUND_WRONG, APPEAL_DISMISSED, GO_ON"
    })
    void moveOnAsTheProcedureHasIt(State from, Occasion occasion, State to, LineEffect line) {
        assertThat(ObjectionTransitions.find(from, occasion))
                .contains(new ObjectionTransitions.Row(from, occasion, to, line));
    }

    @Test
    void areNeverAnsweredWithoutMinutes() {
        assertThat(possible(State.OPEN)).containsExactly(Occasion.MINUTES_WRITTEN);
    }

    @Test
    void endWhereTheCentreHasSpokenOrTheObjectionHeld() {
        for (State last : EnumSet.of(State.UPHELD, State.APPEAL_UPHELD, State.APPEAL_DISMISSED)) {
            assertThat(possible(last)).as(last.name()).isEmpty();
        }
    }

    private static Set<Occasion> possible(State from) {
        EnumSet<Occasion> possible = EnumSet.noneOf(Occasion.class);
        Arrays.stream(Occasion.values())
                .filter(occasion -> ObjectionTransitions.find(from, occasion).isPresent())
                .forEach(possible::add);
        return possible;
    }
}
