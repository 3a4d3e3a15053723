package cn.gov.zhuozhou.aid.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays SPRING_2019 = new WorkingDays(Map.of(
            LocalDate.of(2019, 4, 5), false,
            LocalDate.of(2019, 4, 28), true,
            LocalDate.of(2019, 5, 1), false,
            LocalDate.of(2019, 5, 2), false,
            LocalDate.of(2019, 5, 3), false,
            LocalDate.of(2019, 5, 5), true));

    @ParameterizedTest
    @CsvSource({"2019-03-18, 2019-03-22", "2019-04-03, 2019-04-10", "2019-04-26, 2019-05-05", "2019-04-29, 2019-05-07"})
    void fiveWorkingDaysEndAsTheStateCouncilsCalendarSays(LocalDate first, LocalDate last) {
        assertThat(SPRING_2019.lastOf(first, 5)).isEqualTo(last);
    }

    @Test
    void aPeriodThatBeginsOnARestDayCountsFromTheNextWorkingDay() {
        assertThat(SPRING_2019.lastOf(LocalDate.of(2019, 3, 16), 1)).isEqualTo(LocalDate.of(2019, 3, 18));
    }

    @Test
    void aDeadlineDoesNotCountTheDayItIsSet() {
        assertThat(SPRING_2019.after(LocalDate.of(2019, 3, 18), 5)).isEqualTo(LocalDate.of(2019, 3, 25));
    }

    @ParameterizedTest
    @CsvSource({"2019-03-18, 2019-03-18, 0", "2019-03-15, 2019-03-18, 1", "2019-04-26, 2019-05-06, 5"})
    void whatHasPassedIsCountedInWorkingDays(LocalDate from, LocalDate to, int passed) {
        assertThat(SPRING_2019.between(from, to)).isEqualTo(passed);
    }

    @Test
    void aPeriodOfNoDaysIsRefused() {
        assertThatThrownBy(() -> SPRING_2019.lastOf(LocalDate.of(2019, 3, 18), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
