package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who changes facts takes his turn: the other waits and is then right, or is told, and nothing is half done. */
@RegistryTest
class TurnsTest {
    @Inject
    Merges merges;

    @Inject
    FeedFacts facts;

    @Inject
    Database database;

    @Inject
    TestSemesters semesters;

    @RepeatedTest(3)
    void twoFilesOfOneSourceAtOnceLeaveTheStateOfTheLaterMerge() throws Exception {
        // Given
        long seed = System.nanoTime();
        var county = new RandomCounty(seed, 30);
        merges.take(Feed.ENROLMENT, county.enrolment(seed));
        merges.take(Feed.DIBAO, county.dibao(seed + 1, false));
        List<String> one = merges.about(county);
        merges.take(Feed.DIBAO, county.dibao(seed + 2, false));
        List<String> other = merges.about(county);

        // When
        List<UUID> batches = atOnce(
                () -> merges.take(Feed.DIBAO, county.dibao(seed + 1, false)).id(),
                () -> merges.take(Feed.DIBAO, county.dibao(seed + 2, false)).id());

        // Then
        boolean firstMergedLast = mergeNo(batches.get(0)) > mergeNo(batches.get(1));
        assertThat(merges.about(county)).as("seed %d", seed).isEqualTo(firstMergedLast ? one : other);
    }

    @RepeatedTest(3)
    void aDecisionDuringAFeedNeverLeavesEvidenceOnAnEntryThatEnded() throws Exception {
        // Given
        var county = new County();
        var pupil = county.pupil();
        merges.take(Feed.ENROLMENT, county.enrolment());
        String without = county.dibao();
        county.head("N3" + pupil.identity().substring(6), pupil);
        merges.take(Feed.DIBAO, county.dibao());
        UUID toDecide = facts.openCase(facts.id(pupil));

        // When
        atOnce(() -> merges.take(Feed.DIBAO, without).id(), () -> {
            try {
                merges.decide(toDecide, true);
            } catch (ProblemException tooLate) {
                assertThat(tooLate.kind().status()).isEqualTo(409);
            }
            return toDecide;
        });

        // Then
        assertThat(facts.of(county)).isEmpty();
    }

    @Test
    void aWithdrawalWaitsForTheFeedUnderWayAndIsThenRefusedBecauseOfIt() throws Exception {
        // Given
        var county = new County();
        var pupil = county.pupil();
        county.family("N1" + pupil.identity().substring(6), pupil);
        merges.take(Feed.ENROLMENT, county.enrolment());
        Batch first = merges.take(Feed.DIBAO, county.dibao());
        String withdrawal = WithdrawalTest.proposed(Tokens.clerk(), first.id().toString());
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        Future<?> feed = CompletableFuture.runAsync(() -> merges.takeHolding(Feed.DIBAO, county.dibao(), () -> {
            held.countDown();
            await(release);
        }));
        held.await();

        // When
        WithdrawalTest.decide(Tokens.reviewer(), withdrawal, "CONFIRMED").then().statusCode(202);
        release.countDown();
        feed.get(60, TimeUnit.SECONDS);

        // Then
        var outcome = WithdrawalTest.finished(withdrawal);
        assertThat(outcome.getString("state")).isEqualTo("FAILED");
        assertThat(outcome.getString("error")).contains("later-batches");
        assertThat(facts.of(county)).containsExactly("evidence 0 DIBAO_R EXACT");
    }

    @Test
    @DisplayName("Two people confirm the same withdrawal: one wins, the other is told")
    void twoConfirmationsAtOnceAreOneWithdrawal() throws Exception {
        // Given
        var county = new County();
        county.family("N1" + UUID.randomUUID(), county.pupil());
        Batch batch = merges.take(Feed.DIBAO, county.dibao());
        String withdrawal = WithdrawalTest.proposed(Tokens.clerk(), batch.id().toString());

        // When
        List<Integer> answers = atOnce(
                () -> WithdrawalTest.decide(Tokens.reviewer(), withdrawal, "CONFIRMED")
                        .statusCode(),
                () -> WithdrawalTest.decide(Tokens.reviewer("bureau"), withdrawal, "CONFIRMED")
                        .statusCode());

        // Then
        assertThat(answers).containsExactlyInAnyOrder(202, 409);
        assertThat(WithdrawalTest.finished(withdrawal).getString("state")).isEqualTo("DONE");
    }

    @Test
    @DisplayName("S13: a semester opened while a feed runs ends as if the feed had come first")
    void anOpeningDuringAFeedMissesNobody() throws Exception {
        // Given
        var county = new County();
        for (int i = 0; i < 40; i++) {
            var pupil = county.pupil();
            county.family("N" + i + pupil.identity().substring(6), pupil);
        }
        merges.take(Feed.SCHOOLS, County.schools());
        merges.take(Feed.ENROLMENT, county.enrolment());
        Semester semester = semesters.next();

        // When
        atOnce(() -> Feeds.take("civil-affairs-dibao", county.dibao()).getString("batchId"), () -> {
            semesters.open(semester);
            return semester.code();
        });

        // Then
        Awaitility.await()
                .untilAsserted(() -> assertThat(database.first(
                                """
                                select count(*) from identification i join student s on s.id = i.student_id
                                where i.semester = :semester and i.result = 'ADDED' and s.school_code = :school
                                  and s.identity_index is not null and s.enrolment_state = 'IN_SCHOOL'""",
                                Map.of("semester", semester.code(), "school", County.SCHOOL),
                                row -> row.getLong(1)))
                        .hasValue(40L));
    }

    private long mergeNo(UUID batch) {
        return database.first(
                        "select merge_no from feed_batch where id = :id", Map.of("id", batch), row -> row.getLong(1))
                .orElseThrow();
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<T> first = threads.submit(one);
            Future<T> second = threads.submit(other);
            return List.of(first.get(90, TimeUnit.SECONDS), second.get(90, TimeUnit.SECONDS));
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
