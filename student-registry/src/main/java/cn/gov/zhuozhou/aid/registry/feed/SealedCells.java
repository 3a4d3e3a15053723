package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import java.util.List;

/** The cells of a row as they came, encrypted as one value. */
final class SealedCells {
    private static final String BETWEEN = "\u001f";

    private SealedCells() {}

    static byte[] seal(List<String> cells, FieldCryptoSession session) {
        return session.encrypt(String.join(BETWEEN, cells));
    }

    static List<String> open(byte[] sealed, FieldCryptoSession session) {
        return List.of(session.decrypt(sealed).split(BETWEEN, -1));
    }
}
