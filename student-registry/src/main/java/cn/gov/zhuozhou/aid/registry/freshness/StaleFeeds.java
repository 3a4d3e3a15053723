package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What the age of data means for a semester about to be opened. */
@ApplicationScoped
public class StaleFeeds {
    /** Told to whoever opens a semester. */
    public record Warning(String source, LocalDate newestAsOf, long ageDays, int limitDays) {}

    @Inject
    FeedAges ages;

    /** The sources to be warned of; ends the request where the county wants one of them renewed first (S69). */
    public List<Warning> atOpening() {
        List<FeedAge> stale = ages.stale();
        List<FeedAge> refusing = stale.stream()
                .filter(age -> age.onOpening() == FeedAge.OnOpening.REFUSE)
                .toList();
        if (!refusing.isEmpty()) {
            String sources = refusing.stream()
                    .map(age -> "%s (%s)".formatted(age.source(), age.newestAsOf()))
                    .collect(Collectors.joining(", "));
            throw new ProblemException(
                    FreshnessProblem.FEEDS_STALE,
                    Text.of("须更新：%s。", "To be renewed: %s.").formatted(sources));
        }
        return stale.stream()
                .map(age -> new Warning(age.source(), age.newestAsOf(), age.ageDays(), age.limitDays()))
                .toList();
    }
}
