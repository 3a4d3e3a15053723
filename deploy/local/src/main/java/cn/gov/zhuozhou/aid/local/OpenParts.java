package cn.gov.zhuozhou.aid.local;

import java.util.EnumMap;
import java.util.Map;

/** What has been started so far, to be stopped in the order of the ranks, whenever that is asked for. */
final class OpenParts implements AutoCloseable {
    /** Who depends on whom, the dependent first. */
    enum Rank {
        SERVICES("四个服务 services"),
        KEYCLOAK("Keycloak"),
        KAFKA("Kafka"),
        POSTGRES("PostgreSQL"),
        LOG(null),
        FOLDER(null);

        private final String shown;

        Rank(String shown) {
            this.shown = shown;
        }
    }

    private final Progress progress;
    private final Map<Rank, Runnable> open = new EnumMap<>(Rank.class);
    private boolean closed;

    OpenParts(Progress progress) {
        this.progress = progress;
    }

    /** Remembers how to stop what was just started; if all was stopped meanwhile, this is stopped too and the start ends. */
    synchronized void add(Rank rank, Runnable close) {
        if (closed) {
            close.run();
            throw new StartFailure("已中止 · stopped while starting");
        }
        open.put(rank, close);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Stops everything once; one part that resists does not keep the others running. */
    @Override
    public void close() {
        Map<Rank, Runnable> parts = new EnumMap<>(Rank.class);
        synchronized (this) {
            closed = true;
            parts.putAll(open);
            open.clear();
        }
        parts.forEach(this::stop);
    }

    private void stop(Rank rank, Runnable close) {
        try {
            if (rank.shown == null) {
                close.run();
            } else {
                progress.step("停止 stopped  " + rank.shown, close);
            }
        } catch (RuntimeException e) {
            progress.say("  " + rank + ": " + e.getMessage());
        }
    }
}
