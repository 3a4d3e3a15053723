package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Waits until a part answers 200. */
final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Readiness() {}

    /** @throws StartFailure with the end of the log when the process ends or the time is over */
    static void await(String part, URI address, ChildProcess process, Path log, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!answers(address)) {
            if (!process.isAlive()) {
                throw new StartFailure(
                        "%s 启动失败，退出码 %d · %1$s ended with code %2$d while starting".formatted(part, process.await()),
                        log);
            }
            if (System.nanoTime() > end) {
                throw new StartFailure(
                        "%s 在 %d 秒内未就绪 · %1$s was not ready within %2$d s".formatted(part, limit.toSeconds()), log);
            }
            pause();
        }
    }

    private static boolean answers(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + address, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
