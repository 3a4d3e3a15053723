package cn.gov.zhuozhou.aid.chassis.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of a photo what is not the picture: place, device, owner, comments, embedded previews, whatever follows the picture.
 * Only which way is up stays. The picture itself is copied byte by byte.
 */
final class Photo {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int RESTART_FIRST = 0xD0;
    private static final int RESTART_LAST = 0xD7;
    private static final int APP_0 = 0xE0;
    private static final int APP_1 = 0xE1;
    private static final int APP_2 = 0xE2;
    private static final int APP_14 = 0xEE;
    private static final int APP_15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] ICC = "ICC_PROFILE".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int PNG_SIGNATURE = 8;
    private static final Set<String> PNG_KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs", "acTL",
            "fcTL", "fdAT");

    private Photo() {}

    /** Empty where the file is not a whole picture. */
    static Optional<byte[]> bare(FileKind kind, byte[] content) {
        try {
            return switch (kind) {
                case JPEG -> bareJpeg(ByteBuffer.wrap(content));
                case PNG -> barePng(content);
                case PDF, XLSX, DOCX -> Optional.of(content);
            };
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bareJpeg(ByteBuffer in) {
        var out = new ByteArrayOutputStream(in.remaining());
        in.getShort();
        marker(out, START_OF_IMAGE);
        while (true) {
            int marker = nextMarker(in);
            if (marker == END_OF_IMAGE) {
                marker(out, END_OF_IMAGE);
                return Optional.of(out.toByteArray());
            }
            byte[] segment = new byte[Short.toUnsignedInt(in.getShort()) - Short.BYTES];
            in.get(segment);
            if (marker == APP_1 && FileKind.startsWith(segment, EXIF)) {
                orientation(segment).ifPresent(o -> segment(out, APP_1, exif(o)));
            } else if (isPicture(marker, segment)) {
                segment(out, marker, segment);
            }
            if (marker == START_OF_SCAN) {
                copyScan(in, out);
            }
        }
    }

    private static boolean isPicture(int marker, byte[] segment) {
        if (marker == APP_2) {
            return FileKind.startsWith(segment, ICC);
        }
        boolean said = (marker >= APP_0 && marker <= APP_15) || marker == COMMENT;
        return !said || marker == APP_0 || marker == APP_14;
    }

    private static int nextMarker(ByteBuffer in) {
        if (Byte.toUnsignedInt(in.get()) != 0xFF) {
            throw new IllegalArgumentException("no marker");
        }
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = Byte.toUnsignedInt(in.get());
        }
        return marker;
    }

    /** Up to the next marker that ends the scan; stuffed zeros and restart marks belong to it. */
    private static void copyScan(ByteBuffer in, ByteArrayOutputStream out) {
        while (true) {
            int read = Byte.toUnsignedInt(in.get());
            if (read == 0xFF) {
                int next = Byte.toUnsignedInt(in.get(in.position()));
                if (next != 0 && (next < RESTART_FIRST || next > RESTART_LAST)) {
                    in.position(in.position() - 1);
                    return;
                }
            }
            out.write(read);
        }
    }

    private static Optional<Short> orientation(byte[] exif) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif, EXIF.length, exif.length - EXIF.length)
                    .slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * 12;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                    return Optional.of(tiff.getShort(entry + 8));
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The smallest EXIF there is: one directory with one entry. */
    private static byte[] exif(short orientation) {
        return ByteBuffer.allocate(EXIF.length + 26)
                .put(EXIF)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort(orientation)
                .array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        marker(out, marker);
        int length = content.length + Short.BYTES;
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(content);
    }

    private static void marker(ByteArrayOutputStream out, int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private static Optional<byte[]> barePng(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        var out = new ByteArrayOutputStream(in.remaining());
        byte[] signature = new byte[PNG_SIGNATURE];
        in.get(signature);
        out.writeBytes(signature);
        String type = "";
        while (!"IEND".equals(type)) {
            int start = in.position();
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            type = new String(name, java.nio.charset.StandardCharsets.US_ASCII);
            in.position(Math.addExact(in.position(), length) + Integer.BYTES);
            if (PNG_KEPT.contains(type)) {
                out.writeBytes(Arrays.copyOfRange(content, start, in.position()));
            }
        }
        return Optional.of(out.toByteArray());
    }
}
