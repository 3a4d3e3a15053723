package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells the encoding of a text by its bytes, all of them: a mark decides; text that is UTF-8 but for a few damaged characters is
 * UTF-8; all else is GB18030, as offices here export it.
 */
final class CharsetDetector {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Chinese text in GB18030 read as UTF-8 has nearly no well-formed character; so many more must be well-formed. */
    private static final long WELL_FORMED_PER_DAMAGED = 20;

    private static final int LOOK = 8192;
    /** In a table of Chinese text at least one character in this many bytes is a separator, digit or line end. */
    private static final int BYTES_PER_ZERO = 100;

    private CharsetDetector() {}

    static Charset detect(Path file) throws IOException {
        Utf8Census census = new Utf8Census();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.readNBytes(buffer, 0, buffer.length);
            Optional<Charset> wide = utf16(Arrays.copyOf(buffer, Math.min(read, LOOK)));
            if (wide.isPresent()) {
                return wide.get();
            }
            boolean marked =
                    read >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
            if (marked) {
                return UTF_8;
            }
            while (read > 0) {
                census.take(buffer, read);
                read = in.readNBytes(buffer, 0, buffer.length);
            }
        }
        return census.wellFormed() >= census.damaged() * WELL_FORMED_PER_DAMAGED ? UTF_8 : GB18030;
    }

    /**
     * UTF-16 by its mark or, without one, by the zeros: every separator, digit and line end has one, always in the same half of
     * its two bytes, and no other text has any.
     */
    static Optional<Charset> utf16(byte[] head) {
        if (head.length < 2) {
            return Optional.empty();
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        if (first + second == 0xFF + 0xFE && first != second) {
            return Optional.of(first == 0xFE ? UTF_16BE : UTF_16LE);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        boolean oneHalfOnly = (zeros[0] == 0) != (zeros[1] == 0);
        boolean often = (zeros[0] + zeros[1]) * BYTES_PER_ZERO >= head.length;
        return oneHalfOnly && often ? Optional.of(zeros[0] > 0 ? UTF_16BE : UTF_16LE) : Optional.empty();
    }
}
