package cn.gov.zhuozhou.aid.local;

import java.nio.file.Path;

/** Why the suite does not run, in words for the person in front of it: what, the end of the log, what to do. */
public final class StartFailure extends RuntimeException {
    /** A matter of this machine; the text says what to do. */
    StartFailure(String text) {
        super(text);
    }

    /** A part that did not come up, with the end of its log and what can be read from it. */
    StartFailure(String text, Path log) {
        super(LogTail.explaining(text, log));
    }

    /** A part inside the launcher that refused to start. */
    StartFailure(String part, RuntimeException cause, Path log) {
        super(LogTail.explaining("%s 启动失败 · %1$s did not start: %s".formatted(part, words(cause)), log), cause);
    }

    private static String words(RuntimeException failure) {
        StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            words.append(": ").append(cause.getMessage());
        }
        return words.toString();
    }
}
