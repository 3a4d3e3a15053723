package cn.gov.zhuozhou.aid.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.local.RunningService;
import cn.gov.zhuozhou.aid.local.play.Answer;
import cn.gov.zhuozhou.aid.local.play.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A service that is killed hard again and again while it is asked for something. What it was asked for is sent again as the same
 * request after the restart, as a portal would.
 */
final class KilledService {
    private static final int KILL_LATER_EACH_TIME_MS = 12;
    private static final int AND_AT_ONCE_AGAIN_AFTER = 25;

    private final RunningService service;
    private int kills;
    private int cutOff;

    KilledService(RunningService service) {
        this.service = service;
    }

    /** A step of what is told, asked for through a kill; returns what was answered. */
    JsonNode step(Caller by, String path, Map<String, ?> body, String etag) {
        UUID key = UUID.randomUUID();
        Answer answer = throughAKill(() -> by.postOnce(service.name(), path, body, etag, key));
        assertThat(answer.ok()).as(path + " answered " + answer).isTrue();
        return answer.body();
    }

    /** Kills the service while the request is under way, a little later each time and then early again, and sends it once more. */
    <T> T throughAKill(Supplier<T> request) {
        CompletableFuture<T> first = CompletableFuture.supplyAsync(request);
        pause((long) kills % AND_AT_ONCE_AGAIN_AFTER * KILL_LATER_EACH_TIME_MS);
        kill();
        boolean answered = first.handle((answer, failure) -> failure == null).join();
        if (!answered) {
            cutOff++;
        }
        return request.get();
    }

    void kill() {
        kills++;
        service.kill();
        service.restart();
    }

    /** Requests nobody had answered when the service was killed; the others had been, and were sent again all the same. */
    int cutOff() {
        return cutOff;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
