package cn.gov.zhuozhou.aid.chassis.crypto;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whole files at rest, each sealed in parts of a megabyte.
 *
 * @param table has the columns {@code owner}, {@code part} and {@code sealed}
 * @param owner the column that names the file
 */
public record SealedParts(Database database, FieldCrypto crypto, String table, String owner) {
    private static final int PART = 1 << 20;

    public void write(UUID file, InputStream in) throws IOException {
        var session = crypto.session();
        int part = 0;
        for (byte[] read = in.readNBytes(PART); read.length > 0; read = in.readNBytes(PART)) {
            database.update(
                    "insert into %s (%s, part, sealed) values (:file, :part, :sealed)".formatted(table, owner),
                    Map.of("file", file, "part", part++, "sealed", session.encrypt(read)));
            Arrays.fill(read, (byte) 0);
        }
    }

    /** Opens one part after the other, so that a long file needs no more memory than one of them. */
    public void read(UUID file, OutputStream out) throws IOException {
        var session = crypto.session();
        int part = 0;
        for (var sealed = part(file, part); sealed.isPresent(); sealed = part(file, ++part)) {
            out.write(session.decryptBytes(sealed.get()));
        }
    }

    public void delete(UUID file) {
        database.update("delete from %s where %s = :file".formatted(table, owner), Map.of("file", file));
    }

    private Optional<byte[]> part(UUID file, int part) {
        return database.first(
                "select sealed from %s where %s = :file and part = :part".formatted(table, owner),
                Map.of("file", file, "part", part),
                row -> row.getBytes(1));
    }
}
