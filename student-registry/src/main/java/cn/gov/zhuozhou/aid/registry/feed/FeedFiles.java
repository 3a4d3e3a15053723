package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.SealedParts;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Files as they came, kept encrypted in parts; in clear they exist only as a file of the running job. */
@ApplicationScoped
class FeedFiles {
    /** Whose file it is. */
    enum Owner {
        BATCH("feed_file", "batch_id"),
        TRIAL("what_if_file", "what_if_id");

        private final String table;
        private final String key;

        Owner(String table, String key) {
            this.table = table;
            this.key = key;
        }
    }

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Spool spool;

    void keep(Owner owner, UUID id, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            parts(owner).write(id, in);
        }
    }

    /** The file in clear, readable by this process's user only; the caller deletes it. */
    Path restore(Owner owner, UUID id) throws IOException {
        Path file = spool.file();
        try (var out = Files.newOutputStream(file)) {
            parts(owner).read(id, out);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return file;
    }

    void forget(Owner owner, UUID id) {
        parts(owner).delete(id);
    }

    private SealedParts parts(Owner owner) {
        return new SealedParts(database, crypto, owner.table, owner.key);
    }
}
