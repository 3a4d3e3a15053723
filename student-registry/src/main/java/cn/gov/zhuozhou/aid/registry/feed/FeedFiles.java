package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.SealedParts;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Files as they came, kept encrypted in parts; in clear they exist only as a file of the running job. */
@ApplicationScoped
class FeedFiles {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Spool spool;

    private SealedParts parts;

    @PostConstruct
    void open() {
        parts = new SealedParts(database, crypto, "feed_file", "batch_id");
    }

    void keep(UUID batch, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            parts.write(batch, in);
        }
    }

    /** The file in clear, readable by this process's user only; the caller deletes it. */
    Path restore(UUID batch) throws IOException {
        Path file = spool.file();
        try (var out = Files.newOutputStream(file)) {
            parts.read(batch, out);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return file;
    }
}
