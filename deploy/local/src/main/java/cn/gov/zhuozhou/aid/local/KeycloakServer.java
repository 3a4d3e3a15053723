package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real Keycloak with our realm, on a file database of its own in the data folder. */
final class KeycloakServer implements AutoCloseable {
    static final String REALM = "student-aid";
    static final String ADMIN = "kc-admin";

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final ChildProcess process;
    private final int port;
    private final Path log;

    private KeycloakServer(ChildProcess process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it; the first time it is unpacked, built and given the realm. */
    static KeycloakServer launch(SuiteOptions options, DataFolder folder, Secrets secrets) {
        Path log = folder.newLog(Ports.KEYCLOAK);
        Path home = KeycloakHome.preparedIn(options, folder, log);
        boolean firstTime = Files.notExists(home.resolve("data/h2"));
        importRealm(options.root().resolve("deploy/keycloak"), home.resolve("data/import"));
        int port = options.ports().of(Ports.KEYCLOAK);
        List<String> line = new ArrayList<>(KeycloakHome.program(home));
        line.addAll(List.of("start", "--optimized", "--import-realm", "--http-enabled=true", "--cache=local"));
        line.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + port, "--hostname=http://localhost:" + port));
        Map<String, String> administrator = firstTime
                ? Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakPassword())
                : Map.of();
        ChildProcess process = ChildProcess.java(line, home, folder.temporary(), log, administrator);
        return new KeycloakServer(process, port, log);
    }

    void awaitReady() {
        Readiness.await("Keycloak", URI.create(issuer() + "/.well-known/openid-configuration"), process, log, LIMIT);
    }

    void announceDeath(Progress progress) {
        process.whenItDies(code -> progress.say(Obituary.of("Keycloak", code, log)));
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    URI issuer() {
        return url().resolve("/realms/" + REALM);
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }

    private static void importRealm(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String file : List.of(REALM + "-realm.json", REALM + "-users-0.json")) {
                Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartFailure("Keycloak 领域文件无法复制 · the realm files cannot be copied: " + e);
        }
    }
}
