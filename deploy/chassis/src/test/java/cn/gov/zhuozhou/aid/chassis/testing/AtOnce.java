package cn.gov.zhuozhou.aid.chassis.testing;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that begin at the same moment, each in a thread of its own. */
public final class AtOnce {
    private AtOnce() {}

    /** What they give, in their order. */
    public static <T> List<T> of(Callable<T> one, Callable<T> other) {
        return all(List.of(one, other));
    }

    /** What the same call gives so many times. */
    public static <T> List<T> times(int times, Callable<T> call) {
        return all(Collections.nCopies(times, call));
    }

    private static <T> List<T> all(List<Callable<T>> calls) {
        var together = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> answers = calls.stream()
                    .map(call -> threads.submit(() -> {
                        together.await();
                        return call.call();
                    }))
                    .toList();
            return answers.stream().map(AtOnce::got).toList();
        }
    }

    private static <T> T got(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
