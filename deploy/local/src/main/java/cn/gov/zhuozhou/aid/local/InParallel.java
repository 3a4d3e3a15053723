package cn.gov.zhuozhou.aid.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work beside the caller's; failures come out as they went in. */
final class InParallel {
    private InParallel() {}

    static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(
                work, task -> Thread.ofPlatform().daemon().start(task));
    }

    static void runAll(List<Runnable> works) {
        await(CompletableFuture.allOf(works.stream().map(InParallel::run).toArray(CompletableFuture<?>[]::new)));
    }

    static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
