package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * What a source gives, read by a thread of its own while what came before is worked on, a few thousand ahead at most. A source
 * that ends soon needs no such thread. A failure to read comes where it happened, after what was read before it.
 */
final class ReadAhead<T> implements AutoCloseable {
    static final int CHUNK = 256;
    static final int CHUNKS_AHEAD = 8;

    private record Chunk<T>(List<T> read, Throwable failure, boolean last) {}

    private final Supplier<T> source;
    private final BlockingQueue<Chunk<T>> ready = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private Thread reader;
    private Chunk<T> chunk;
    private int position;

    /** @param source gives null after the last */
    ReadAhead(Supplier<T> source) {
        this.source = source;
        chunk = chunk();
        if (!chunk.last()) {
            reader = Thread.ofPlatform().daemon().name("read-ahead").start(this::readOn);
        }
    }

    /** The next, or null after the last. */
    T next() {
        while (position == chunk.read().size()) {
            if (chunk.failure() instanceof Error error) {
                throw error;
            }
            if (chunk.failure() instanceof RuntimeException failure) {
                throw failure;
            }
            if (chunk.last()) {
                return null;
            }
            chunk = taken();
            position = 0;
        }
        return chunk.read().get(position++);
    }

    /** Ends the thread; whoever opened the source closes it. */
    @Override
    public void close() {
        if (reader != null) {
            reader.interrupt();
            try {
                reader.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void readOn() {
        try {
            Chunk<T> next;
            do {
                next = chunk();
                ready.put(next);
            } while (!next.last());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Chunk<T> chunk() {
        List<T> read = new ArrayList<>(CHUNK);
        try {
            for (int i = 0; i < CHUNK; i++) {
                T next = source.get();
                if (next == null) {
                    return new Chunk<>(read, null, true);
                }
                read.add(next);
            }
            return new Chunk<>(read, null, false);
        } catch (RuntimeException | Error e) { // whoever takes them would wait for ever
            return new Chunk<>(read, e, true);
        }
    }

    private Chunk<T> taken() {
        try {
            return ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a source was read", e);
        }
    }
}
