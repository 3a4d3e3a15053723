package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureTest {
    @Test
    void theEndOfTheLogAndWhatToDoAreShown(@TempDir Path folder) throws IOException {
        // Given
        Path log = folder.resolve("kafka.log");
        String lines =
                IntStream.rangeClosed(1, 2000).mapToObj(n -> "第 " + n + " 行").collect(Collectors.joining("\n"));
        Files.writeString(log, lines + "\nwrite failed: No space left on device\n");

        // When
        StartFailure failure = new StartFailure("Kafka did not start", log);

        // Then
        assertThat(failure.getMessage())
                .startsWith("Kafka did not start")
                .contains(log.toString(), "    第 2000 行", "No space left on device", "The disk is full")
                .doesNotContain("第 1900 行");
    }

    @Test
    void aLogThatIsMissingIsNoFurtherTrouble() {
        // When
        StartFailure failure = new StartFailure("Kafka did not start", Path.of("/nowhere/kafka.log"));

        // Then
        assertThat(failure.getMessage()).startsWith("Kafka did not start");
    }

    @Test
    void unknownWordsGiveNoAdvice() {
        assertThat(Advice.from("all is well")).isEmpty();
    }
}
