package cn.gov.zhuozhou.aid.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** One line for each part that comes up or goes down, with its seconds. */
public final class Progress {
    private final PrintStream out;

    private Progress(PrintStream out) {
        this.out = out;
    }

    /** Lines for a person. */
    public static Progress to(PrintStream out) {
        return new Progress(out);
    }

    /** No lines at all. */
    public static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    public void say(String line) {
        out.println(line);
    }

    /** Does the work and reports how long it took; {@code what} says what was gained. */
    <T> T step(String what, Supplier<T> work) {
        long begin = System.nanoTime();
        T gained = work.get();
        done(what, begin);
        return gained;
    }

    void step(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        done(what, begin);
    }

    private void done(String what, long begin) {
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "  %6.1f s  %s", seconds, what));
    }
}
