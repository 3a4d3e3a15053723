package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

class Utf8CensusTest {
    private static final String[] PIECES = {"城乡低保,", "999999200901010011,", "é", "𬭎", "a", "abcdefgh", "\n"};

    private final Random random = new Random();

    @RepeatedTest(50)
    void piecesOfAnyLengthAreCountedAsByteByByte() {
        byte[] text = damaged();
        var byteByByte = new Utf8Census();
        for (byte b : text) {
            byteByByte.take(new byte[] {b}, 1);
        }

        var whole = new Utf8Census();
        whole.take(text, text.length);

        assertThat(whole.wellFormed()).isEqualTo(byteByByte.wellFormed());
        assertThat(whole.damaged()).isEqualTo(byteByByte.damaged());
    }

    private byte[] damaged() {
        var text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        for (int i = 0; i < 5; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
