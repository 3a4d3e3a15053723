package cn.gov.zhuozhou.aid.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs that refuse to be run by root or by a user without a name. Root hands them to a user namespace, or, where containers forbid that, to the
 * user nobody, who then has to own the data.
 */
final class UnprivilegedCommand {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final String NAMELESS = "?"; // what Java calls a user id without an entry, as containers use them
    private static final Path ROOT_FOLDER = Path.of("/");
    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> prefix;

    private UnprivilegedCommand(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way that works on this machine. */
    static UnprivilegedCommand ofThisMachine() {
        String user = System.getProperty("user.name");
        if (!"root".equals(user) && !NAMELESS.equals(user)) {
            return new UnprivilegedCommand(List.of());
        }
        for (List<String> candidate : List.of(NAMESPACE, AS_NOBODY)) {
            if (works(candidate)) {
                return new UnprivilegedCommand(candidate);
            }
        }
        throw new IllegalStateException("PostgreSQL refuses to run as " + user
                + ", and neither `unshare -U` nor `setpriv` works here. " + "Run as an ordinary user.");
    }

    /** Lets the unprivileged user own the folder, where there is such a user. */
    void own(Path folder) {
        if (prefix.equals(AS_NOBODY)) {
            check(exec(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()), ROOT_FOLDER));
        }
    }

    /** Waits for the program and throws with its words when it fails. */
    void run(Path folder, String... command) {
        check(tryRun(folder, command));
    }

    /** Waits for the program and gives its outcome. */
    Outcome tryRun(Path folder, String... command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(command));
        return exec(line, folder);
    }

    private static boolean works(List<String> prefix) {
        List<String> line = new ArrayList<>(prefix);
        line.add("true");
        try {
            return exec(line, ROOT_FOLDER).code() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Outcome exec(List<String> line, Path folder) {
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(line, process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + line.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + line.getFirst(), e);
        }
    }

    private static void check(Outcome outcome) {
        if (outcome.code() != 0) {
            throw new IllegalStateException(
                    String.join(" ", outcome.line()) + " ended with " + outcome.code() + ":\n" + outcome.said());
        }
    }

    /** What was run, its exit code and its words. */
    record Outcome(List<String> line, int code, String said) {}
}
