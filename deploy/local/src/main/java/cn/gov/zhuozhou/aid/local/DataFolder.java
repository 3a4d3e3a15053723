package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The one folder a suite writes to, held by one launcher at a time. A mark tells our folders from others, so that a mistyped
 * path is never emptied.
 */
final class DataFolder implements AutoCloseable {
    private static final String MARK = "aid-data";
    private static final String LOCK = "lock";
    private static final long NEEDED_BYTES = 1_500_000_000L;

    private final Path path;
    private final boolean resumed;
    private final FileChannel channel;

    private DataFolder(Path path, boolean resumed, FileChannel channel) {
        this.path = path;
        this.resumed = resumed;
        this.channel = channel;
    }

    /** @throws StartFailure if the folder is in use, is not ours, or the disk is full */
    static DataFolder open(Path path, boolean fresh) {
        try {
            requireOurs(path);
            Files.createDirectories(path);
            FileChannel channel = lock(path);
            try {
                if (fresh) {
                    Folder.empty(path, entry -> !entry.endsWith(LOCK));
                }
                boolean resumed = Files.exists(path.resolve(MARK));
                requireSpace(path, resumed);
                Files.writeString(path.resolve(MARK), "1\n");
                DataFolder folder = new DataFolder(path, resumed, channel);
                Files.createDirectories(folder.temporary());
                Files.createDirectories(folder.path.resolve("logs"));
                return folder;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartFailure("数据目录无法使用 · the data folder cannot be used: " + path + " (" + e + ")");
        }
    }

    /** Whether an earlier run left its data here. */
    boolean resumed() {
        return resumed;
    }

    Path sub(String name) {
        return path.resolve(name);
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    /** The log of a part; what an earlier run wrote is kept beside it as {@code <part>.previous.log}. */
    Path newLog(String part) {
        Path log = log(part);
        try {
            if (Files.exists(log)) {
                Files.move(log, path.resolve("logs/" + part + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(log);
        } catch (IOException e) {
            throw new UncheckedIOException("No log can be written", e);
        }
        return log;
    }

    Path log(String part) {
        return path.resolve("logs/" + part + ".log");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireOurs(Path path) throws IOException {
        if (Files.notExists(path) || Files.exists(path.resolve(MARK)) || onlyLock(path)) {
            return;
        }
        throw new StartFailure("该目录不是本套件的数据目录，不会写入：%s\nNot a data folder of this suite, nothing is written to it: %s"
                .formatted(path, path));
    }

    private static boolean onlyLock(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.endsWith(LOCK));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process
        }
        channel.close();
        throw new StartFailure("""
                另一个套件正在使用该数据目录：%s。请先停止它，或用 --data 换目录并加 --free-ports。
                Another suite runs on this data folder: %s. Stop it, or use --data DIR with --free-ports.""".formatted(path, path));
    }

    private static void requireSpace(Path path, boolean resumed) throws IOException {
        long usable = Files.getFileStore(path).getUsableSpace();
        long needed = resumed ? NEEDED_BYTES / 5 : NEEDED_BYTES;
        if (usable < needed) {
            throw new StartFailure(
                    "磁盘空间不足：%s 需要 %d MB，只有 %d MB。\nToo little disk: %2$d MB needed at %1$s, %3$d MB left."
                            .formatted(path, needed / 1_000_000, usable / 1_000_000));
        }
    }
}
