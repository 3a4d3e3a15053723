package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the encoding of a text by its bytes, all of them: a mark decides; text that is UTF-8 but for a few damaged characters is
 * UTF-8; all else is GB18030, as offices here export it.
 */
final class CharsetDetector {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Chinese text in GB18030 read as UTF-8 has nearly no well-formed character; so many more must be well-formed. */
    private static final long WELL_FORMED_PER_DAMAGED = 20;

    private CharsetDetector() {}

    static Charset detect(Path file) throws IOException {
        Utf8Census census = new Utf8Census();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.readNBytes(buffer, 0, buffer.length);
            if (hasUtf16Mark(buffer)) {
                return buffer[0] == (byte) 0xFE ? UTF_16BE : UTF_16LE;
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

    static boolean hasUtf16Mark(byte[] head) {
        return head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
    }
}
