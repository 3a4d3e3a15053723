package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keycloak's program files in a data folder; the realm's database lies among them and stays. */
final class KeycloakHome {
    private static final String DATABASE = "data";

    private KeycloakHome() {}

    static Path preparedIn(SuiteOptions options, DataFolder folder, Path log) {
        Path built = KeycloakBuild.of(options.root(), folder.temporary(), log);
        Path home = folder.sub(Ports.KEYCLOAK).resolve(built.getFileName());
        try {
            if (!KeycloakBuild.isBuilt(home)) {
                Files.createDirectories(home);
                Folder.empty(home, entry -> !entry.endsWith(DATABASE));
                Folder.link(built, home);
            }
            return home;
        } catch (IOException e) {
            throw new StartFailure("Keycloak 无法放入数据目录 · cannot be put into the data folder: " + e + "\n"
                    + Advice.from(String.valueOf(e.getMessage())));
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
}
