package cn.gov.zhuozhou.aid.registry.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams rows into a table by {@code COPY ... (format binary)}; memory stays at one buffer whatever the number of rows. Fields
 * are given in the order of the columns, after {@link #row} has told their number. Closing before {@link #finish} undoes it.
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    private static final int FLUSH_AT = 1 << 16;
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(FLUSH_AT * 2);

    BinaryCopy(Connection connection, String table) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    BinaryCopy row(int fields) throws SQLException {
        if (buffer.position() >= FLUSH_AT) {
            flush();
        }
        room(2).putShort((short) fields);
        return this;
    }

    BinaryCopy text(String value) {
        return bytes(value == null ? null : value.getBytes(UTF_8));
    }

    BinaryCopy code(Enum<?> value) {
        return bytes(value == null ? null : value.name().getBytes(US_ASCII));
    }

    BinaryCopy uuid(UUID value) {
        if (value == null) {
            return none();
        }
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy date(LocalDate value) {
        if (value == null) {
            return none();
        }
        room(8).putInt(4).putInt((int) (value.toEpochDay() - POSTGRES_EPOCH_DAY));
        return this;
    }

    BinaryCopy integer(Integer value) {
        if (value == null) {
            return none();
        }
        room(8).putInt(4).putInt(value);
        return this;
    }

    BinaryCopy nulls(int fields) {
        for (int i = 0; i < fields; i++) {
            none();
        }
        return this;
    }

    BinaryCopy bool(Boolean value) {
        if (value == null) {
            return none();
        }
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    BinaryCopy json(String value) {
        byte[] json = value.getBytes(UTF_8);
        room(5 + json.length).putInt(json.length + 1).put(JSONB_VERSION).put(json);
        return this;
    }

    BinaryCopy bytes(byte[] value) {
        if (value == null) {
            return none();
        }
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    /** Ends the copy; returns the number of rows. */
    long finish() throws SQLException {
        room(2).putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private BinaryCopy none() {
        room(4).putInt(-1);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
