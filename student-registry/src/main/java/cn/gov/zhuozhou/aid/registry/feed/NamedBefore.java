package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.util.BitSet;

/**
 * Whether a list may have named a person already (a Bloom filter). It may say so of somebody new, of one in a hundred thousand when
 * a million were named; it never fails to say so of somebody named. Its size, 8 MB, does not grow with their number.
 */
final class NamedBefore {
    private static final int BITS = 1 << 26;
    private static final int BITS_OF_EACH = 4;
    private static final int DIGITS = 17;

    private final BitSet bits = new BitSet(BITS);

    /** Asks of a person, who counts as named from now on. */
    boolean maybe(IdentityNumber person) {
        long mixed = mixed(Long.parseLong(person.value(), 0, DIGITS, 10));
        int step = (int) (mixed >>> Integer.SIZE);
        boolean before = true;
        for (int i = 0, bit = (int) mixed; i < BITS_OF_EACH; i++, bit += step) {
            before &= bits.get(bit & (BITS - 1));
            bits.set(bit & (BITS - 1));
        }
        return before;
    }

    /** The finishing step of MurmurHash3, which spreads near numbers over all bits. */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
