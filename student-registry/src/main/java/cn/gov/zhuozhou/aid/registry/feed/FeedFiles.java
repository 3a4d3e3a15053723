package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Files as they came, kept encrypted in parts; in clear they exist only as a file of the running job. */
@ApplicationScoped
class FeedFiles {
    private static final int PART = 1 << 20;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Spool spool;

    void keep(UUID batch, Path file) throws IOException {
        var session = crypto.session();
        try (var in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] read = in.readNBytes(PART); read.length > 0; read = in.readNBytes(PART)) {
                database.update(
                        "insert into feed_file (batch_id, part, sealed) values (:batch, :part, :sealed)",
                        Map.of("batch", batch, "part", part++, "sealed", session.encrypt(read)));
                Arrays.fill(read, (byte) 0);
            }
        }
    }

    /** The file in clear, readable by this process's user only; the caller deletes it. */
    Path restore(UUID batch) throws IOException {
        Path file = spool.file();
        var session = crypto.session();
        try (var out = Files.newOutputStream(file)) {
            int part = 0;
            byte[] sealed = part(batch, part);
            while (sealed != null) {
                out.write(session.decryptBytes(sealed));
                sealed = part(batch, ++part);
            }
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return file;
    }

    private byte[] part(UUID batch, int part) {
        return database.first(
                        "select sealed from feed_file where batch_id = :batch and part = :part",
                        Map.of("batch", batch, "part", part),
                        row -> row.getBytes(1))
                .orElse(null);
    }
}
