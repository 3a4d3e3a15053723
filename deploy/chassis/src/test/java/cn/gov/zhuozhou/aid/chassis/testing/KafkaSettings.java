package cn.gov.zhuozhou.aid.chassis.testing;

import java.util.HashMap;
import java.util.Map;

/** Broker settings for one node on one machine: small buffers, no waiting for companions, nothing ever expires. */
final class KafkaSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String BROKER = "BROKER";

    private KafkaSettings() {}

    static Map<String, String> of(KafkaOptions options, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners", BROKER + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", BROKER);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("log.dirs", options.data().toString());
        settings.put("num.partitions", String.valueOf(options.partitions()));
        settings.put("auto.create.topics.enable", String.valueOf(options.autoCreate()));
        // Business time may be years behind, so retention by time would delete what was just written.
        settings.put("log.retention.ms", "-1");
        settings.put("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
        alone(settings);
        small(settings);
        return settings;
    }

    private static void alone(Map<String, String> settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void small(Map<String, String> settings) {
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "2");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
        settings.put("log.segment.bytes", String.valueOf(64 * 1024 * 1024));
    }
}
