package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path folder;

    @Test
    void whatAKilledRunLeftDoesNotSurviveTheNextStartAndWhatARunningOneHoldsDoes() throws IOException {
        // Given
        Path killed = Files.createDirectories(folder.resolve("spool/killed"));
        Files.createFile(killed.resolve("running"));
        Path left = Files.writeString(killed.resolve("feed-1.part"), "in clear");
        Spool other = new Spool(folder.resolve("spool/other"));
        other.begin();
        Path held = other.file();

        // When
        Spool own = new Spool(folder.resolve("spool/own"));
        own.begin();

        // Then
        assertThat(left).doesNotExist();
        assertThat(killed).doesNotExist();
        assertThat(held).exists();
    }

    @Test
    void filesAreTheOwnersOnlyAndGoWithTheRun() throws IOException {
        // Given
        Spool spool = new Spool(folder.resolve("spool/own"));
        spool.begin();
        Path file = spool.file();
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()));

        // When
        spool.end();

        // Then
        assertThat(permissions).isEqualTo("rw-------rwx------");
        assertThat(folder.resolve("spool/own")).doesNotExist();
    }
}
