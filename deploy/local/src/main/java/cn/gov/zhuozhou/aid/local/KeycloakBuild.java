package cn.gov.zhuozhou.aid.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak unpacked from the distribution Maven fetched and built for the options used here. That takes 20 seconds, so it
 * happens once per checkout, beside the distribution in {@code target}, whichever data folder comes first.
 */
final class KeycloakBuild {
    /** Holds the options a home was built with; there only when the build came to its end. */
    static final String MARK = "built-for-student-aid";

    static final List<String> OPTIONS = List.of("--db=dev-file", "--health-enabled=false", "--metrics-enabled=false");

    private KeycloakBuild() {}

    static synchronized Path of(Path root, Path temporary, Path log) {
        Path zip = distribution(root.resolve("deploy/local/target/keycloak"));
        Path home = zip.resolveSibling(zip.getFileName()
                .toString()
                .replace("keycloak-quarkus-dist-", "keycloak-")
                .replace(".zip", ""));
        try (FileChannel channel = FileChannel.open(
                        zip.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isBuilt(home)) {
                Folder.delete(home);
                unpack(zip, home.getParent());
                build(home, temporary, log);
            }
            return home;
        } catch (IOException e) {
            throw new StartFailure("Keycloak 无法解压到 %s · cannot be unpacked: %s\n%s"
                    .formatted(home, e, Advice.from(String.valueOf(e.getMessage()))));
        }
    }

    static boolean isBuilt(Path home) throws IOException {
        Path mark = home.resolve(MARK);
        return Files.exists(mark) && Files.readAllLines(mark).equals(OPTIONS);
    }

    private static void build(Path home, Path temporary, Path log) throws IOException {
        List<String> line = new ArrayList<>(KeycloakHome.program(home));
        line.add("build");
        line.addAll(OPTIONS);
        int code = ChildProcess.java(line, home, temporary, log, Map.of()).await();
        if (code != 0) {
            throw new StartFailure("Keycloak 无法构建 · Keycloak could not be built, code " + code, log);
        }
        Files.write(home.resolve(MARK), OPTIONS);
    }

    private static Path distribution(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("no zip in " + folder));
        } catch (IOException e) {
            throw new StartFailure("""
                    缺少 Keycloak 安装包（%s）。请先构建：deploy/local/up（不加 --no-build）。
                    The Keycloak distribution is missing. Build first: deploy/local/up without --no-build.""".formatted(e.getMessage()));
        }
    }

    private static void unpack(Path zip, Path parent) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(zip));
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = parent.resolve(entry.getName()).normalize();
                if (!target.startsWith(parent)) {
                    throw new IOException("entry outside the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }
}
