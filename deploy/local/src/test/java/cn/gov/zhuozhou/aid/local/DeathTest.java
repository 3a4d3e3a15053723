package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part that dies while the suite is up is announced, one that is stopped is not. */
class DeathTest {
    @TempDir
    Path folder;

    private final Queue<Integer> told = new ConcurrentLinkedQueue<>();
    private Path log;

    @BeforeEach
    void aLog() throws IOException {
        log = Files.createFile(folder.resolve("part.log"));
    }

    @Test
    void anEndNobodyAskedForIsTold() throws IOException {
        // Given
        ChildProcess process = program("System.exit(3);");

        // When
        process.whenItDies(told::add);

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told).containsExactly(3));
    }

    @Test
    void aStopIsNotTold() throws IOException {
        // Given
        ChildProcess process = program("Thread.sleep(60_000);");
        process.whenItDies(told::add);

        // When
        process.stop(Duration.ofSeconds(10));

        // Then
        assertThat(process.isAlive()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void theEndOfTheLogAndWhatToDoAreTold() throws IOException {
        // Given
        Files.writeString(log, "starting\nTerminating due to java.lang.OutOfMemoryError: Java heap space\n");

        // When
        String text = Obituary.of("student-registry", 3, log);

        // Then
        assertThat(text)
                .contains("student-registry died with exit code 3")
                .contains("Terminating due to java.lang.OutOfMemoryError")
                .contains("give more with --heap")
                .contains("run deploy/local/up again");
    }

    private ChildProcess program(String body) throws IOException {
        Path source = folder.resolve("Part.java");
        Files.writeString(
                source, "class Part { public static void main(String[] a) throws Exception { " + body + " } }");
        return ChildProcess.java(List.of(source.toString()), folder, folder, log, Map.of());
    }
}
