package cn.gov.zhuozhou.aid.local;

import java.util.List;

/** What a person can do about words known from logs. */
final class Advice {
    private record Known(String words, String advice) {}

    private static final List<Known> KNOWN = List.of(
            new Known("No space left on device", "磁盘已满：请腾出空间后重试。The disk is full: make room and run again."),
            new Known("Address already in use", "端口被占用：请用 --port 换端口。A port is taken: choose another with --port."),
            new Known("already bound", "端口被占用：请用 --port 换端口。A port is taken: choose another with --port."),
            new Known("OutOfMemoryError", "内存不足：请用 --heap 512m 加大。Too little memory: give more with --heap 512m."),
            new Known("Cannot allocate memory", "内存不足：请关闭其他程序。Too little memory: close other programs."),
            new Known("UnsupportedClassVersionError", "JDK 过旧：需要 21 或更高。The JDK is too old: 21 or newer is needed."),
            new Known(
                    "Validate failed: Migrations",
                    "数据目录来自另一版本：请加 --fresh。The data folder is of another version: run with --fresh."),
            new Known(
                    "database files are incompatible",
                    "数据目录来自另一版本：请加 --fresh。The data folder is of another version: run with --fresh."));

    private Advice() {}

    /** One line of advice, or nothing. */
    static String from(String words) {
        return KNOWN.stream()
                .filter(known -> words.contains(known.words()))
                .map(known -> "  → " + known.advice())
                .findFirst()
                .orElse("");
    }
}
