package cn.gov.zhuozhou.aid.chassis.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Keys come from the environment only; a service does not start without them. */
@ConfigMapping(prefix = "aid.crypto")
public interface CryptoConfig {
    /** AES (AES-256-GCM, HMAC-SHA-256) or SM (SM4-GCM, HMAC-SM3). */
    @WithDefault("AES")
    CipherSuite suite();

    /** Field keys by id, base64: 32 bytes for AES, 16 for SM. Old keys stay listed until nothing is written with them. */
    Map<String, String> keys();

    /** The key new values are written with. */
    @WithDefault("k1")
    String activeKey();

    /** The blind index's own key, base64, at least 32 bytes. It cannot be changed without indexing everything again. */
    String indexKey();
}
