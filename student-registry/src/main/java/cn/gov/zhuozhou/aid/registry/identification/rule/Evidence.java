package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.Comparator;

/**
 * What a register says of the pupil, matched by number and name or by a person's decision.
 *
 * @param source the feed it came by
 */
public record Evidence(Category category, String source, Standing standing) implements Comparable<Evidence> {
    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::category)
            .thenComparing(Evidence::source)
            .thenComparing(Evidence::standing);

    /** Whether the register still counts the person in. */
    public enum Standing {
        CURRENT,
        /** The household has left poverty; who held the benefit keeps it to the end of the stage. */
        EXITED,
        /** Withdrawn, expired or no longer listed. */
        ENDED
    }

    public static Evidence current(Category category, String source) {
        return new Evidence(category, source, Standing.CURRENT);
    }

    @Override
    public int compareTo(Evidence other) {
        return ORDER.compare(this, other);
    }
}
