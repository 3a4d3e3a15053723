package cn.gov.zhuozhou.aid.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemesterTest {
    @ParameterizedTest
    @CsvSource({
        "2019-02-28, 2018-autumn",
        "2019-03-01, 2019-spring",
        "2019-08-31, 2019-spring",
        "2019-09-01, 2019-autumn",
        "2020-01-15, 2019-autumn"
    })
    void aDayLiesInItsSemester(LocalDate day, String code) {
        assertThat(Semester.of(day).code()).isEqualTo(code);
    }

    @Test
    void springFollowsTheAutumnOfTheYearBefore() {
        assertThat(Semester.parse("2019-spring").previous()).isEqualTo(Semester.parse("2018-autumn"));
        assertThat(Semester.parse("2018-autumn").next()).isEqualTo(Semester.parse("2019-spring"));
        assertThat(Semester.parse("2018-autumn")).isLessThan(Semester.parse("2019-spring"));
    }

    @Test
    void anythingElseIsNoSemester() {
        assertThatThrownBy(() -> Semester.parse("2019-summer")).hasMessageContaining("2019-spring");
    }
}
