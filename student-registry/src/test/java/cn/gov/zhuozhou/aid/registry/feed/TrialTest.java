package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("A file tried and files taken in do not wait for each other")
class TrialTest {
    @Inject
    FeedTrials trials;

    @Inject
    Merges merges;

    @Inject
    FeedFacts facts;

    private final County county = new County();
    private final County.Pupil pupil = county.pupil();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void letGo() {
        release.countDown();
        threads.close();
    }

    @Test
    @DisplayName("An intake of the very same file ends while the trial, merged already, is held open")
    void anIntakeEndsWhileATrialIsHeldOpen() throws Exception {
        // Given
        merges.take(Feed.SCHOOLS, County.schools());
        merges.take(Feed.ENROLMENT, county.enrolment());
        county.family("N1" + pupil.identity().substring(6), pupil);
        var trial = threads.submit(() -> tried(Feed.DIBAO, county.dibao(), () -> {
            held.countDown();
            await(release);
        }));
        begun(trial);
        assertThat(facts.of(county)).isEmpty();

        // When
        var intake = threads.submit(() -> merges.take(Feed.DIBAO, county.dibao()));

        // Then
        intake.get(30, TimeUnit.SECONDS);
        assertThat(trial.isDone()).isFalse();
        assertThat(facts.of(county)).containsExactly("evidence 0 DIBAO_R EXACT");
        release.countDown();
        assertThat(trial.get(30, TimeUnit.SECONDS)).contains(facts.id(pupil));
    }

    @Test
    @DisplayName("A trial ends while an intake has its turn, and sees what was there before it")
    void aTrialEndsWhileAnIntakeIsUnderWay() throws Exception {
        // Given
        merges.take(Feed.SCHOOLS, County.schools());
        merges.take(Feed.ENROLMENT, county.enrolment());
        county.family("N1" + pupil.identity().substring(6), pupil);
        var intake = threads.submit(() -> merges.takeHolding(Feed.DIBAO, county.dibao(), () -> {
            held.countDown();
            await(release);
        }));
        begun(intake);

        // When
        List<UUID> touched = threads.submit(() -> tried(Feed.DIBAO, county.dibao(), () -> {}))
                .get(30, TimeUnit.SECONDS);

        // Then
        assertThat(intake.isDone()).isFalse();
        assertThat(touched).contains(facts.id(pupil));
        release.countDown();
        intake.get(30, TimeUnit.SECONDS);
        assertThat(facts.of(county)).containsExactly("evidence 0 DIBAO_R EXACT");
    }

    /** What fails before it is held says why. */
    private void begun(Future<?> work) throws Exception {
        if (!held.await(30, TimeUnit.SECONDS)) {
            work.get(1, TimeUnit.SECONDS);
        }
    }

    /** As the job does it; dawdles before it is rolled back. */
    private List<UUID> tried(Feed feed, String csv, Runnable dawdling) {
        UUID id = UUID.randomUUID();
        var handed = new FeedTrials.Handed(feed.code(), LocalDate.parse(Feeds.TODAY), null, "SNAPSHOT", List.of());
        facts.asked(id, feed);
        QuarkusTransaction.requiringNew().run(() -> keep(id, csv));
        List<UUID> touched = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().call(() -> {
                touched.addAll(trials.merge(id, handed, Actor.system("test"), done -> {}));
                dawdling.run();
                throw new RolledBack();
            });
        } catch (RolledBack asIntended) {
            QuarkusTransaction.requiringNew().run(() -> trials.forget(id));
        }
        return touched;
    }

    private static final class RolledBack extends RuntimeException {}

    private void keep(UUID id, String csv) {
        try {
            Path file = Files.createTempFile("trial", ".csv");
            Files.write(file, csv.getBytes(StandardCharsets.UTF_8));
            trials.keep(id, file);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
