package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.FeedState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A18: identification leans on data older than the county allows; the centre has to ask for a newer file (S69). */
public record StaleFeedCheck(String legalBasis) {
    public static final String CODE = "A18";

    /** @param newestAsOf null where the only data was withdrawn */
    public record Feed(UUID id, FeedState state, String source, LocalDate newestAsOf, int limitDays) {}

    public Verdict examine(Feed feed) {
        return feed.state() == FeedState.STALE
                ? Verdict.hit(List.of(new Reason(
                        CODE + ".TOO_OLD",
                        "数据来源 %s 最新数据日期为 %s，已超过 %d 天，须向提供部门索取最新名单"
                                .formatted(feed.source(), feed.newestAsOf(), feed.limitDays()),
                        "The newest data of %s is of %s, older than %d days; ask its provider for a new file"
                                .formatted(feed.source(), feed.newestAsOf(), feed.limitDays()),
                        legalBasis)))
                : Verdict.clear();
    }
}
