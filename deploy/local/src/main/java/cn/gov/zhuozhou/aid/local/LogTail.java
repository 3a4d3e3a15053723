package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file. */
final class LogTail {
    private static final int SHOWN = 25;
    private static final int BYTES_PER_LINE = 400;

    private LogTail() {}

    /** The text, the end of the log, and what can be read from both. */
    static String explaining(String text, Path log) {
        String tail = of(log, SHOWN);
        return text + "\n  日志末尾 end of " + log + ":\n" + tail.indent(4) + Advice.from(text + tail);
    }

    static String of(Path log, int lines) {
        if (Files.notExists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - (long) lines * BYTES_PER_LINE);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }
}
