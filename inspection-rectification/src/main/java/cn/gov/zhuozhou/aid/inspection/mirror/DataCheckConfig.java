package cn.gov.zhuozhou.aid.inspection.mirror;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How soon changed facts are checked. All durations are machine time. */
@ConfigMapping(prefix = "aid.datacheck")
public interface DataCheckConfig {
    /** How long a subject must have been quiet before it is checked. */
    @WithDefault("1s")
    Duration settle();

    /** How long awards and assignments may take to follow an eligibility before their absence counts. */
    @WithDefault("10s")
    Duration follow();

    /** Days from the first of a semester after which a pupil its opening did not reach counts as missed. */
    @WithDefault("30")
    @Min(0)
    int openingDays();

    /** Pause between two looks for subjects that are due. */
    @WithDefault("200ms")
    Duration every();

    /** Subjects checked in one transaction. */
    @WithDefault("500")
    @Min(1)
    @Max(5000)
    int batch();
}
