package cn.gov.zhuozhou.aid.chassis.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** The business clock. It runs with the machine's clock unless a start is set, which only a trial system may do. */
@ConfigMapping(prefix = "aid.clock")
public interface ClockConfig {
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Whether an administrator may move the clock forward. */
    @WithDefault("false")
    boolean adjustable();

    /** Where an adjustable clock begins when the service starts for the first time. */
    Optional<OffsetDateTime> start();
}
