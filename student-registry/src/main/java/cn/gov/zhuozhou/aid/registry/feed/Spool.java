package cn.gov.zhuozhou.aid.registry.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where files stand in clear while they are read, by nobody else: a folder of this run, beside those of other runs. Each run holds
 * a lock in its own; a folder whose lock is free is what a killed run has left, and does not survive the next start.
 */
@ApplicationScoped
public class Spool {
    /** Work on a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(Path file) throws IOException;
    }

    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String LOCK = "running";

    private final Path folder;
    private FileChannel lock;

    @Inject
    Spool(@ConfigProperty(name = "aid.feed.spool") Path folder) {
        this.folder = folder;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) throws IOException {
        begin();
    }

    void onStop(@Observes ShutdownEvent stopping) throws IOException {
        end();
    }

    void begin() throws IOException {
        Files.createDirectories(folder.getParent(), OWNER_ONLY_FOLDER);
        if (Files.notExists(folder)) {
            Files.createDirectory(folder, OWNER_ONLY_FOLDER);
        }
        lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IllegalStateException("another run uses " + folder);
        }
        List<Path> others;
        try (var runs = Files.list(folder.getParent())) {
            others = runs.filter(run -> !run.equals(folder)).toList();
        }
        others.forEach(Spool::sweep);
    }

    void end() throws IOException {
        lock.close();
        delete(folder);
    }

    /** Works on what comes in as a file, which is deleted afterwards. */
    public <T> T with(InputStream body, Reading<T> work) throws IOException {
        Path file = file();
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return work.of(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A new file; the caller deletes it. */
    Path file() throws IOException {
        return Files.createTempFile(folder, "feed-", ".part", OWNER_ONLY);
    }

    private static void sweep(Path run) {
        Path held = run.resolve(LOCK);
        if (Files.notExists(held)) {
            return;
        }
        try (var channel = FileChannel.open(held, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                delete(run);
                LOG.info("Files a killed run had left were deleted");
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("Another run in this process");
        } catch (IOException e) {
            LOG.warnf(
                    "What another run left cannot be deleted: %s", e.getClass().getSimpleName());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
