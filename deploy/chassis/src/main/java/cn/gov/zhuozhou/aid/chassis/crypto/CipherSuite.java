package cn.gov.zhuozhou.aid.chassis.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The algorithms a site may choose between: international ones, or the national commercial ones (GB/T 32907, 32905). */
public enum CipherSuite {
    AES("AES", "AES/GCM/NoPadding", "HmacSHA256", 32),
    SM("SM4", "SM4/GCM/NoPadding", "HmacSM3", 16);

    private static final Provider NATIONAL = new BouncyCastleProvider();

    final String keyAlgorithm;
    final String macAlgorithm;
    final int keyBytes;
    private final String transformation;

    CipherSuite(String keyAlgorithm, String transformation, String macAlgorithm, int keyBytes) {
        this.keyAlgorithm = keyAlgorithm;
        this.transformation = transformation;
        this.macAlgorithm = macAlgorithm;
        this.keyBytes = keyBytes;
    }

    Cipher cipher() throws GeneralSecurityException {
        return this == SM ? Cipher.getInstance(transformation, NATIONAL) : Cipher.getInstance(transformation);
    }

    Mac mac() throws GeneralSecurityException {
        return this == SM ? Mac.getInstance(macAlgorithm, NATIONAL) : Mac.getInstance(macAlgorithm);
    }
}
