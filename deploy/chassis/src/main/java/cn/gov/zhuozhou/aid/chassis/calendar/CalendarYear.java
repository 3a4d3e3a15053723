package cn.gov.zhuozhou.aid.chassis.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A year's arrangement of holidays as the State Council announced it. */
public record CalendarYear(int year, String source, List<Day> days, long version) {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** A weekday that is off, or a Saturday or Sunday that is worked. */
    public record Day(
            @NotNull LocalDate day,
            boolean working,
            @NotBlank @Size(max = 50) String name) {
        private boolean changesNothing() {
            return working != WEEKEND.contains(day.getDayOfWeek());
        }
    }

    /** A day that cannot be meant: it lies in another year (the turn of the year aside) or is so anyway. */
    Optional<Day> misfit() {
        return days.stream()
                .filter(day -> day.changesNothing() || !belongs(day.day()))
                .findFirst();
    }

    private boolean belongs(LocalDate day) {
        return day.getYear() == year
                || (day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER)
                || (day.getYear() == year + 1 && day.getMonth() == Month.JANUARY);
    }
}
