package cn.gov.zhuozhou.aid.local;

import java.nio.file.Path;

/** Why the suite does not run, in words for the person in front of it: what, the end of the log, what to do. */
public final class StartFailure extends RuntimeException {
    private static final int TAIL = 25;

    /** A matter of this machine; the text says what to do. */
    StartFailure(String text) {
        super(text);
    }

    /** A part that did not come up, with the end of its log and what can be read from it. */
    StartFailure(String text, Path log) {
        super(withLog(text, log));
    }

    private static String withLog(String text, Path log) {
        String tail = LogTail.of(log, TAIL);
        return text + "\n  日志末尾 end of " + log + ":\n" + tail.indent(4) + Advice.from(tail);
    }
}
