package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a workbook's container before anything is parsed. Sizes are counted by unpacking, not taken from the directory,
 * which may lie.
 */
final class ZipGuard {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHARED_TEXT = "xl/sharedStrings.xml";
    /** Below this no ratio is suspicious: small parts of one repeated text pack very well. */
    private static final long HARMLESS = 1L << 20;

    private ZipGuard() {}

    static void check(Path file, Limits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.maxEntries()) {
                throw UnreadableTable.zipBomb();
            }
            if (zip.getEntry(WORKBOOK) == null) {
                throw UnreadableTable.notATable();
            }
            long left = limits.maxInflatedBytes();
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                left -= inflated(zip, entries.nextElement(), left, limits);
            }
        } catch (ZipException e) {
            String message = String.valueOf(e.getMessage());
            throw message.contains("encrypted") ? UnreadableTable.passwordProtected() : UnreadableTable.broken();
        }
    }

    private static long inflated(ZipFile zip, ZipEntry entry, long left, Limits limits) throws IOException {
        long byRatio = Math.max(HARMLESS, Math.max(1, entry.getCompressedSize()) * limits.maxInflation());
        long most = Math.min(left, byRatio);
        if (SHARED_TEXT.equals(entry.getName())) {
            most = Math.min(most, limits.maxSharedTextBytes());
        }
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw UnreadableTable.zipBomb();
                }
            }
        }
        return size;
    }
}
