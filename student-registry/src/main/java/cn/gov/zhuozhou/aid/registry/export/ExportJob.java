package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.export.ExportState.Occasion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Writes an approved export in one transaction; what a killed run wrote is not there, and the next one begins anew. */
@ApplicationScoped
class ExportJob implements JobHandler {
    static final String KIND = "export";
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Inject
    ExportStore store;

    @Inject
    ExportFiles files;

    @Inject
    Layouts layouts;

    @Inject
    ExportLimits limits;

    @Inject
    Sheets sheets;

    @Inject
    FilingEntries filings;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Path file = Files.createTempFile(
                "export-", ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            QuarkusTransaction.requiringNew()
                    .timeout((int) LONGEST.toSeconds())
                    .run(() -> write(UUID.fromString(run.subject()), run, file));
        } finally {
            Files.delete(file);
        }
    }

    private void write(UUID id, JobRun run, Path file) {
        Export export = store.lock(id, Jurisdiction.BUREAU).orElseThrow();
        if (export.state().next(Occasion.WRITTEN).isEmpty()) {
            return;
        }
        Layout layout = layouts.version(export.layout(), export.layoutVersion()).layout();
        MessageDigest digest = sha256();
        long rows;
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            rows = sheets.write(export, layout, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            files.keep(id, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var written = new ExportStore.Written(rows, digest.digest(), layout.headers(), sheets.fileName(export, layout));
        store.written(
                export,
                export.state().after(Occasion.WRITTEN),
                written,
                clock.now().plus(Duration.ofHours(limits.inForce().keepHours())),
                clock.now());
        if (layout.filing()) {
            filings.exported(export);
        }
        trail.record(
                run.askedBy(),
                "export.written",
                "export",
                id.toString(),
                export.purpose(),
                Map.of("rows", rows, "numbersInFull", export.numbersInFull()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
