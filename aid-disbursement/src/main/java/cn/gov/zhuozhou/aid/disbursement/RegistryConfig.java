package cn.gov.zhuozhou.aid.disbursement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the registry answers. */
@ConfigMapping(prefix = "aid.registry")
interface RegistryConfig {
    URI url();

    /** The longest wait for an answer to begin. */
    @WithDefault("10s")
    Duration timeout();
}
