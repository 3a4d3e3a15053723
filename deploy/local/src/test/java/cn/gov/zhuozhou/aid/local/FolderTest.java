package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @Test
    void aLinkedFolderOutlivesTheOneItCameFrom(@TempDir Path temporary) throws IOException {
        // Given
        Path from = temporary.resolve("from");
        Files.createDirectories(from.resolve("lib/deep"));
        Files.writeString(from.resolve("lib/deep/file"), "program");
        Path to = temporary.resolve("to");
        Folder.link(from, to);

        // When
        Folder.delete(from);

        // Then
        assertThat(from).doesNotExist();
        assertThat(to.resolve("lib/deep/file")).hasContent("program");
    }

    @Test
    void whatIsNotWantedGoneStays(@TempDir Path folder) throws IOException {
        // Given
        Files.createDirectories(folder.resolve("lib/deep"));
        Files.createDirectories(folder.resolve("data/h2"));

        // When
        Folder.empty(folder, entry -> !entry.endsWith("data"));

        // Then
        assertThat(folder.resolve("lib")).doesNotExist();
        assertThat(folder.resolve("data/h2")).exists();
    }
}
