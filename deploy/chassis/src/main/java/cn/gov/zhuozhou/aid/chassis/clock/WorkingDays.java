package cn.gov.zhuozhou.aid.chassis.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts working days: Monday to Friday, changed by the State Council's holidays and make-up days. In years not announced yet
 * plain weeks are counted, which is good enough for a reminder; legal periods ask {@link BusinessCalendar}.
 *
 * @param announced years whose arrangement is known
 */
public record WorkingDays(Map<LocalDate, Boolean> exceptions, Set<Integer> announced) {
    public WorkingDays {
        exceptions = Map.copyOf(exceptions);
        announced = Set.copyOf(announced);
    }

    public WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this(exceptions, Set.of());
    }

    /** The first year of a period that is not announced. */
    OptionalInt unannounced(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .filter(year -> !announced.contains(year))
                .findFirst();
    }

    public boolean isWorking(LocalDate day) {
        Boolean exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The last day of a period of {@code days} working days that begins on {@code first}; a working first day is day 1. */
    public LocalDate lastOf(LocalDate first, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a period has at least one working day");
        }
        LocalDate day = first;
        int counted = isWorking(day) ? 1 : 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The working day {@code days} after {@code from}, not counting {@code from}: deadlines. */
    public LocalDate after(LocalDate from, int days) {
        return lastOf(from.plusDays(1), days);
    }

    /** Working days that have passed since {@code from}, {@code to} included; 0 where it is the same day. */
    public int between(LocalDate from, LocalDate to) {
        int passed = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            passed += isWorking(day) ? 1 : 0;
        }
        return passed;
    }
}
