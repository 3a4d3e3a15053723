package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Files as they came, kept encrypted in parts; in clear they exist only as a file of the running job. */
@ApplicationScoped
class FeedFiles {
    private static final int PART = 1 << 20;

    /** Whose file it is. */
    enum Owner {
        BATCH("feed_file", "batch_id"),
        TRIAL("what_if_file", "what_if_id");

        private final String insert;
        private final String select;
        private final String delete;

        Owner(String table, String key) {
            insert = "insert into " + table + " (" + key + ", part, sealed) values (:owner, :part, :sealed)";
            select = "select sealed from " + table + " where " + key + " = :owner and part = :part";
            delete = "delete from " + table + " where " + key + " = :owner";
        }
    }

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    void keep(Owner owner, UUID id, Path file) throws IOException {
        var session = crypto.session();
        try (var in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] read = in.readNBytes(PART); read.length > 0; read = in.readNBytes(PART)) {
                database.update(owner.insert, Map.of("owner", id, "part", part++, "sealed", session.encrypt(read)));
                Arrays.fill(read, (byte) 0);
            }
        }
    }

    /** The file in clear, readable by this process's user only; the caller deletes it. */
    Path restore(Owner owner, UUID id) throws IOException {
        Path file = Files.createTempFile(
                "feed-", ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var session = crypto.session();
        try (var out = Files.newOutputStream(file)) {
            int part = 0;
            byte[] sealed = part(owner, id, part);
            while (sealed != null) {
                out.write(session.decryptBytes(sealed));
                sealed = part(owner, id, ++part);
            }
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return file;
    }

    void forget(Owner owner, UUID id) {
        database.update(owner.delete, Map.of("owner", id));
    }

    private byte[] part(Owner owner, UUID id, int part) {
        return database.first(owner.select, Map.of("owner", id, "part", part), row -> row.getBytes(1))
                .orElse(null);
    }
}
