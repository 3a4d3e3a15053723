package cn.gov.zhuozhou.aid.registry.asof;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Both times of a question.
 *
 * @param on the business day things were true
 * @param known the moment up to which the suite had heard of them
 */
record PointInTime(LocalDate on, Instant known) {
    private static final Text DAY = Text.of("on 应为日期，如 2019-03-03。", "on must be a date like 2019-03-03.");
    private static final Text MOMENT = Text.of(
            "known 应为带时区的时刻，如 2019-03-03T18:00+08:00。",
            "known must be a moment with offset like 2019-03-03T18:00+08:00.");

    /** Today and now where nothing is asked for. */
    static PointInTime parse(String on, String known, BusinessClock clock) {
        return new PointInTime(on == null ? clock.today() : day(on), known == null ? clock.now() : moment(known));
    }

    private static LocalDate day(String on) {
        try {
            return LocalDate.parse(on.strip());
        } catch (DateTimeParseException e) {
            throw invalid("on", DAY);
        }
    }

    /** In a query an unescaped plus sign arrives as a space. */
    private static Instant moment(String known) {
        try {
            return OffsetDateTime.parse(known.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid("known", MOMENT);
        }
    }

    private static ProblemException invalid(String field, Text expected) {
        return new ProblemException(
                RegistryProblem.MOMENT_INVALID, expected, List.of(new FieldError(field, "DateTime", expected)));
    }
}
