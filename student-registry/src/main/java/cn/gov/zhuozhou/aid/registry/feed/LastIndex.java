package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import java.util.UUID;

/** Blind indexes of one domain; remembers the last, because rows of one household often follow each other. */
final class LastIndex {
    private final FieldCryptoSession crypto;
    private final String domain;
    private String value;
    private UUID index;

    LastIndex(FieldCryptoSession crypto, String domain) {
        this.crypto = crypto;
        this.domain = domain;
    }

    /** Null for what is missing. */
    UUID of(String asked) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        if (!asked.equals(value)) {
            value = asked;
            index = crypto.index(domain, asked);
        }
        return index;
    }
}
