package cn.gov.zhuozhou.aid.chassis.testing;

import java.nio.file.Path;

/**
 * Where and how an embedded Kafka broker runs.
 *
 * @param data folder of the log
 * @param keep whether the log outlives {@code close()}
 * @param port of the broker, 0 for any free one
 * @param controllerPort of the controller, 0 for any free one
 * @param partitions of a topic made without a number
 * @param autoCreate whether a topic comes into being by being used
 */
public record KafkaOptions(Path data, boolean keep, int port, int controllerPort, int partitions, boolean autoCreate) {
    private static final int PARTITIONS = 6;

    /** An empty log in a temporary folder, on free ports, gone after {@code close()}. */
    public static KafkaOptions temporary() {
        return new KafkaOptions(Folders.temporary("aid-kafka-").resolve("log"), false, 0, 0, PARTITIONS, true);
    }

    /** A log that is kept in {@code folder} and resumed from there. */
    public static KafkaOptions kept(Path folder, int port, int controllerPort) {
        return new KafkaOptions(folder.resolve("log"), true, port, controllerPort, PARTITIONS, true);
    }

    public KafkaOptions withPartitions(int number) {
        return new KafkaOptions(data, keep, port, controllerPort, number, autoCreate);
    }

    public KafkaOptions withoutAutoCreate() {
        return new KafkaOptions(data, keep, port, controllerPort, partitions, false);
    }
}
