package cn.gov.zhuozhou.aid.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs the whole suite until it is told to stop; {@code deploy/local/up} starts it. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** The repository's root is the system property {@code aid.root}. */
    public static void main(String[] line) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path root =
                Path.of(System.getProperty("aid.root", ".")).toAbsolutePath().normalize();
        SuiteOptions options;
        try {
            options = Arguments.parse(root, System.getProperties(), List.of(line));
        } catch (IllegalArgumentException e) {
            out.println("不认识的参数 · not understood: " + e.getMessage() + "\n\n" + Arguments.usage());
            System.exit(MISUSED);
            return;
        }
        run(options, out);
    }

    private static void run(SuiteOptions options, PrintStream out) throws InterruptedException {
        long begin = System.nanoTime();
        System.setProperty("java.io.tmpdir", options.data().resolve("tmp").toString());
        Progress progress = Progress.to(out);
        LocalSuite suite = new LocalSuite(options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop"));
        try {
            suite.startAll();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            new Demonstration(suite, progress).once();
            out.println(Welcome.text(suite, took));
        } catch (RuntimeException e) {
            if (!suite.isClosed()) {
                explain(e, out);
                System.exit(FAILED);
            }
        }
        new CountDownLatch(1).await();
    }

    private static void explain(RuntimeException failure, PrintStream out) {
        out.println("\n未能完成 · this did not work out\n");
        if (failure instanceof StartFailure) {
            out.println(failure.getMessage());
        } else {
            failure.printStackTrace(out);
        }
    }
}
