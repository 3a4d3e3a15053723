package cn.gov.zhuozhou.aid.chassis.crypto;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
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
        try (OutputStream parts = out(file)) {
            in.transferTo(parts);
        }
    }

    public void read(UUID file, OutputStream out) throws IOException {
        try (InputStream parts = in(file)) {
            parts.transferTo(out);
        }
    }

    /** Keeps what is written to it; the last part when it is closed. */
    public OutputStream out(UUID file) {
        return new Writing(file);
    }

    /** Opens one part after the other, so that a long file needs no more memory than one of them. */
    public InputStream in(UUID file) {
        return new Reading(file);
    }

    public void delete(UUID file) {
        database.update("delete from %s where %s = :file".formatted(table, owner), Map.of("file", file));
    }

    private final class Writing extends OutputStream {
        private final UUID file;
        private final FieldCryptoSession session = crypto.session();
        private final byte[] part = new byte[PART];
        private int filled;
        private int number;

        Writing(UUID file) {
            this.file = file;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int taken = 0;
            while (taken < length) {
                int fits = Math.min(length - taken, PART - filled);
                System.arraycopy(bytes, offset + taken, part, filled, fits);
                taken += fits;
                filled += fits;
                if (filled == PART) {
                    keep();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                keep();
            }
            Arrays.fill(part, (byte) 0);
        }

        private void keep() {
            byte[] sealed = session.encrypt(Arrays.copyOf(part, filled));
            database.update(
                    "insert into %s (%s, part, sealed) values (:file, :part, :sealed)".formatted(table, owner),
                    Map.of("file", file, "part", number++, "sealed", sealed));
            filled = 0;
        }
    }

    private final class Reading extends InputStream {
        private final UUID file;
        private final FieldCryptoSession session = crypto.session();
        private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);
        private int number;

        Reading(UUID file) {
            this.file = file;
        }

        @Override
        public int read() {
            return open() ? part.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length == 0 ? 0 : open() ? part.read(bytes, offset, length) : -1;
        }

        /** Whether anything is left. */
        private boolean open() {
            if (part.available() == 0) {
                database.first(
                                "select sealed from %s where %s = :file and part = :part".formatted(table, owner),
                                Map.of("file", file, "part", number),
                                row -> row.getBytes(1))
                        .ifPresent(kept -> {
                            part = new ByteArrayInputStream(session.decryptBytes(kept));
                            number++;
                        });
            }
            return part.available() > 0;
        }
    }
}
