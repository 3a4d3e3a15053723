package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is by its first bytes. */
enum Signature {
    EMPTY,
    ZIP,
    /** An old workbook. */
    OLE2,
    /** A workbook locked by a password is wrapped in the old container. */
    ENCRYPTED_OLE2,
    TEXT,
    BINARY;

    private static final int LOOK = 8192;
    private static final byte[] OLE2_MAGIC = bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
    private static final byte[] ZIP_MAGIC = bytes('P', 'K', 3, 4);
    private static final byte[] ENCRYPTED_PART = "EncryptedPackage".getBytes(UTF_16LE);

    static Signature of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LOOK);
        }
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, ZIP_MAGIC)) {
            return ZIP;
        }
        if (startsWith(head, OLE2_MAGIC)) {
            return contains(file, ENCRYPTED_PART) ? ENCRYPTED_OLE2 : OLE2;
        }
        return isText(head) ? TEXT : BINARY;
    }

    private static boolean isText(byte[] head) {
        if (CharsetDetector.utf16(head).isPresent()) {
            return true;
        }
        int start = 0;
        for (byte b : head) {
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A;
            if (control) {
                return false;
            }
        }
        while (start < head.length && (head[start] <= ' ' || head[start] == (byte) 0xEF)) {
            start += head[start] == (byte) 0xEF ? 3 : 1;
        }
        return start >= head.length || (head[start] != '<' && !startsWith(head, bytes('%', 'P', 'D', 'F')));
    }

    private static boolean contains(Path file, byte[] wanted) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[LOOK + wanted.length];
            int kept = 0;
            while (true) {
                int read = in.readNBytes(window, kept, window.length - kept);
                int filled = kept + read;
                for (int i = 0; i + wanted.length <= filled; i++) {
                    if (window[i] == wanted[0]
                            && Arrays.equals(window, i, i + wanted.length, wanted, 0, wanted.length)) {
                        return true;
                    }
                }
                if (filled < window.length) {
                    return false;
                }
                kept = wanted.length;
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
