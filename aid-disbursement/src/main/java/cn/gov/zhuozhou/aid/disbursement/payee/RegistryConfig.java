package cn.gov.zhuozhou.aid.disbursement.payee;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the registry answers. */
@ConfigMapping(prefix = "aid.registry")
interface RegistryConfig {
    URI url();

    /** The longest wait for one answer, of up to a thousand holders. */
    @WithDefault("5s")
    Duration timeout();
}
