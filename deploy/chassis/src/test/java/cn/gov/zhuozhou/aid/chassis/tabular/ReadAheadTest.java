package cn.gov.zhuozhou.aid.chassis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
    private static final int MOST_AHEAD = (ReadAhead.CHUNKS_AHEAD + 3) * ReadAhead.CHUNK;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ReadAhead.CHUNK - 1, ReadAhead.CHUNK, ReadAhead.CHUNK + 1, 20_000})
    void allComesInItsOrder(int rows) {
        try (var ahead = ahead(new Counted(rows, null))) {
            assertThat(all(ahead))
                    .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void whatCannotBeReadComesAfterWhatWasBeforeIt() {
        try (var ahead = ahead(new Counted(5_000, UnreadableTable.broken()))) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(ahead.next()).isEqualTo(i);
            }
            assertThatThrownBy(ahead::next).isInstanceOf(UnreadableTable.class);
        }
    }

    @Test
    void anErrorOfTheReaderReachesWhoeverTakes() {
        try (var ahead = ahead(new Counted(5_000, new StackOverflowError()))) {
            assertThatThrownBy(() -> all(ahead)).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void itIsNeverFarAheadAndEndsWhenItIsClosed() {
        var rows = new Counted(Integer.MAX_VALUE, null);
        try (var ahead = ahead(rows)) {
            assertThat(ahead.next()).isZero();
        }

        assertThat(rows.read.get()).isLessThan(MOST_AHEAD);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread == rows.reader);
    }

    private static ReadAhead<Integer> ahead(Counted source) {
        return new ReadAhead<>(source);
    }

    private static List<Integer> all(ReadAhead<Integer> ahead) {
        List<Integer> all = new ArrayList<>();
        for (Integer next = ahead.next(); next != null; next = ahead.next()) {
            all.add(next);
        }
        return all;
    }

    private static final class Counted implements Supplier<Integer> {
        private final AtomicInteger read = new AtomicInteger();
        private final int numbers;
        private final Throwable end;
        private volatile Thread reader;

        Counted(int numbers, Throwable end) {
            this.numbers = numbers;
            this.end = end;
        }

        @Override
        public Integer get() {
            if (read.get() >= ReadAhead.CHUNK) {
                reader = Thread.currentThread();
            }
            if (read.get() < numbers) {
                return read.getAndIncrement();
            }
            if (end instanceof RuntimeException failure) {
                throw failure;
            }
            if (end instanceof Error error) {
                throw error;
            }
            return null;
        }
    }
}
