package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a register says before a snapshot of it is read, as hashes of its rows, each with what the roll knows of its person; and
 * which lines of the snapshot say it again. A register that comes again says the same in nearly all its rows, so indexing,
 * sealing and copying those would be most of the work and for nothing. Holds 17 bytes for each row of the register, twice or four
 * times that for room, and one bit for each line of the snapshot. For one thread.
 */
final class SaidBefore {
    private static final int HASH = 16;
    private static final byte MET = (byte) 0x80;

    /** Lines that say again what the register says, of persons of whom the roll knows the same. */
    record Again(String match, int[] lines) {}

    private final List<String> matches = new ArrayList<>();
    private final List<BitSet> again = new ArrayList<>();
    /** Null where the register says nothing. */
    private final NamedBefore named;

    private final long[] highs;
    private final long[] lows;
    /** One more than the match's place; zero where nothing stands. */
    private final byte[] kinds;

    private SaidBefore(int rows) {
        int slots = Math.max(2, Integer.highestOneBit(Math.max(1, rows)) << 2);
        highs = new long[slots];
        lows = new long[slots];
        kinds = new byte[slots];
        named = rows == 0 ? null : new NamedBefore();
    }

    /** Where nothing can be passed over, because the rows are only some of a register's. */
    static SaidBefore nothing() {
        return new SaidBefore(0);
    }

    /**
     * What a register says.
     *
     * @param rows hashes set end to end, by what the roll knows of their persons; of a hash that comes twice the last counts
     */
    static SaidBefore of(Map<String, byte[]> rows) {
        int bytes = rows.values().stream().mapToInt(hashes -> hashes.length).sum();
        var said = new SaidBefore(bytes / HASH);
        rows.forEach(said::add);
        return said;
    }

    private void add(String match, byte[] hashes) {
        matches.add(match);
        again.add(new BitSet());
        var rest = ByteBuffer.wrap(hashes);
        while (rest.hasRemaining()) {
            long high = rest.getLong();
            long low = rest.getLong();
            int slot = slotOf(high, low);
            highs[slot] = high;
            lows[slot] = low;
            kinds[slot] = (byte) matches.size();
        }
    }

    /**
     * Whether a line says what the register says, so that nothing else need be done with it. A person the snapshot may have named
     * already is looked at whole, so that of two rows the first counts.
     */
    boolean isSaidBy(int line, byte[] hash, IdentityNumber person) {
        if (named == null || named.maybe(person)) {
            return false;
        }
        var read = ByteBuffer.wrap(hash);
        int slot = slotOf(read.getLong(), read.getLong());
        int kind = kinds[slot] & ~MET;
        if (kind == 0) {
            return false;
        }
        kinds[slot] |= MET;
        again.get(kind - 1).set(line);
        return true;
    }

    /** The lines that say nothing new. */
    List<Again> again() {
        List<Again> all = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            if (!again.get(i).isEmpty()) {
                all.add(new Again(matches.get(i), again.get(i).stream().toArray()));
            }
        }
        return all;
    }

    /** The hashes of what no line says; as UUIDs, because those are sent fast. */
    List<UUID> unsaid() {
        List<UUID> unsaid = new ArrayList<>();
        for (int slot = 0; slot < kinds.length; slot++) {
            if (kinds[slot] > 0) {
                unsaid.add(new UUID(highs[slot], lows[slot]));
            }
        }
        return unsaid;
    }

    /** Where the hash stands, or the free place where it would. */
    private int slotOf(long high, long low) {
        int slot = (int) low & (kinds.length - 1);
        while (kinds[slot] != 0 && (lows[slot] != low || highs[slot] != high)) {
            slot = (slot + 1) & (kinds.length - 1);
        }
        return slot;
    }
}
