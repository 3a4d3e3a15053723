package cn.gov.zhuozhou.aid.chassis.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts, decrypts and indexes for one thread. A sealed value is: length of the key id, key id, 12 random bytes, cipher text
 * with its 16-byte tag; values written with an older key stay readable while that key is configured.
 */
public final class FieldCryptoSession {
    private static final int NONCE = 12;
    private static final int FINGERPRINT = 16;
    private static final int TAG_BITS = 128;

    private final KeyRing ring;
    private final byte[] activeKeyId;
    private final Cipher cipher;
    private final Mac mac;
    private final SecureRandom random = new SecureRandom();

    FieldCryptoSession(KeyRing ring) {
        this.ring = ring;
        this.activeKeyId = ring.activeKey().getBytes(UTF_8);
        try {
            cipher = ring.suite().cipher();
            mac = ring.suite().mac();
            mac.init(ring.indexKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cipher suite " + ring.suite() + " is not available", e);
        }
    }

    public byte[] encrypt(String plain) {
        return plain == null ? null : encrypt(plain.getBytes(UTF_8));
    }

    public byte[] encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, ring.keys().get(ring.activeKey()), new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = ByteBuffer.allocate(1 + activeKeyId.length + NONCE + cipher.getOutputSize(plain.length));
            sealed.put((byte) activeKeyId.length).put(activeKeyId).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field cannot be encrypted", e);
        }
    }

    public String decrypt(byte[] sealed) {
        return sealed == null ? null : new String(decryptBytes(sealed), UTF_8);
    }

    public byte[] decryptBytes(byte[] sealed) {
        var in = ByteBuffer.wrap(sealed);
        byte[] keyId = new byte[in.get()];
        in.get(keyId);
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        SecretKey key = ring.keys().get(new String(keyId, UTF_8));
        if (key == null) {
            throw new IllegalStateException("a field was written with a key that is no longer configured");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(sealed, in.position(), in.remaining());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field cannot be decrypted: wrong key or changed content", e);
        }
    }

    /** See {@link FieldCrypto#index}; 128 bits of the MAC, held as a UUID because databases compare those fast. */
    public UUID index(String domain, String value) {
        if (value == null) {
            return null;
        }
        byte[] plain = value.getBytes(UTF_8);
        var digest = ByteBuffer.wrap(fingerprint(domain, plain, plain.length));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /** The 16 bytes of {@link #index}, of the first bytes of a content. */
    public byte[] fingerprint(String domain, byte[] content, int length) {
        mac.update(domain.getBytes(UTF_8));
        mac.update((byte) 0);
        mac.update(content, 0, length);
        return Arrays.copyOf(mac.doFinal(), FINGERPRINT);
    }
}
