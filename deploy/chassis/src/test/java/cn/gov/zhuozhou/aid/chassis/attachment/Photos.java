package cn.gov.zhuozhou.aid.chassis.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Made photos that tell more than they show. */
final class Photos {
    private static final int AFTER_START_OF_IMAGE = 2;
    private static final int AFTER_HEADER_CHUNK = 8 + 25;

    private Photos() {}

    /** With EXIF (upright is 6, a device, a place), a comment, and a film behind the end. */
    static byte[] jpegWithPlace() throws IOException {
        byte[] tail = "SomePhone GPS 39.485N 115.97E".getBytes(US_ASCII);
        byte[] exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + tail.length)
                .put("Exif\0\0II*\0".getBytes(US_ASCII))
                .put(new byte[] {8, 0, 0, 0, 2, 0})
                .put(new byte[] {0x0F, 0x01, 2, 0, 29, 0, 0, 0, 38, 0, 0, 0})
                .put(new byte[] {0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0})
                .put(new byte[4])
                .put(tail)
                .array();
        byte[] plain = picture("jpg");
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, AFTER_START_OF_IMAGE);
        segment(out, 0xE1, exif);
        segment(out, 0xFE, "taken at 39.485N".getBytes(US_ASCII));
        out.write(plain, AFTER_START_OF_IMAGE, plain.length - AFTER_START_OF_IMAGE);
        out.writeBytes("hidden film".getBytes(US_ASCII));
        return out.toByteArray();
    }

    static byte[] pngWithText() throws IOException {
        byte[] plain = picture("png");
        byte[] named = "tEXtComment\0at 39.485N".getBytes(US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(named);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, AFTER_HEADER_CHUNK);
        out.writeBytes(ByteBuffer.allocate(4).putInt(named.length - 4).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        out.writeBytes(Arrays.copyOfRange(plain, AFTER_HEADER_CHUNK, plain.length));
        return out.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(8, 8, 30, 20);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }
}
