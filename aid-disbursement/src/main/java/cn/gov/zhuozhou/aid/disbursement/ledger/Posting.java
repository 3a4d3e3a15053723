package cn.gov.zhuozhou.aid.disbursement.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One balanced transaction of the books.
 *
 * @param subject what it is about: an award, a batch, an appropriation
 * @param semester null where it belongs to none
 * @param valueDate the day the money moves
 */
public record Posting(Kind kind, UUID subject, String semester, LocalDate valueDate, List<Leg> legs) {
    /** Why something is posted. What each debits and credits. */
    public enum Kind {
        /** Money of a source arrives: BANK to AVAILABLE. */
        APPROPRIATION,
        /** An award is approved: COMMITTED to FUNDING. */
        COMMITMENT,
        /** A batch is frozen: AVAILABLE of its sources to PAYABLE. */
        FREEZE,
        /** The bank has paid: PAYABLE to BANK. */
        SETTLEMENT,
        /** The bank did not pay, or money came back: PAYABLE or BANK to RETURNED. */
        RETURN,
        /** Returned money is frozen to be paid again: RETURNED to PAYABLE. */
        REISSUE,
        /** Returned money goes back to its sources: RETURNED to AVAILABLE. */
        WRITE_BACK,
        /** A year's rest goes on into the next one. */
        CARRY_OVER,
        /** What was not spent in two years goes back to the treasury: AVAILABLE to BANK. */
        TREASURY_RETURN,
        /** A donor gives: BANK to AVAILABLE. */
        DONATION,
        /** Money asked back was repaid: BANK to RECOVERED. */
        REPAYMENT,
        REVERSAL
    }

    public enum Direction {
        DEBIT,
        CREDIT
    }

    /** @param fen above 0 */
    public record Leg(Account account, Direction direction, long fen) {
        public Leg {
            if (fen <= 0) {
                throw new IllegalArgumentException("an entry is above 0 fen: " + fen);
            }
        }
    }

    public Posting {
        Objects.requireNonNull(subject, "subject");
        legs = List.copyOf(legs);
        if (sum(legs, Direction.DEBIT) != sum(legs, Direction.CREDIT) || legs.isEmpty()) {
            throw new IllegalArgumentException("a transaction balances: " + legs);
        }
    }

    /** Begins a posting; {@link Building#move} adds what it moves. */
    public static Building of(Kind kind, UUID subject, String semester, LocalDate valueDate) {
        return new Building(kind, subject, semester, valueDate);
    }

    private static long sum(List<Leg> legs, Direction direction) {
        return legs.stream()
                .filter(leg -> leg.direction() == direction)
                .mapToLong(Leg::fen)
                .sum();
    }

    /** A posting not yet complete. */
    public static final class Building {
        private final Kind kind;
        private final UUID subject;
        private final String semester;
        private final LocalDate valueDate;
        private final List<Leg> legs = new ArrayList<>();

        private Building(Kind kind, UUID subject, String semester, LocalDate valueDate) {
            this.kind = kind;
            this.subject = subject;
            this.semester = semester;
            this.valueDate = valueDate;
        }

        /** Debits one account and credits another; nothing where there is nothing to move. */
        public Building move(Account debit, Account credit, long fen) {
            if (fen != 0) {
                legs.add(new Leg(debit, Direction.DEBIT, fen));
                legs.add(new Leg(credit, Direction.CREDIT, fen));
            }
            return this;
        }

        public boolean isEmpty() {
            return legs.isEmpty();
        }

        public Posting done() {
            return new Posting(kind, subject, semester, valueDate, legs);
        }
    }
}
