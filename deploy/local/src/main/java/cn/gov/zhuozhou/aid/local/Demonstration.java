package cn.gov.zhuozhou.aid.local;

import cn.gov.zhuozhou.aid.local.play.GoldenThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plays the golden thread once in a data folder and keeps what came of it, to be shown again when the folder is resumed. */
final class Demonstration {
    private final LocalSuite suite;
    private final Progress progress;
    private final Path begun;
    private final Path outcome;

    Demonstration(LocalSuite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
        this.begun = suite.options().data().resolve("played-begun");
        this.outcome = suite.options().data().resolve("played.txt");
    }

    void once() {
        try {
            if (Files.exists(outcome)) {
                progress.say(Files.readString(outcome));
            } else if (Files.exists(begun)) {
                progress.say("""

                        上次演示中断，数据不完整；要重新演示请加 --fresh。
                        The last play was broken off and left half its data; run with --fresh to play again.""");
            } else if (suite.options().play()) {
                Files.createFile(begun);
                Files.writeString(outcome, play());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The outcome cannot be kept", e);
        }
    }

    private StartFailure failed(RuntimeException cause) {
        String text = """
                演示失败：%1$s
                The play failed: %1$s
                  日志 logs: %2$s
                  → --fresh 重新演示 plays again · --no-play 只启动 only starts""".formatted(cause.getMessage(), suite.options().data().resolve("logs"));
        StartFailure failure = new StartFailure(text);
        failure.initCause(cause);
        return failure;
    }

    private String play() {
        Path feeds = suite.options().feeds();
        progress.say("\n导入县级数据，演示业务主线 · loading the county's files, playing the golden thread: " + feeds);
        try (GoldenThread thread = new GoldenThread(suite, feeds, progress::say)) {
            String summary = thread.summary(thread.playToProposals());
            progress.say(summary);
            return summary;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }
}
