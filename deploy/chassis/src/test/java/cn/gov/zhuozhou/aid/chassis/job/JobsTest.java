package cn.gov.zhuozhou.aid.chassis.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ChassisTest
class JobsTest {
    @Inject
    Jobs jobs;

    @Inject
    JobStore store;

    @Inject
    CountToTen counting;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @Test
    void aJobRunsAndTellsHowFarItCame() {
        // When
        UUID id = submit("count-to-ten", "10");

        // Then
        assertThat(finished(id))
                .extracting(JobView::state, JobView::done, JobView::total, JobView::attempt)
                .containsExactly("DONE", 10L, 10L, 1);
    }

    @Test
    void aJobThatFailsSaysSo() {
        // When
        UUID id = submit("count-to-ten", "not a number");

        // Then
        assertThat(finished(id))
                .extracting(JobView::state, JobView::error)
                .containsExactly("FAILED", "NumberFormatException");
    }

    @Test
    void aJobWhoseWorkerDiedIsTakenUpAgain() {
        // Given
        UUID id = UUID.randomUUID();
        abandoned(id);

        // When
        JobView job = finished(id);

        // Then
        assertThat(job).extracting(JobView::state, JobView::attempt).containsExactly("DONE", 2);
    }

    @Test
    void aCancelledJobStops() {
        // Given
        UUID id = submit("count-to-ten", "1000000000");
        await().until(() -> jobs.find(id).orElseThrow().state().equals("RUNNING"));
        assertThat(meters.get("aid.jobs.open").gauge().value()).isGreaterThanOrEqualTo(1);

        // When
        var answer = given().auth().oauth2(Tokens.clerk()).post("/api/v1/jobs/" + id + "/cancellation");

        // Then
        answer.then().statusCode(200);
        assertThat(finished(id).state()).isEqualTo("CANCELLED");
    }

    @Test
    void aJobCancelledBeforeItBeganIsNotRunButItsHandlerHears() {
        // Given
        UUID running = submit("count-to-ten", "1000000001");
        await().until(() -> jobs.find(running).orElseThrow().state().equals("RUNNING"));
        UUID queued = submit("count-to-ten", "1000000002");

        // When
        assertThat(cancel(queued)).isTrue();
        assertThat(cancel(queued)).isFalse();
        assertThat(cancel(running)).isTrue();

        // Then
        assertThat(finished(running).state()).isEqualTo("CANCELLED");
        assertThat(finished(queued))
                .extracting(JobView::state, JobView::attempt)
                .containsExactly("CANCELLED", 0);
        assertThat(counting.neverBegun()).containsExactly("1000000002");
    }

    @Test
    void progressArrivesAsServerSentEvents() {
        // Given
        UUID id = submit("count-to-ten", "10");
        finished(id);

        // When
        String stream = given().auth()
                .oauth2(Tokens.clerk())
                .accept("text/event-stream")
                .get("/api/v1/jobs/" + id + "/progress")
                .asString();

        // Then
        assertThat(stream).contains("event:progress").contains("\"state\":\"DONE\"");
    }

    @Test
    void jobsAreTheBureausBusiness() {
        UUID id = submit("count-to-ten", "10");

        given().get("/api/v1/jobs/" + id).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("nobody").token())
                .get("/api/v1/jobs/" + id)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.clerk("school:1"))
                .get("/api/v1/jobs/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.clerk())
                .get("/api/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("count-to-ten"));
    }

    @Test
    void aWorkerThatIsHeardOfKeepsItsJobForTheLeaseThatIsSet() {
        // Given
        UUID id = UUID.randomUUID();
        running(id, "renewing", "1 hour");

        // When
        store.renew("renewing");

        // Then
        long seconds = QuarkusTransaction.requiringNew()
                .call(() -> database.number(
                        "select extract(epoch from lease_until - now())::bigint from job where id = :id",
                        Map.of("id", id)));
        assertThat(seconds).isBetween(3L, 7L);
        store.finish(id, "DONE", null);
    }

    private UUID submit(String kind, String subject) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.submit(kind, subject, Actor.system("test")));
    }

    private boolean cancel(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.cancel(id));
    }

    private JobView finished(UUID id) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> jobs.find(id).orElseThrow(), JobView::finished);
    }

    private void abandoned(UUID id) {
        running(id, "dead", "-1 second");
    }

    private void running(UUID id, String worker, String leaseLeft) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.update("""
                        insert into job (id, kind, subject, state, attempt, worker, lease_until, created_by, created_name,
                            created_org)
                        values (:id, 'count-to-ten', '10', 'RUNNING', 1, :worker, now() + cast(:left as interval), 'x', 'x',
                            'bureau')
                        """, Map.of("id", id, "worker", worker, "left", leaseLeft)));
    }
}
