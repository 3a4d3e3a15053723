package cn.gov.zhuozhou.aid.local;

import java.nio.file.Path;

/** What a person is told when a part dies while the suite is up: which, the end of its log, what to do. */
final class Obituary {
    private Obituary() {}

    static String of(String part, int code, Path log) {
        String text = "%n%s 意外退出，退出码 %d · %1$s died with exit code %2$d".formatted(part, code);
        return LogTail.explaining(text, log) + """

                  其余部分仍在运行。Ctrl-C 停止后再运行 deploy/local/up，数据不丢。
                  The others still run. Stop with Ctrl-C and run deploy/local/up again: it resumes where it was.""";
    }
}
