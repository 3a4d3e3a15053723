package cn.gov.zhuozhou.aid.disbursement.ledger;

import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.AVAILABLE;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.BANK;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.COMMITTED;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.FUNDING;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.PAYABLE;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.RETURNED;

import cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * One balanced transaction of the books.
 *
 * @param subject what it is about: an award, a batch, an appropriation
 * @param semester null where it belongs to none
 * @param valueDate the day the money moves
 */
public record Posting(Kind kind, UUID subject, String semester, LocalDate valueDate, List<Leg> legs) {
    /** Why something is posted, and which sides of the books it debits and credits. */
    public enum Kind {
        /** Money of a source arrives. */
        APPROPRIATION(Set.of(BANK), Set.of(AVAILABLE)),
        /** An award is approved. */
        COMMITMENT(Set.of(COMMITTED), Set.of(FUNDING)),
        /** A batch is frozen: its sources' money is kept for it. */
        FREEZE(Set.of(AVAILABLE), Set.of(PAYABLE)),
        /** The bank has paid. */
        SETTLEMENT(Set.of(PAYABLE), Set.of(BANK)),
        /** The bank did not pay, or money it had paid came back. */
        RETURN(Set.of(PAYABLE, BANK), Set.of(RETURNED)),
        /** Returned money is frozen to be paid again. */
        REISSUE(Set.of(RETURNED), Set.of(PAYABLE)),
        /** Returned money goes back to its sources. */
        WRITE_BACK(Set.of(RETURNED), Set.of(AVAILABLE)),
        /** A year's rest goes on into the next one. */
        CARRY_OVER(Set.of(AVAILABLE), Set.of(AVAILABLE)),
        /** What was not spent in time goes back to the treasury. */
        TREASURY_RETURN(Set.of(AVAILABLE), Set.of(BANK)),
        /** A donor gives. */
        DONATION(Set.of(BANK), Set.of(AVAILABLE)),
        /** Money asked back was repaid. */
        REPAYMENT(Set.of(BANK), Set.of(AVAILABLE)),
        /** Money asked back is kept from another award, whose sources make it good to those that paid too much. */
        OFFSET(Set.of(AVAILABLE), Set.of(AVAILABLE)),
        /** The opposite of an earlier transaction; posted by {@link Ledger#reverse} alone. */
        REVERSAL(Set.of(), Set.of());

        private final Set<Side> debits;
        private final Set<Side> credits;

        Kind(Set<Side> debits, Set<Side> credits) {
            this.debits = debits;
            this.credits = credits;
        }

        boolean knows(Leg leg) {
            Set<Side> sides = leg.direction() == Direction.DEBIT ? debits : credits;
            return sides.contains(leg.account().side());
        }
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
        if (!legs.stream().allMatch(kind::knows)) {
            throw new IllegalArgumentException(kind + " does not move money like this: " + legs);
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
