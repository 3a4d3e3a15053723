package cn.gov.zhuozhou.aid.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the Kafka broker all tests of the JVM share. Topics named in the init argument {@code topics}
 * (separated by commas) exist before the service starts; a consumer finds a topic made later only after some seconds.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    /** Name of the init argument. */
    public static final String TOPICS = "topics";

    private String topics = "";

    @Override
    public void init(Map<String, String> arguments) {
        topics = arguments.getOrDefault(TOPICS, "");
    }

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", SharedServers.bootstrapServers(topics));
    }

    @Override
    public void stop() {
        // shared; ends with the JVM
    }
}
