package cn.gov.zhuozhou.aid.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ChassisTest
class TurnsTest {
    private static final long WAITS_MS = 300;

    private final String name = UUID.randomUUID().toString();
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService others = Executors.newCachedThreadPool();

    @Inject
    Turns turns;

    @AfterEach
    void endAll() {
        end.countDown();
        others.close();
    }

    @Test
    void whoIsAloneLetsOthersWaitUntilHisTransactionEnds() throws Exception {
        // Given
        holding(() -> turns.alone(name));

        // When
        Future<?> second = inATransaction(() -> turns.alone(name));

        // Then
        assertWaits(second);
        end.countDown();
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void thoseBesideEachOtherDoNotWait() throws Exception {
        holding(() -> turns.beside(name));

        inATransaction(() -> turns.beside(name)).get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoIsAloneWaitsForThoseBesideEachOther() throws Exception {
        holding(() -> turns.beside(name));

        assertWaits(inATransaction(() -> turns.alone(name)));
    }

    @Test
    void anotherNameIsAnotherTurn() throws Exception {
        holding(() -> turns.alone(name));

        inATransaction(() -> turns.alone(name, UUID.randomUUID())).get(10, TimeUnit.SECONDS);
    }

    @Test
    void aTurnIsTakenAgainForFree() throws Exception {
        inATransaction(() -> {
                    turns.alone(name);
                    turns.alone(name);
                })
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void outsideATransactionThereIsNoTurn() {
        assertThatThrownBy(() -> turns.alone(name)).isInstanceOf(IllegalStateException.class);
    }

    private void holding(Runnable turn) throws InterruptedException {
        Future<?> holder = inATransaction(() -> {
            turn.run();
            taken.countDown();
            await(end);
        });
        assertThat(holder.isDone()).isFalse();
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private Future<?> inATransaction(Runnable work) {
        return others.submit(() -> QuarkusTransaction.requiringNew().run(work));
    }

    private static void assertWaits(Future<?> other) throws InterruptedException, ExecutionException {
        try {
            other.get(WAITS_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillWaiting) {
            return;
        }
        throw new AssertionError("it did not wait");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
