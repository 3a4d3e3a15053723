package cn.gov.zhuozhou.aid.registry.outofarea;

import java.time.LocalDate;

/**
 * Where the letter to the school attended stands on a day, as the work list and the bureau see it.
 *
 * @param overdue what is late; null where nothing is
 * @param escalated two chasers were of no use: the bureau's turn
 */
record Standing(ReplyState reply, Overdue overdue, boolean escalated) {
    static final int MOST_CHASERS = 2;

    enum ReplyState {
        NONE,
        AWAITED,
        REPLIED,
        UNDELIVERED
    }

    enum Overdue {
        LETTER,
        REPLY
    }

    /** The newest letter that was not superseded. */
    record Newest(LetterState state, boolean replied, LocalDate replyDueOn, int chasers) {}

    /**
     * @param owed whether a letter has to be written at all: he studies elsewhere and is in hardship
     * @param letterDueOn the last day to send one
     * @param letter null where there is none
     */
    static Standing of(boolean owed, LocalDate letterDueOn, Newest letter, LocalDate today) {
        ReplyState reply = letter == null ? ReplyState.NONE : reply(letter);
        return switch (reply) {
            case REPLIED -> new Standing(reply, null, false);
            case AWAITED -> {
                boolean late = owed && today.isAfter(letter.replyDueOn());
                yield new Standing(reply, late ? Overdue.REPLY : null, late && letter.chasers() >= MOST_CHASERS);
            }
            case NONE, UNDELIVERED -> {
                boolean late = owed && letterDueOn != null && today.isAfter(letterDueOn);
                yield new Standing(reply, late ? Overdue.LETTER : null, false);
            }
        };
    }

    private static ReplyState reply(Newest letter) {
        if (letter.replied()) {
            return ReplyState.REPLIED;
        }
        return switch (letter.state()) {
            case DISPATCHED -> ReplyState.AWAITED;
            case RETURNED_UNDELIVERED, CLOSED -> ReplyState.UNDELIVERED;
            case DRAFT, APPROVED, REPLIED, SUPERSEDED -> ReplyState.NONE;
        };
    }
}
