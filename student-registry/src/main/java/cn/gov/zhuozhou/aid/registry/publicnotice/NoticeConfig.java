package cn.gov.zhuozhou.aid.registry.publicnotice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How long a public notice stands. */
@ConfigMapping(prefix = "aid.notice")
interface NoticeConfig {
    /** Working days, the first day included (grant measures and local practice; 教财〔2018〕16号 sets no number). */
    @WithDefault("5")
    @Min(1)
    int workingDays();
}
