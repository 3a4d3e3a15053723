package cn.gov.zhuozhou.aid.chassis.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldCryptoTest {
    private static final String OLD = key('o');
    private static final String NEW = key('n');
    private static final String INDEX = key('i');
    private static final String NUMBER = "999999201001010016";

    @ParameterizedTest
    @EnumSource
    void whatIsEncryptedReadsBackAndShowsNothing(CipherSuite suite) {
        // Given
        var session = session(suite, Map.of("k1", OLD), "k1");

        // When
        byte[] sealed = session.encrypt(NUMBER);

        // Then
        assertThat(new String(sealed, UTF_8)).doesNotContain(NUMBER);
        assertThat(session.decrypt(sealed)).isEqualTo(NUMBER);
        assertThat(session.encrypt(NUMBER)).isNotEqualTo(sealed);
    }

    @ParameterizedTest
    @EnumSource
    void anIndexIsEqualForEqualValuesOfOneDomainOnly(CipherSuite suite) {
        var session = session(suite, Map.of("k1", OLD), "k1");

        assertThat(session.index("identity", NUMBER)).isEqualTo(session.index("identity", NUMBER));
        assertThat(session.index("identity", NUMBER)).isNotEqualTo(session.index("student", NUMBER));
        assertThat(session.index("identity", NUMBER)).isNotEqualTo(session.index("identity", "999999201001010017"));
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfAnOlderKeyStayReadableAfterTheKeyChanged(CipherSuite suite) {
        // Given
        byte[] sealed = session(suite, Map.of("k1", OLD), "k1").encrypt(NUMBER);

        // When
        var rotated = session(suite, Map.of("k1", OLD, "k2", NEW), "k2");

        // Then
        assertThat(rotated.decrypt(sealed)).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @EnumSource
    void aChangedByteIsNoticed(CipherSuite suite) {
        // Given
        var session = session(suite, Map.of("k1", OLD), "k1");
        byte[] sealed = session.encrypt(NUMBER);
        sealed[sealed.length - 1] ^= 1;

        // When Then
        assertThatThrownBy(() -> session.decrypt(sealed)).hasMessageContaining("wrong key or changed content");
    }

    @Test
    void aShortKeyOrAMissingActiveKeyStopsTheService() {
        assertThatThrownBy(() -> session(CipherSuite.AES, Map.of("k1", "c2hvcnQ="), "k1"))
                .hasMessageContaining("at least 32 bytes");
        assertThatThrownBy(() -> session(CipherSuite.AES, Map.of("k1", OLD), "k2"))
                .hasMessageContaining("k2");
    }

    private static FieldCryptoSession session(CipherSuite suite, Map<String, String> keys, String active) {
        return new FieldCryptoSession(KeyRing.of(suite, keys, active, INDEX));
    }

    private static String key(char c) {
        return Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes(UTF_8));
    }
}
