package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.Comparator;

/**
 * A register row that may mean this pupil, or an objection that speaks against what is in force, and what a person decided about
 * it.
 *
 * @param category what the row would prove; may be null while open
 */
public record Match(Kind kind, Category category, String source, Verdict verdict) implements Comparable<Match> {
    private static final Comparator<Match> ORDER = Comparator.comparing(Match::kind)
            .thenComparing(Match::category, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Match::source)
            .thenComparing(Match::verdict);

    /** Why the row did not prove itself. */
    public enum Kind {
        /** Same number, other name. */
        NAME_CONFLICT,
        /** The household lists the pupil's guardian but no pupil. */
        HOUSEHOLD_HEAD_ONLY,
        /** The household's row for a child was refused. */
        CHILD_ROW_REFUSED,
        /** Same name, birth date and village or guardian; the pupil has no number or another one. */
        CANDIDATE,
        /** The same with a row that was refused. */
        CANDIDATE_ROW_REFUSED,
        /** A person found out that the row means the pupil and that one of the numbers is wrong. */
        WRONG_NUMBER,
        /** No row at all: an objection was found right after what it is against had taken effect. */
        OBJECTION_UPHELD
    }

    /** What a person said. */
    public enum Verdict {
        OPEN,
        CONFIRMED,
        REJECTED
    }

    public Match {
        if (verdict == Verdict.CONFIRMED && category == null) {
            throw new IllegalArgumentException("a confirmed match proves a category");
        }
    }

    public static Match open(Kind kind, Category category, String source) {
        return new Match(kind, category, source, Verdict.OPEN);
    }

    @Override
    public int compareTo(Match other) {
        return ORDER.compare(this, other);
    }
}
