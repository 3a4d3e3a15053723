package cn.gov.zhuozhou.aid.registry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import java.util.Arrays;

/** Tells whether a row says the same as before. Keyed, so that it tells nothing about the numbers in it. */
final class RowHash {
    private static final int USUAL = 256;
    private static final byte BETWEEN = 0x1f;

    private byte[] content = new byte[USUAL];
    private int length;

    private RowHash() {}

    static byte[] of(FieldCryptoSession crypto, Object... values) {
        var row = new RowHash();
        for (Object value : values) {
            row.add(value == null ? "" : value.toString());
        }
        return crypto.fingerprint("row", row.content, row.length);
    }

    /** In UTF-8, straight into the content: a text of the whole row in between would take as long as the hash. */
    private void add(String value) {
        ensure(value.length() * 3 + 1);
        int end = length;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                content[end++] = (byte) c;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                addEncoded(value.getBytes(UTF_8));
                return;
            } else {
                content[end++] = (byte) (0xE0 | (c >> 12));
                content[end++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                content[end++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        length = end;
        content[length++] = BETWEEN;
    }

    private void addEncoded(byte[] value) {
        ensure(value.length + 1);
        System.arraycopy(value, 0, content, length, value.length);
        length += value.length;
        content[length++] = BETWEEN;
    }

    private void ensure(int more) {
        if (content.length - length < more) {
            content = Arrays.copyOf(content, Math.max(content.length * 2, length + more));
        }
    }
}
