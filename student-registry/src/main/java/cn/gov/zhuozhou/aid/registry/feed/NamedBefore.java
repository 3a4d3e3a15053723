package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;

/**
 * Whether a list may have named a person already: a Bloom filter with all bits of a person in one word, so that asking touches
 * memory once. It may say so of somebody new, of one in a hundred thousand when 200,000 were named; it never fails to say so of
 * somebody named. Its size, 2 MB, does not grow with their number and stays near the processor.
 */
final class NamedBefore {
    private static final int WORD_BITS = 18;
    private static final int BIT_BITS = 6;
    private static final int WORDS = 1 << WORD_BITS;
    private static final int BITS_OF_EACH = 6;
    private static final int DIGITS = 17;

    private final long[] words = new long[WORDS];

    /** Asks of a person, who counts as named from now on. */
    boolean maybe(IdentityNumber person) {
        long mixed = mixed(digits(person.value()));
        int word = (int) mixed & (WORDS - 1);
        long bits = 0;
        for (int i = 0; i < BITS_OF_EACH; i++) {
            bits |= 1L << (mixed >>> (WORD_BITS + i * BIT_BITS));
        }
        boolean before = (words[word] & bits) == bits;
        words[word] |= bits;
        return before;
    }

    /** What {@link Long#parseLong} would give in several times the time. */
    private static long digits(String number) {
        long digits = 0;
        for (int i = 0; i < DIGITS; i++) {
            digits = digits * 10 + number.charAt(i) - '0';
        }
        return digits;
    }

    /** The finishing step of MurmurHash3, which spreads near numbers over all bits. */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
