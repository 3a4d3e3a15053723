package cn.gov.zhuozhou.aid.chassis.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The algorithms a site may choose between: international ones, or the national commercial ones (GB/T 32907, 32905). */
public enum CipherSuite {
    AES("AES", "AES/GCM/NoPadding", "HmacSHA256", 32, null),
    SM("SM4", "SM4/GCM/NoPadding", "HmacSM3", 16, new BouncyCastleProvider());

    final String keyAlgorithm;
    final String transformation;
    final String mac;
    final int keyBytes;
    final Provider provider;

    CipherSuite(String keyAlgorithm, String transformation, String mac, int keyBytes, Provider provider) {
        this.keyAlgorithm = keyAlgorithm;
        this.transformation = transformation;
        this.mac = mac;
        this.keyBytes = keyBytes;
        this.provider = provider;
    }
}
