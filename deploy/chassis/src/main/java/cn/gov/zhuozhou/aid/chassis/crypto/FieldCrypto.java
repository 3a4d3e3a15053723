package cn.gov.zhuozhou.aid.chassis.crypto;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Protects single fields at rest: encryption for reading back, a blind index for finding equal values without reading them.
 * Safe for many threads; bulk work takes its own {@link FieldCryptoSession}.
 */
@Startup
@ApplicationScoped
public class FieldCrypto {
    @Inject
    CryptoConfig config;

    private KeyRing ring;

    @PostConstruct
    void readKeys() {
        ring = KeyRing.of(config.suite(), config.keys(), config.activeKey(), config.indexKey());
    }

    /** A session of one thread, several times faster over many values. */
    public FieldCryptoSession session() {
        return new FieldCryptoSession(ring);
    }

    public byte[] encrypt(String plain) {
        return session().encrypt(plain);
    }

    public byte[] encrypt(byte[] plain) {
        return session().encrypt(plain);
    }

    public String decrypt(byte[] sealed) {
        return session().decrypt(sealed);
    }

    public byte[] decryptBytes(byte[] sealed) {
        return session().decryptBytes(sealed);
    }

    /** The blind index of a value: equal values of one domain give equal indexes; nothing else can be learned. */
    public UUID index(String domain, String value) {
        return session().index(domain, value);
    }
}
