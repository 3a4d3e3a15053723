package cn.gov.zhuozhou.aid.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker with its KRaft controller inside this JVM, on the loopback address. */
public final class EmbeddedKafkaBroker implements AutoCloseable {
    private final KafkaOptions options;
    private final int port;
    private final KafkaRaftServer server;
    private boolean closed;

    private EmbeddedKafkaBroker(KafkaOptions options, int port, KafkaRaftServer server) {
        this.options = options;
        this.port = port;
        this.server = server;
    }

    /** A temporary broker for tests. */
    public static EmbeddedKafkaBroker start() {
        return start(KafkaOptions.temporary());
    }

    /** Starts a broker and waits until it takes records; a kept log is resumed. */
    public static EmbeddedKafkaBroker start(KafkaOptions options) {
        List<Integer> free = FreePorts.find(2);
        int port = options.port() == 0 ? free.getFirst() : options.port();
        int controllerPort = options.controllerPort() == 0 ? free.getLast() : options.controllerPort();
        format(options.data());
        KafkaConfig config = new KafkaConfig(KafkaSettings.of(options, port, controllerPort), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        return new EmbeddedKafkaBroker(options, port, server);
    }

    /** What clients set as {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Makes those of the topics that do not exist, with the partitions of the options. */
    public void createTopics(Collection<String> names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = names.stream()
                    .filter(name -> !existing.contains(name))
                    .map(name -> new NewTopic(name, Optional.of(options.partitions()), Optional.empty()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics were not made: " + names, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making topics", e);
        }
    }

    /** Stops broker and controller; a temporary log is deleted. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        if (!options.keep()) {
            Folders.delete(options.data().getParent());
        }
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE)
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of Kafka cannot be made: " + data, e);
        } catch (Exception e) { // the formatter declares no less
            throw new IllegalStateException("The folder of Kafka cannot be formatted: " + data, e);
        }
    }
}
