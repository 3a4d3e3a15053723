package cn.gov.zhuozhou.aid.local;

import cn.gov.zhuozhou.aid.chassis.testing.ChildGuard;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A Java program run beside the launcher, writing to its own log. Ctrl-C in the terminal does not reach it, so that parts stop
 * in order; if the launcher dies, the guard ends it.
 */
final class ChildProcess {
    private static final List<String> DEAF_TO_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
    private static final List<String> FOREIGN = List.of("QUARKUS_", "KAFKA_", "KC_", "AID_", "MP_");

    private static final int WARNS_OF_UNSAFE = 23;

    private final Process process;
    private volatile boolean askedToEnd;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts {@code java} of the launcher's own JDK; settings for other programs in the environment are left behind. */
    static ChildProcess java(
            List<String> arguments, Path folder, Path temporary, Path log, Map<String, String> environment) {
        List<String> line = new ArrayList<>(DEAF_TO_TERMINAL);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Djava.io.tmpdir=" + temporary);
        line.add("-XX:-UsePerfData");
        line.add("-XX:+ExitOnOutOfMemoryError");
        line.add("-Dfile.encoding=UTF-8");
        line.add("-Dstdout.encoding=UTF-8");
        line.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            line.add("--sun-misc-unsafe-memory-access=allow");
        }
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            ChildGuard.ofThisJvm().watch(process.pid(), "TERM");
            return new ChildProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + line.get(DEAF_TO_TERMINAL.size()), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Tells the exit code of an end nobody asked for. */
    void whenItDies(IntConsumer told) {
        var unused = process.onExit().thenAccept(ended -> {
            if (!askedToEnd) {
                told.accept(ended.exitValue());
            }
        });
    }

    /** Waits for a program that ends by itself and gives its exit code. */
    int await() {
        try {
            int code = process.waitFor();
            ChildGuard.ofThisJvm().forget(process.pid());
            return code;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Asks the program to end; it has that long before it is killed. */
    void stop(Duration grace) {
        askedToEnd = true;
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        await();
    }

    /** Ends the program at once, as a crash would. */
    void kill() {
        askedToEnd = true;
        process.destroyForcibly();
        await();
    }
}
