package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.SealedParts;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Files as they came, kept packed (LZ4) and encrypted in parts; in clear they exist only as a file of the running job. Those kept
 * before they were packed are read as they are.
 */
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

    private static final LZ4Factory LZ4 = LZ4Factory.safeInstance();
    private static final long SIZE_UNTOLD = -1;
    private static final byte[] PACKED = {0x04, 0x22, 0x4D, 0x18};

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Spool spool;

    void keep(Owner owner, UUID id, Path file) throws IOException {
        try (var packed = packing(parts(owner).out(id))) {
            Files.copy(file, packed);
        }
    }

    /**
     * The file in clear, readable by this process's user only; put together while something else may be done. Closing deletes it.
     */
    Restored restoring(Owner owner, UUID id) {
        return new Restored(() -> restore(owner, id));
    }

    private Path restore(Owner owner, UUID id) throws IOException {
        Path file = spool.file();
        try (var out = Files.newOutputStream(file);
                var in = unpacked(parts(owner).in(id))) {
            in.transferTo(out);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return file;
    }

    void forget(Owner owner, UUID id) {
        parts(owner).delete(id);
    }

    private static OutputStream packing(OutputStream out) throws IOException {
        return new LZ4FrameOutputStream(
                out,
                LZ4FrameOutputStream.BLOCKSIZE.SIZE_1MB,
                SIZE_UNTOLD,
                LZ4.fastCompressor(),
                XXHashFactory.safeInstance().hash32(),
                LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE);
    }

    /** Neither a text nor a workbook begins as a packed file does. */
    private static InputStream unpacked(InputStream kept) throws IOException {
        var in = new BufferedInputStream(kept);
        in.mark(PACKED.length);
        boolean packed = Arrays.equals(in.readNBytes(PACKED.length), PACKED);
        in.reset();
        return packed
                ? new LZ4FrameInputStream(
                        in, LZ4.safeDecompressor(), XXHashFactory.safeInstance().hash32())
                : in;
    }

    private SealedParts parts(Owner owner) {
        return new SealedParts(database, crypto, owner.table, owner.key);
    }
}
