package cn.gov.zhuozhou.aid.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak's program files, unpacked once from the distribution Maven fetched and built for the options used here. */
final class KeycloakHome {
    private static final String PREPARED = "prepared-by-student-aid";

    private KeycloakHome() {}

    static Path preparedIn(SuiteOptions options, DataFolder folder, Path log) {
        Path zip = distribution(options.root());
        Path parent = folder.sub(Ports.KEYCLOAK);
        Path home = parent.resolve(zip.getFileName()
                .toString()
                .replace("keycloak-quarkus-dist-", "keycloak-")
                .replace(".zip", ""));
        if (Files.exists(home.resolve(PREPARED))) {
            return home;
        }
        try {
            unpack(zip, parent);
            List<String> line = new ArrayList<>(program(home));
            line.addAll(List.of("build", "--db=dev-file", "--health-enabled=false", "--metrics-enabled=false"));
            int code = ChildProcess.java(line, home, folder.temporary(), log, Map.of())
                    .await();
            if (code != 0) {
                throw new StartFailure("Keycloak 无法构建 · Keycloak could not be built, code " + code, log);
            }
            Files.createFile(home.resolve(PREPARED));
            return home;
        } catch (IOException e) {
            throw new StartFailure("Keycloak 无法解压到 %s · cannot be unpacked: %s\n%s"
                    .formatted(parent, e, Advice.from(String.valueOf(e.getMessage()))));
        }
    }

    /** The command Keycloak's own script would run, without the shell in between. */
    static List<String> program(Path home) {
        List<String> line =
                new ArrayList<>(List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-Duser.language=en", "-Duser.country=US", "-Dpicocli.disable.closures=true"));
        for (String open : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            line.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        line.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        line.add("-Dkc.home.dir=" + home);
        line.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        line.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        line.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return line;
    }

    private static Path distribution(Path root) {
        Path folder = root.resolve("deploy/local/target/keycloak");
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
        Files.createDirectories(parent);
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
                    Files.copy(entries, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
