package cn.gov.zhuozhou.aid.registry.publicnotice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Pages of notices on the web. */
@ConfigMapping(prefix = "aid.notice")
interface NoticeConfig {
    /** Whether a general list gets a page on the web. Lists of registered poor pupils never do. */
    @WithDefault("true")
    boolean web();

    /** How long browsers and proxies may show a page without asking again; never beyond the notice's last day. */
    @WithDefault("5m")
    Duration pageCached();
}
