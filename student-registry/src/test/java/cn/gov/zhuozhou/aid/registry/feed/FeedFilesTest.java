package cn.gov.zhuozhou.aid.registry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.SealedParts;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RegistryTest
class FeedFilesTest {
    private static final byte[] TEXT = "最低生活保障证号,城乡类别,姓名\n".repeat(100_000).getBytes(UTF_8);

    @Inject
    FeedFiles files;

    @Inject
    FeedFacts facts;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @TempDir
    Path folder;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aBatch() throws IOException {
        var batch = Batch.ofFile(id, Feed.DIBAO, LocalDate.parse(Feeds.TODAY), null, Batch.Mode.SNAPSHOT);
        Path none = Files.createFile(folder.resolve("none"));
        QuarkusTransaction.requiringNew().run(() -> facts.keep(batch, none));
    }

    @Test
    void aTextIsKeptMuchSmallerAndComesBackAsItWas() throws IOException {
        keep(TEXT);

        assertThat(restored()).isEqualTo(TEXT);
        assertThat(kept()).isLessThan(TEXT.length / 5);
    }

    @Test
    void whatCannotBePackedComesBackAsItWas() throws IOException {
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);

        keep(noise);

        assertThat(restored()).isEqualTo(noise);
    }

    @Test
    void aFileKeptBeforeFilesWerePackedIsReadAsItIs() throws IOException {
        QuarkusTransaction.requiringNew().run(() -> unpacked(TEXT));

        assertThat(restored()).isEqualTo(TEXT);
    }

    @Test
    void ofAFileThatWasTamperedWithNothingIsLeft() throws IOException {
        keep(TEXT);
        database.update(
                "update feed_file set sealed = set_byte(sealed, 100, 1 - get_byte(sealed, 100) % 2)"
                        + " where batch_id = :id",
                Map.of("id", id));

        try (var restored = files.restoring(FeedFiles.Owner.BATCH, id)) {
            assertThatThrownBy(restored::file).hasMessageContaining("cannot be decrypted");
        }
    }

    private void keep(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        QuarkusTransaction.requiringNew().call(() -> {
            files.keep(FeedFiles.Owner.BATCH, id, file);
            return null;
        });
    }

    private byte[] restored() throws IOException {
        try (var restored = files.restoring(FeedFiles.Owner.BATCH, id)) {
            return Files.readAllBytes(restored.file());
        }
    }

    private long kept() {
        return database.number("select sum(length(sealed)) from feed_file where batch_id = :id", Map.of("id", id));
    }

    private void unpacked(byte[] content) {
        try {
            new SealedParts(database, crypto, "feed_file", "batch_id").write(id, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
