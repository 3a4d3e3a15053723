package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code .mvn/find-jdk.sh} and {@code deploy/local/up} on a made machine: its JDKs and its Maven are what a test puts there. */
class ScriptsTest {
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cut",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "readlink",
            "sed",
            "sh",
            "sleep",
            "tail",
            "touch");

    @TempDir
    Path machine;

    private Path checkout;

    private record Ended(int code, String text) {}

    @BeforeEach
    void aCheckoutWithTheScriptsAlone() throws IOException {
        checkout = Files.createDirectories(machine.resolve("checkout"));
        Files.createDirectories(machine.resolve("home"));
        Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            Path program = Stream.of("/usr/bin", "/bin")
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(machine.resolve("bin").resolve(tool), program);
        }
        for (String script : List.of(".mvn/find-jdk.sh", "deploy/local/up")) {
            Path copy = checkout.resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(REPOSITORY.resolve(script), copy);
        }
        Path usage = checkout.resolve("deploy/local/src/main/resources/cn/gov/zhuozhou/aid/local/usage.txt");
        Files.createDirectories(usage.getParent());
        Files.writeString(usage, "usage\n");
    }

    @Test
    void theNewestOfTheInstalledJdksIsTakenWhenTheOneOnThePathIsTooOld() throws Exception {
        // Given
        Files.createSymbolicLink(
                machine.resolve("bin/javac"), jdk("jdk-17", "17.0.18").resolve("bin/javac"));
        jdk("temurin-21", "21.0.5");
        Path newest = jdk("temurin-25", "25.0.1");
        jdk("jdk-8", "1.8.0_452");

        // When
        Ended ended = findJdk(null);

        // Then
        assertThat(ended).isEqualTo(new Ended(0, newest.toString()));
    }

    @Test
    void aFittingJavaHomeIsKeptThoughANewerJdkIsInstalled() throws Exception {
        // Given
        Path chosen = jdk("temurin-21", "21.0.5");
        jdk("temurin-25", "25.0.1");

        // When
        Ended ended = findJdk(chosen);

        // Then
        assertThat(ended).isEqualTo(new Ended(0, chosen.toString()));
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        // Given
        Path tooOld = jdk("jdk-17", "17.0.18");
        Path fitting = jdk("temurin-21", "21.0.5");

        // When
        Ended ended = findJdk(tooOld);

        // Then
        assertThat(ended).isEqualTo(new Ended(0, fitting.toString()));
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        // Given
        Files.delete(jdk("jre-25", "25.0.1").resolve("bin/javac"));
        Path fitting = jdk("temurin-21", "21.0.5");

        // When
        Ended ended = findJdk(null);

        // Then
        assertThat(ended).isEqualTo(new Ended(0, fitting.toString()));
    }

    @Test
    void withNothingButOldJdksTheMessageSaysWhatToInstall() throws Exception {
        // Given
        Path tooOld = jdk("jdk-17", "17.0.18");

        // When
        Ended found = findJdk(tooOld);
        Ended up = up();

        // Then
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.text()).contains("找不到 JDK 21 或更高版本", "No JDK 21 or newer found. Install one");
        assertThat(up.code()).isEqualTo(1);
        assertThat(up.text()).isEqualTo(found.text());
        assertThat(checkout.resolve("deploy/local/target")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ERROR] Non-resolvable import POM: The following artifacts could not be resolved"
                        + " | A download failed: check the network or proxy",
                "[ERROR] Could not transfer artifact a:b:jar:1 from/to central: Connection refused"
                        + " | A download failed: check the network or proxy",
                "[ERROR] Unknown host: repo.invalid | A download failed: check the network or proxy",
                "wget: Failed to fetch the distribution | A download failed: check the network or proxy",
                "[ERROR] Fatal error compiling: No space left on device | The disk is full: make room and run again.",
                "[ERROR] error: release version 21 not supported | The JDK is too old: 21 or newer is needed.",
            })
    void aBuildThatFailsSaysWhatToDo(String lineOfTheLog, String advice) throws Exception {
        // Given
        jdk("temurin-25", "25.0.1");
        maven("echo '[INFO] Scanning'; echo '%s'; exit 1".formatted(lineOfTheLog));

        // When
        Ended ended = up();

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text())
                .contains("构建失败 · the build failed", advice)
                .contains(checkout.resolve("deploy/local/target/build.log").toString());
        assertThat(checkout.resolve("deploy/local/target/built")).doesNotExist();
    }

    @Test
    void aBuildThatFailsForAReasonOfItsOwnShowsItAndGivesNoAdvice() throws Exception {
        // Given
        jdk("temurin-25", "25.0.1");
        maven("echo '[ERROR] Failed: 3 tests'; exit 1");

        // When
        Ended ended = up();

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text()).contains("    [ERROR] Failed: 3 tests").doesNotContain("→");
    }

    @Test
    void withoutBuildingNothingUnbuiltIsStarted() throws Exception {
        // Given
        jdk("temurin-25", "25.0.1");

        // When
        Ended ended = up("--no-build");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text()).contains("Not built yet: run without --no-build.");
    }

    @Test
    void whoStopsWhileItBuildsLeavesNoMavenBehind() throws Exception {
        // Given
        jdk("temurin-25", "25.0.1");
        Path pid = machine.resolve("maven.pid");
        maven("echo $$ > '%s'; exec sleep 600".formatted(pid));
        Process up = started(
                List.of(
                        machine.resolve("bin/bash").toString(),
                        checkout.resolve("deploy/local/up").toString()),
                null);
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(pid) && Files.size(pid) > 1);
        ProcessHandle maven =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

        // When
        up.destroy();

        // Then
        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> !maven.isAlive());
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(machine.resolve("jdks").resolve(name));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Made\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(Files.createDirectories(home.resolve("bin")).resolve("javac"), "exit 0");
        return home;
    }

    private void maven(String body) throws IOException {
        program(checkout.resolve("mvnw"), body);
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended findJdk(Path javaHome) throws Exception {
        return ended(started(
                List.of(machine.resolve("bin/sh").toString(), "-c", ". .mvn/find-jdk.sh && printf %s \"$JAVA_HOME\""),
                javaHome));
    }

    private Ended up(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                machine.resolve("bin/bash").toString(),
                checkout.resolve("deploy/local/up").toString()));
        line.addAll(List.of(arguments));
        return ended(started(line, null));
    }

    private Process started(List<String> line, Path javaHome) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(checkout.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("bin").toString());
        builder.environment().put("HOME", machine.resolve("home").toString());
        builder.environment().put("AID_JDK_PLACES", machine.resolve("jdks") + "/*");
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome.toString());
        }
        return builder.start();
    }

    private static Ended ended(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }
}
