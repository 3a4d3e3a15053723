package cn.gov.zhuozhou.aid.disbursement.donation;

import static cn.gov.zhuozhou.aid.disbursement.donation.PairingTransitions.State.ACTIVE;
import static cn.gov.zhuozhou.aid.disbursement.donation.PairingTransitions.State.ENDED;
import static cn.gov.zhuozhou.aid.disbursement.donation.PairingTransitions.State.PROPOSED;
import static cn.gov.zhuozhou.aid.disbursement.donation.PairingTransitions.State.REFUSED;

import cn.gov.zhuozhou.aid.disbursement.Transition;
import java.util.List;

/** The states of a pairing and what moves it on. The database holds the same edges. */
final class PairingTransitions {
    enum State {
        PROPOSED,
        ACTIVE,
        REFUSED,
        ENDED
    }

    enum Occasion {
        /** By another person than proposed it. */
        AGREE,
        REFUSE,
        /** For one of the reasons there are. */
        END
    }

    static final List<Transition<State, Occasion>> TABLE = List.of(
            new Transition<>(PROPOSED, Occasion.AGREE, ACTIVE),
            new Transition<>(PROPOSED, Occasion.REFUSE, REFUSED),
            new Transition<>(ACTIVE, Occasion.END, ENDED));

    private PairingTransitions() {}

    /** Refused as a state conflict where it cannot happen. */
    static State of(State from, Occasion occasion) {
        return Transition.of(TABLE, from, occasion);
    }
}
