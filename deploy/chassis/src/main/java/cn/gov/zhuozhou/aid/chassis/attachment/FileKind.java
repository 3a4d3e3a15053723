package cn.gov.zhuozhou.aid.chassis.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a file is, by its content. */
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    public static final Set<FileKind> PHOTOS = Set.copyOf(EnumSet.of(JPEG, PNG));
    public static final Set<FileKind> PHOTOS_AND_SCANS = Set.copyOf(EnumSet.of(JPEG, PNG, PDF));

    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF_HEAD = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};
    private static final int MOST_ENTRIES_LOOKED_AT = 200;

    private final String mediaType;
    private final String extension;

    FileKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    public static Optional<FileKind> of(byte[] content) {
        if (startsWith(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (startsWith(content, PDF_HEAD)) {
            return Optional.of(PDF);
        }
        return startsWith(content, ZIP_HEAD) ? office(content) : Optional.empty();
    }

    private static Optional<FileKind> office(byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry entry = zip.getNextEntry();
            for (int seen = 0; entry != null && seen < MOST_ENTRIES_LOOKED_AT; seen++) {
                switch (entry.getName()) {
                    case "xl/workbook.xml" -> {
                        return Optional.of(XLSX);
                    }
                    case "word/document.xml" -> {
                        return Optional.of(DOCX);
                    }
                    default -> entry = zip.getNextEntry();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static boolean startsWith(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }
}
