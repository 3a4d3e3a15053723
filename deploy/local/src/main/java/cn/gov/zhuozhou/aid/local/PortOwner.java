package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds who listens on a port, as far as the machine tells: Linux keeps it below {@code /proc}. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** For example {@code java (pid 4711)}. */
    static Optional<String> of(int port) {
        Set<String> sockets = sockets(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(process -> name(process) + " (pid " + process.pid() + ")");
    }

    private static Set<String> sockets(int port) {
        Set<String> found = new HashSet<>();
        String hex = String.format(Locale.ROOT, ":%04X", port);
        for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] columns = line.strip().split("\\s+", -1);
                    if (columns.length > 9 && columns[1].endsWith(hex) && columns[3].equals(LISTENING)) {
                        found.add("socket:[" + columns[9] + "]");
                    }
                }
            } catch (IOException e) {
                return found; // not Linux
            }
        }
        return found;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : open) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // somebody else's process
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    private static String name(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .orElse("?");
    }
}
