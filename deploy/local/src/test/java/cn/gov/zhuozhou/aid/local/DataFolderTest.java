package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @Test
    void aKeptFolderResumesWithItsKeysAndTheLastLogs(@TempDir Path temporary) throws IOException {
        // Given
        Path path = temporary.resolve("data");
        Secrets first;
        try (DataFolder folder = DataFolder.open(path, false)) {
            assertThat(folder.resumed()).isFalse();
            first = Secrets.in(folder.sub("secrets.properties"));
            Files.writeString(folder.newLog("kafka"), "of the first run");
        }

        // When
        try (DataFolder folder = DataFolder.open(path, false)) {
            Path log = folder.newLog("kafka");

            // Then
            assertThat(folder.resumed()).isTrue();
            assertThat(Secrets.in(folder.sub("secrets.properties"))).isEqualTo(first);
            assertThat(log).isEmptyFile();
            assertThat(path.resolve("logs/kafka.previous.log")).hasContent("of the first run");
        }
    }

    @Test
    void aFreshFolderForgetsEverything(@TempDir Path temporary) throws IOException {
        // Given
        Path path = temporary.resolve("data");
        try (DataFolder folder = DataFolder.open(path, false)) {
            Files.createDirectories(folder.sub("postgres/data"));
            Files.writeString(folder.sub("postgres/data/file"), "x");
        }

        // When
        try (DataFolder folder = DataFolder.open(path, true)) {

            // Then
            assertThat(folder.resumed()).isFalse();
            assertThat(folder.sub("postgres")).doesNotExist();
        }
    }

    @Test
    void aFolderOfSomebodyElseIsNeverTouched(@TempDir Path path) throws IOException {
        // Given
        Files.writeString(path.resolve("thesis.txt"), "years of work");

        // When
        assertThatThrownBy(() -> DataFolder.open(path, true))

                // Then
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Not a data folder");
        assertThat(path).isDirectoryContaining("glob:**thesis.txt");
        assertThat(path.resolve("lock")).doesNotExist();
    }

    @Test
    void aSecondSuiteOnTheSameFolderIsTurnedAway(@TempDir Path temporary) {
        // Given
        Path path = temporary.resolve("data");
        try (DataFolder first = DataFolder.open(path, false)) {

            // When
            assertThatThrownBy(() -> DataFolder.open(first.sub(""), false))

                    // Then
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Another suite runs");
        }
    }

    @Test
    void keysAreRandomAndForTheirOwnerAlone(@TempDir Path folder) throws IOException {
        // When
        Secrets one = Secrets.in(folder.resolve("one"));
        Secrets other = Secrets.in(folder.resolve("other"));

        // Then
        assertThat(one).isNotEqualTo(other);
        assertThat(Base64.getDecoder().decode(one.fieldKey())).hasSize(32);
        assertThat(Base64.getDecoder().decode(one.indexKey())).hasSize(32);
        assertThat(one.toString()).doesNotContain(one.fieldKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one"))))
                .isEqualTo("rw-------");
    }
}
