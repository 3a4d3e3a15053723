package cn.gov.zhuozhou.aid.chassis.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Files handed in as evidence. */
@ConfigMapping(prefix = "aid.attachment")
interface AttachmentConfig {
    @WithDefault("10M")
    MemorySize maxBytes();
}
