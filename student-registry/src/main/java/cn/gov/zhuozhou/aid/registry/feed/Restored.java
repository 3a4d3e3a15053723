package cn.gov.zhuozhou.aid.registry.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A kept file that is being put together in the background; it is there in clear until this is closed. */
final class Restored implements AutoCloseable {
    private final FutureTask<Path> file;

    Restored(Callable<Path> restoring) {
        file = new FutureTask<>(restoring);
        Thread.ofVirtual().name("restore").start(file);
    }

    /** Waits until the file is there. */
    Path file() throws IOException {
        try {
            return file.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                default -> throw new IllegalStateException("a kept file could not be restored", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a kept file was restored", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file.get());
        } catch (ExecutionException e) {
            // nothing of it is left, and whoever asked for it was told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
