package cn.gov.zhuozhou.aid.chassis.crypto;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The checked keys of one cipher suite. */
record KeyRing(CipherSuite suite, Map<String, SecretKey> keys, String activeKey, SecretKey indexKey) {
    private static final int LEAST_INDEX_KEY_BYTES = 32;

    static KeyRing of(CipherSuite suite, Map<String, String> base64Keys, String activeKey, String indexKey) {
        Map<String, SecretKey> keys = new HashMap<>();
        base64Keys.forEach((id, base64) -> {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length < suite.keyBytes) {
                throw new IllegalStateException(
                        "aid.crypto.keys." + id + " must have at least " + suite.keyBytes + " bytes");
            }
            keys.put(id, new SecretKeySpec(key, 0, suite.keyBytes, suite.keyAlgorithm));
        });
        if (!keys.containsKey(activeKey)) {
            throw new IllegalStateException(
                    "aid.crypto.active-key names " + activeKey + ", which aid.crypto.keys lacks");
        }
        byte[] index = Base64.getDecoder().decode(indexKey);
        if (index.length < LEAST_INDEX_KEY_BYTES) {
            throw new IllegalStateException(
                    "aid.crypto.index-key must have at least " + LEAST_INDEX_KEY_BYTES + " bytes");
        }
        return new KeyRing(suite, Map.copyOf(keys), activeKey, new SecretKeySpec(index, suite.macAlgorithm));
    }
}
