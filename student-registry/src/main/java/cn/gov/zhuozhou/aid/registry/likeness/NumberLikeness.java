package cn.gov.zhuozhou.aid.registry.likeness;

import java.util.Optional;

/** How a number was probably mistyped. Tells the kind of mistake and nothing of the digits. */
public final class NumberLikeness {
    private NumberLikeness() {}

    /** The mistake that makes one number the other; empty where they are equal or more than one mistake apart. */
    public static Optional<Likeness> of(String one, String other) {
        if (one.length() == other.length()) {
            return sameLength(one, other);
        }
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        return longer.length() == shorter.length() + 1 && isWithoutOne(longer, shorter)
                ? Optional.of(Likeness.DIGIT_MISSING)
                : Optional.empty();
    }

    private static Optional<Likeness> sameLength(String one, String other) {
        int first = differenceFrom(one, other, 0);
        if (first == one.length()) {
            return Optional.empty();
        }
        int second = differenceFrom(one, other, first + 1);
        if (second == one.length()) {
            return Optional.of(first == one.length() - 1 ? Likeness.CHECK_CHARACTER : Likeness.ONE_DIGIT);
        }
        boolean swapped = second == first + 1
                && one.charAt(first) == other.charAt(second)
                && one.charAt(second) == other.charAt(first)
                && differenceFrom(one, other, second + 1) == one.length();
        return swapped ? Optional.of(Likeness.DIGITS_SWAPPED) : Optional.empty();
    }

    private static int differenceFrom(String one, String other, int start) {
        int at = start;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return Math.min(at, one.length());
    }

    private static boolean isWithoutOne(String longer, String shorter) {
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        return longer.substring(at + 1).equals(shorter.substring(at));
    }
}
