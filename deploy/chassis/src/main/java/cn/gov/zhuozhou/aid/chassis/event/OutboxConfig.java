package cn.gov.zhuozhou.aid.chassis.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave and how long their rows are kept. */
@ConfigMapping(prefix = "aid.outbox")
public interface OutboxConfig {
    /** How often the relay looks without being woken. */
    @WithDefault("500ms")
    Duration every();

    /** Rows published in one transaction. */
    @WithDefault("1000")
    int batch();

    /** How long Kafka may take before a batch stops; must stay below the transaction's own limit of 30 seconds. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** How long published rows, handled message ids and answers to repeated requests stay. */
    @WithDefault("7d")
    Duration kept();

    /** CloudEvents source: the name of the service. */
    String source();
}
