package cn.gov.zhuozhou.aid.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChildGuardTest {
    /** A JVM with one guarded child and one it has let go; it says their process ids and waits to be killed. */
    static final class Parent {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Process guarded = new ProcessBuilder("sleep", "300").start();
            Process forgotten = new ProcessBuilder("sleep", "300").start();
            ChildGuard.ofThisJvm().watch(guarded.pid(), "TERM");
            ChildGuard.ofThisJvm().watch(forgotten.pid(), "TERM");
            ChildGuard.ofThisJvm().forget(forgotten.pid());
            System.out.println(guarded.pid());
            System.out.println(forgotten.pid());
            Thread.sleep(300_000);
        }
    }

    @Test
    void childrenEndWithAJvmThatIsKilledHard() throws Exception {
        // Given
        Path classes = Path.of(ChildGuard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        classes.toString(),
                        Parent.class.getName())
                .start();
        try (var said = parent.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle guarded =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            ProcessHandle forgotten =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();

            // When
            parent.destroyForcibly().waitFor();

            // Then
            await().untilAsserted(() -> assertThat(guarded.isAlive()).isFalse());
            assertThat(forgotten.isAlive()).isTrue();
            forgotten.destroyForcibly();
        }
    }
}
