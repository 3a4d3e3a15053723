package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;

/** What the bureau tells a provider about his files: how many, how good, how fast they went through. */
@Path("/api/v1/feeds/statistics")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class FeedStatisticsResource {
    private static final int MOST_MONTHS = 60;

    record StatisticsView(YearMonth from, YearMonth to, List<FeedStatistics.Month> months) {}

    @Inject
    FeedStatistics statistics;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    /**
     * @param from first month; that of a year ago where nothing is said
     * @param to last month; the present one where nothing is said
     */
    @GET
    public StatisticsView show(
            @QueryParam("source") String source, @QueryParam("from") String from, @QueryParam("to") String to) {
        currentActor.requireBureau();
        YearMonth last = month(to, YearMonth.from(clock.today()));
        YearMonth first = month(from, last.minusMonths(11));
        if (first.isAfter(last) || first.plusMonths(MOST_MONTHS).isBefore(last)) {
            throw invalid();
        }
        return new StatisticsView(first, last, statistics.of(source, first, last));
    }

    private static YearMonth month(String given, YearMonth otherwise) {
        try {
            return given == null || given.isBlank() ? otherwise : YearMonth.parse(given.strip());
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                CommonProblem.INVALID_FIELDS,
                Text.of(
                        "from 与 to 应为月份，如 2019-03，且不超过五年。",
                        "from and to must be months like 2019-03, at most five years."));
    }
}
