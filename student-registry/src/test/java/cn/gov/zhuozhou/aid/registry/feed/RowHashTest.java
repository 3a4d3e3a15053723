package cn.gov.zhuozhou.aid.registry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class RowHashTest {
    @Inject
    FieldCrypto crypto;

    @ParameterizedTest
    @ValueSource(strings = {"", "T1", "东城坊镇", "䶮㛃", "𬭎某", "é·"})
    void itIsTheKeyedIndexOfTheValuesEachEnded(String text) {
        byte[] hash = RowHash.of(crypto.session(), text, null, 30_000L, YearMonth.of(2018, 1), text);

        UUID index = crypto.index("row", text + "\u001f\u001f30000\u001f2018-01\u001f" + text + "\u001f");
        assertThat(hash)
                .isEqualTo(ByteBuffer.allocate(16)
                        .putLong(index.getMostSignificantBits())
                        .putLong(index.getLeastSignificantBits())
                        .array());
    }

    @Test
    void aLongValueIsHashedWhole() {
        String text = "一个很长的名字 ".repeat(80);

        byte[] hash = RowHash.of(crypto.session(), text + "1");

        assertThat(hash).isNotEqualTo(RowHash.of(crypto.session(), text + "2"));
    }

    @Test
    void whereAValueEndsCounts() {
        byte[] hash = RowHash.of(crypto.session(), "ab", "c");

        assertThat(hash).isNotEqualTo(RowHash.of(crypto.session(), "a", "bc"));
        assertThat(new String(hash, UTF_8)).doesNotContain("ab");
    }
}
