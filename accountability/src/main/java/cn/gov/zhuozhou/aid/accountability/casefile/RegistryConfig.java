package cn.gov.zhuozhou.aid.accountability.casefile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the registry answers. */
@ConfigMapping(prefix = "aid.registry")
interface RegistryConfig {
    URI url();

    /** The longest wait for one answer. */
    @WithDefault("3s")
    Duration timeout();
}
