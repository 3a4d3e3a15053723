package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Sends what the libraries inside the launcher say, the broker above all, to a file instead of the terminal. */
final class LauncherLog implements AutoCloseable {
    private final List<Logger> loggers = Stream.of("org.apache.kafka", "kafka", "state.change.logger", "io.zonky")
            .map(Logger::getLogger)
            .toList();
    private final Handler handler;

    LauncherLog(Path file) {
        try {
            handler = new FileHandler(file.toString().replace("%", "%%"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher's log cannot be written", e);
        }
        handler.setFormatter(new SimpleFormatter());
        for (Logger logger : loggers) {
            logger.setUseParentHandlers(false);
            logger.setLevel(Level.WARNING);
            logger.addHandler(handler);
        }
    }

    @Override
    public void close() {
        loggers.forEach(logger -> logger.removeHandler(handler));
        handler.close();
    }
}
