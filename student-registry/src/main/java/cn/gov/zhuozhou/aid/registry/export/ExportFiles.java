package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.SealedParts;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Written files, sealed until they are taken or their time is over. */
@ApplicationScoped
class ExportFiles {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    private SealedParts parts;

    @PostConstruct
    void open() {
        parts = new SealedParts(database, crypto, "export_file", "export_id");
    }

    void keep(UUID export, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            parts.write(export, in);
        }
    }

    byte[] content(UUID export) {
        var out = new ByteArrayOutputStream();
        try {
            parts.read(export, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
