package cn.gov.zhuozhou.aid.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ChassisTest
class OutboxRelayTest {
    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    OutboxConfig config;

    @Inject
    EventProducer producers;

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String topic = "outbox-test-" + UUID.randomUUID();

    @BeforeEach
    void publishWhatOthersLeft() throws Exception {
        relay.settled().get();
        while (relay.publishBatch() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anEventLeavesAsCloudEventWithItsKey() {
        // Given
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event("k", 7)));

        // When
        try (var read = new Topic(bootstrap, topic)) {
            var message = read.atLeast(1).getFirst();

            // Then
            assertThat(message.key()).isEqualTo("k");
            assertThat(Topic.header(message, "ce_type")).isEqualTo("test.Happened.v1");
            assertThat(Topic.header(message, "ce_subject")).isEqualTo("subject-k");
            assertThat(Topic.header(message, "ce_source")).isEqualTo("chassis-test");
            assertThat(Topic.header(message, "ce_aidrevision")).isEqualTo("7");
            assertThat(UUID.fromString(Topic.header(message, "ce_id")).version())
                    .isEqualTo(7);
            assertThat(Topic.text(message)).isEqualTo("{\"n\":7}");
        }
    }

    @Test
    void anEventOfARolledBackTransactionNeverLeaves() {
        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(event("k", 1));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        // Then
        assertThat(unpublished()).isZero();
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append(event("k", 1))).isInstanceOf(IllegalStateException.class);
    }

    /** Trap 1: ids are taken before commit, so a lower id may appear after a higher one was published. */
    @Test
    void aRowThatCommitsLateUnderALowerIdIsPublished() throws SQLException {
        // Given
        try (Connection late = dataSource.getConnection()) {
            late.setAutoCommit(false);
            insert(late, "late");
            try (Connection early = dataSource.getConnection()) {
                insert(early, "early");
            }
            assertThat(relay.publishBatch()).isEqualTo(1);
            late.commit();
        }

        // When
        int published = relay.publishBatch();

        // Then
        assertThat(published).isEqualTo(1);
        try (var read = new Topic(bootstrap, topic)) {
            assertThat(read.atLeast(2)).extracting(m -> m.key()).containsExactlyInAnyOrder("early", "late");
        }
    }

    /** Trap 2: a send may never outlive the transaction that holds the lock. */
    @Test
    void kafkaIsGivenLessTimeThanTheTransaction() {
        assertThat(config.deliveryTimeout().toSeconds()).isLessThan(30);
    }

    @Test
    void theRelayStopsAtTheFirstFailureSoThatNothingOvertakes() throws Exception {
        // Given
        try (Connection connection = dataSource.getConnection()) {
            for (String key : List.of("a", "b", "c")) {
                insert(connection, key);
            }
        }
        var failing = new MockProducer<>(
                false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
        OutboxRelay other = replica(failing);

        // When
        int published = whileAnswering(failing, other);

        // Then
        assertThat(published).isEqualTo(1);
        assertThat(unpublished()).isEqualTo(2);
        assertThat(relay.publishBatch()).isEqualTo(2);
    }

    /** Trap 3: events that wait are seen from outside. */
    @Test
    void theAgeOfTheOldestWaitingEventIsMeasured() throws SQLException {
        // Given
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "insert into outbox (topic, event_key, type, subject, revision, payload, occurred_at)"
                                + " values (?, 'k', 't', 's', 1, '{}', now() - interval '90 seconds')")) {
            statement.setString(1, topic);
            statement.executeUpdate();
        }

        // When
        double age = meters.get("aid.outbox.oldest.unpublished.seconds").gauge().value();

        // Then
        assertThat(age).isBetween(90.0, 120.0);
    }

    @Test
    void twoReplicasPublishEachEventOnceAndInOrder() throws Exception {
        // Given
        int keys = 20;
        int each = 150;
        try (Connection connection = dataSource.getConnection()) {
            for (int n = 0; n < each; n++) {
                for (int k = 0; k < keys; k++) {
                    insert(connection, "key-" + k, n);
                }
            }
        }
        OutboxRelay second = replica(null);

        // When
        race(relay, second, keys * each);

        // Then
        try (var read = new Topic(bootstrap, topic)) {
            var messages = read.atLeast(keys * each);
            assertThat(messages).hasSize(keys * each);
            for (int k = 0; k < keys; k++) {
                String key = "key-" + k;
                assertThat(messages.stream().filter(m -> m.key().equals(key)).map(Topic::text))
                        .containsExactlyElementsOf(IntStream.range(0, each)
                                .mapToObj(n -> "{\"n\":" + n + "}")
                                .toList());
            }
        }
    }

    private static void race(OutboxRelay first, OutboxRelay second, int events) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> runs = new ArrayList<>();
            for (OutboxRelay one : List.of(first, second)) {
                runs.add(pool.submit(() -> {
                    start.await();
                    int published = 0;
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                    while (System.nanoTime() < end && published < events) {
                        int now = one.publishBatch();
                        published += now;
                        if (now == 0 && one.oldestUnpublishedSeconds() == 0) {
                            break;
                        }
                    }
                    return published;
                }));
            }
            start.countDown();
            assertThat(runs.get(0).get() + runs.get(1).get()).isEqualTo(events);
        }
    }

    /** Answers the first send and fails the second and third. */
    private static int whileAnswering(MockProducer<String, byte[]> producer, OutboxRelay relay)
            throws InterruptedException {
        var answers = Thread.ofPlatform().start(() -> {
            while (producer.history().size() < 3) {
                Thread.onSpinWait();
            }
            producer.completeNext();
            producer.errorNext(new TimeoutException("no leader"));
            producer.completeNext();
        });
        int published = relay.publishBatch();
        answers.join();
        return published;
    }

    /** A second relay beside the container's own. */
    @SuppressWarnings("UnnecessaryAssignment")
    private OutboxRelay replica(Producer<String, byte[]> producer) {
        var replica = new OutboxRelay();
        replica.dataSource = dataSource;
        replica.database = database;
        replica.config = config;
        replica.meters = meters;
        replica.producers = producer == null
                ? producers
                : new EventProducer() {
                    @Override
                    Producer<String, byte[]> get() {
                        return producer;
                    }
                };
        return replica;
    }

    private OutboundEvent event(String key, int n) {
        return new OutboundEvent(topic, key, "test.Happened.v1", "subject-" + key, n, Map.of("n", n));
    }

    private void insert(Connection connection, String key) throws SQLException {
        insert(connection, key, 1);
    }

    private void insert(Connection connection, String key, int n) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into outbox (topic, event_key, type, subject, revision, payload)"
                        + " values (?, ?, 'test.Happened.v1', ?, ?, ?)")) {
            statement.setString(1, topic);
            statement.setString(2, key);
            statement.setString(3, key);
            statement.setInt(4, n);
            statement.setString(5, "{\"n\":" + n + "}");
            statement.executeUpdate();
        }
    }

    private int unpublished() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from outbox where topic = ? and published_at is null")) {
            statement.setString(1, topic);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
