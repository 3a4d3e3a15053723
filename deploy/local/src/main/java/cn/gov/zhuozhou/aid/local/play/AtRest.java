package cn.gov.zhuozhou.aid.local.play;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Knows when an update has gone through the whole suite: no outbox holds an unpublished event, no data check is due, every
 * consumer has read its topics to the end, and that stays so for longer than a consumer takes to commit.
 */
public final class AtRest implements AutoCloseable {
    private static final List<String> SERVICES =
            List.of("student-registry", "aid-disbursement", "accountability", "inspection-rectification");

    /** Every consumer group of the suite; one that is not there has been killed before it committed anything. */
    private static final List<String> GROUPS = List.of(
            "student-registry",
            "aid-disbursement",
            "aid-disbursement-findings",
            "aid-disbursement-staff",
            "accountability-schools",
            "accountability-pupils",
            "accountability-case-files",
            "accountability-reverse-checks",
            "inspection-rectification");

    /** Gauges that are zero in a service with nothing left to do. */
    private static final List<String> WAITING =
            List.of("aid_outbox_oldest_unpublished_seconds", "aid_jobs_open", "aid_datacheck_waiting");

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration STEADY = Duration.ofMillis(2_500);

    private final LocalSuite suite;
    private final Admin admin;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public AtRest(LocalSuite suite) {
        this.suite = suite;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.kafkaBootstrapServers()));
    }

    /** Waits for rest; throws when it does not come within {@code most}. */
    public void await(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        long restingSince = 0;
        while (restingSince == 0 || System.nanoTime() - restingSince < STEADY.toNanos()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the suite did not come to rest within %d s: %s messages unread, busy %s"
                                .formatted(
                                        most.toSeconds(),
                                        unreadByGroup(),
                                        SERVICES.stream().filter(this::busy).toList()));
            }
            boolean resting = unread() == 0 && SERVICES.stream().noneMatch(this::busy);
            restingSince = !resting ? 0 : restingSince == 0 ? System.nanoTime() : restingSince;
            pause();
        }
    }

    /** Messages the consumers of the suite have not committed yet; a consumer that is away counts as far behind. */
    public long unread() {
        return unreadByGroup().values().stream().reduce(0L, AtRest::sum);
    }

    /** Of the groups that have any. */
    private Map<String, Long> unreadByGroup() {
        Map<String, Long> unread = new TreeMap<>();
        try {
            for (var group :
                    admin.describeConsumerGroups(GROUPS).describedGroups().entrySet()) {
                long behind = behind(group.getKey(), group.getValue());
                if (behind > 0) {
                    unread.put(group.getKey(), behind);
                }
            }
            return unread;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long sum(long a, long b) {
        return Math.max(a, b) == Long.MAX_VALUE ? Long.MAX_VALUE : a + b;
    }

    private long behind(String group, KafkaFuture<ConsumerGroupDescription> description)
            throws ExecutionException, InterruptedException {
        try {
            var partitions = description.get().members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .toList();
            return partitions.isEmpty() ? Long.MAX_VALUE : behind(group, partitions);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Long.MAX_VALUE;
            }
            throw e;
        }
    }

    private long behind(String group, List<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        var read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var ends = admin.listOffsets(asked).all().get();
        return partitions.stream()
                .mapToLong(partition -> ends.get(partition).offset()
                        - (read.get(partition) == null ? 0 : read.get(partition).offset()))
                .sum();
    }

    private boolean busy(String service) {
        var request = HttpRequest.newBuilder(URI.create(suite.url(service) + "/q/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            String metrics = http.send(request, BodyHandlers.ofString()).body();
            return metrics.lines()
                    .filter(line -> WAITING.stream().anyMatch(line::startsWith))
                    .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
