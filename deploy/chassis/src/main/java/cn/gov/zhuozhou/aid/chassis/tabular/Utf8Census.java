package cn.gov.zhuozhou.aid.chassis.tabular;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts the well-formed and the damaged multi-byte characters of a text taken for UTF-8, piece by piece. */
final class Utf8Census {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private long wellFormed;
    private long damaged;
    private int awaited;
    private int lowest = 0x80;
    private int highest = 0xBF;

    void take(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            if (awaited == 0 && i + Long.BYTES <= length && ((long) EIGHT.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            } else {
                take(bytes[i++] & 0xFF);
            }
        }
    }

    private void take(int b) {
        if (awaited > 0) {
            if (b >= lowest && b <= highest) {
                lowest = 0x80;
                highest = 0xBF;
                if (--awaited == 0) {
                    wellFormed++;
                }
                return;
            }
            damaged++;
            awaited = 0;
        }
        if (b >= 0x80) {
            begin(b);
        }
    }

    private void begin(int b) {
        if (b < 0xC2 || b > 0xF4) {
            damaged++;
            return;
        }
        awaited = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    long wellFormed() {
        return wellFormed;
    }

    long damaged() {
        return damaged + (awaited > 0 ? 1 : 0);
    }
}
