package cn.gov.zhuozhou.aid.chassis.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are taken up. */
@ConfigMapping(prefix = "aid.job")
interface JobConfig {
    /** How often a worker looks for jobs, or says that he is still at one. */
    @WithDefault("1s")
    Duration every();

    /** How long a job is left to a worker of whom nothing is heard; several times {@link #every()}. */
    @WithDefault("15s")
    Duration lease();
}
