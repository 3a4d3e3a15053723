package cn.gov.zhuozhou.aid.chassis.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private enum Door {
        OPEN,
        SHUT,
        LOCKED
    }

    private enum Act {
        PUSH,
        TURN_KEY
    }

    private static final Transitions<Door, Act> DOOR = Transitions.<Door, Act>none()
            .row(Door.OPEN, Act.PUSH, Door.SHUT)
            .row(EnumSet.of(Door.SHUT, Door.LOCKED), Act.TURN_KEY, Door.LOCKED);

    @Test
    void aRowMovesTheStatesItNames() {
        assertThat(DOOR.next(Door.OPEN, Act.PUSH)).contains(Door.SHUT);
        assertThat(DOOR.after(Door.LOCKED, Act.TURN_KEY)).isEqualTo(Door.LOCKED);
    }

    @Test
    void whatStandsInNoRowIsAStateConflict() {
        assertThat(DOOR.next(Door.OPEN, Act.TURN_KEY)).isEmpty();
        assertThatThrownBy(() -> DOOR.after(Door.OPEN, Act.TURN_KEY))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(CommonProblem.STATE_CONFLICT));
    }
}
