package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Tells whether a row says the same as before. Keyed, so that it tells nothing about the numbers in it. */
final class RowHash {
    private RowHash() {}

    static byte[] of(FieldCryptoSession crypto, Object... values) {
        var content = new StringBuilder(160);
        for (Object value : values) {
            content.append(value == null ? "" : value).append('\u001f');
        }
        UUID hash = crypto.index("row", content.toString());
        return ByteBuffer.allocate(16)
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits())
                .array();
    }
}
