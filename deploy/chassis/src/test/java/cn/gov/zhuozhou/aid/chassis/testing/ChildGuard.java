package cn.gov.zhuozhou.aid.chassis.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends child processes when this JVM dies, even by SIGKILL: a small shell holds the other end of a pipe, and when the pipe
 * closes it stops whatever is still on its list. One guard serves the whole JVM.
 */
public final class ChildGuard {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            list=
            while read -r change signal pid; do
              case $change in
                +) list="$list $signal:$pid" ;;
                -) kept=
                   for entry in $list; do [ "${entry#*:}" = "$pid" ] || kept="$kept $entry"; done
                   list=$kept ;;
              esac
            done
            for entry in $list; do kill "-${entry%%:*}" "${entry#*:}" 2>/dev/null; done
            for second in 1 2 3 4 5 6 7 8 9 10; do
              alive=
              for entry in $list; do kill -0 "${entry#*:}" 2>/dev/null && alive=1; done
              [ -n "$alive" ] || exit 0
              sleep 1
            done
            for entry in $list; do kill -KILL "${entry#*:}" 2>/dev/null; done
            exit 0
            """;

    private static ChildGuard shared;

    private final OutputStream pipe;

    private ChildGuard(OutputStream pipe) {
        this.pipe = pipe;
    }

    /** The guard of this JVM, started on first use. A session of its own keeps it out of reach of Ctrl-C. */
    public static synchronized ChildGuard ofThisJvm() {
        if (shared == null) {
            try {
                Process shell = new ProcessBuilder(
                                "sh",
                                "-c",
                                "if command -v setsid >/dev/null; then exec setsid sh -c \"$0\"; else exec sh -c \"$0\"; fi",
                                SCRIPT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                shared = new ChildGuard(shell.getOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException("The guard of child processes did not start", e);
            }
        }
        return shared;
    }

    /** From now on the process ends with this JVM; {@code signal} is what it is asked with first (TERM, INT). */
    public void watch(long pid, String signal) {
        tell("+ " + signal + " " + pid);
    }

    /** The process has ended by itself or was stopped in order. */
    public void forget(long pid) {
        tell("- x " + pid);
    }

    private synchronized void tell(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The guard of child processes has gone", e);
        }
    }
}
