package cn.gov.zhuozhou.aid.chassis.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.WorkingDays;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ChassisTest
@DisplayName("The working-day calendar")
class CalendarTest {
    @Inject
    BusinessCalendar calendar;

    /** The notices' own words: from, to (off, all of it), and the days that are worked instead. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2018-01-01, 2018-01-01, -",
                "2018-02-15, 2018-02-21, 2018-02-11 2018-02-24",
                "2018-04-05, 2018-04-07, 2018-04-08",
                "2018-04-29, 2018-05-01, 2018-04-28",
                "2018-06-18, 2018-06-18, -",
                "2018-09-24, 2018-09-24, -",
                "2018-10-01, 2018-10-07, 2018-09-29 2018-09-30",
                "2018-12-30, 2019-01-01, 2018-12-29",
                "2019-02-04, 2019-02-10, 2019-02-02 2019-02-03",
                "2019-04-05, 2019-04-07, -",
                "2019-05-01, 2019-05-04, 2019-04-28 2019-05-05",
                "2019-06-07, 2019-06-09, -",
                "2019-09-13, 2019-09-15, -",
                "2019-10-01, 2019-10-07, 2019-09-29 2019-10-12",
                "2020-01-01, 2020-01-01, -",
                "2020-01-24, 2020-02-02, 2020-01-19 2020-02-03",
                "2020-04-04, 2020-04-06, -",
                "2020-05-01, 2020-05-05, 2020-04-26 2020-05-09",
                "2020-06-25, 2020-06-27, 2020-06-28",
                "2020-10-01, 2020-10-08, 2020-09-27 2020-10-10",
                "2021-01-01, 2021-01-03, -",
                "2021-02-11, 2021-02-17, 2021-02-07 2021-02-20",
                "2021-04-03, 2021-04-05, -",
                "2021-05-01, 2021-05-05, 2021-04-25 2021-05-08",
                "2021-06-12, 2021-06-14, -",
                "2021-09-19, 2021-09-21, 2021-09-18",
                "2021-10-01, 2021-10-07, 2021-09-26 2021-10-09",
                "2022-01-01, 2022-01-03, -",
                "2022-01-31, 2022-02-06, 2022-01-29 2022-01-30",
                "2022-04-03, 2022-04-05, 2022-04-02",
                "2022-04-30, 2022-05-04, 2022-04-24 2022-05-07",
                "2022-06-03, 2022-06-05, -",
                "2022-09-10, 2022-09-12, -",
                "2022-10-01, 2022-10-07, 2022-10-08 2022-10-09",
                "2022-12-31, 2023-01-02, -",
                "2023-01-21, 2023-01-27, 2023-01-28 2023-01-29",
                "2023-04-05, 2023-04-05, -",
                "2023-04-29, 2023-05-03, 2023-04-23 2023-05-06",
                "2023-06-22, 2023-06-24, 2023-06-25",
                "2023-09-29, 2023-10-06, 2023-10-07 2023-10-08",
                "2023-12-30, 2024-01-01, -",
                "2024-02-10, 2024-02-17, 2024-02-04 2024-02-09 2024-02-18",
                "2024-04-04, 2024-04-06, 2024-04-07",
                "2024-05-01, 2024-05-05, 2024-04-28 2024-05-11",
                "2024-06-08, 2024-06-10, -",
                "2024-09-15, 2024-09-17, 2024-09-14",
                "2024-10-01, 2024-10-07, 2024-09-29 2024-10-12",
                "2025-01-01, 2025-01-01, -",
                "2025-01-28, 2025-02-04, 2025-01-26 2025-02-08",
                "2025-04-04, 2025-04-06, -",
                "2025-05-01, 2025-05-05, 2025-04-27",
                "2025-05-31, 2025-06-02, -",
                "2025-10-01, 2025-10-08, 2025-09-28 2025-10-11",
                "2026-01-01, 2026-01-03, 2026-01-04",
                "2026-02-15, 2026-02-23, 2026-02-14 2026-02-28",
                "2026-04-04, 2026-04-06, -",
                "2026-05-01, 2026-05-05, 2026-05-09",
                "2026-06-19, 2026-06-21, -",
                "2026-09-25, 2026-09-27, -",
                "2026-10-01, 2026-10-07, 2026-09-20 2026-10-10"
            })
    void restsAndWorksAsTheStateCouncilAnnounced(LocalDate from, LocalDate to, String worked) {
        WorkingDays days = calendar.workingDays();

        assertThat(from.datesUntil(to.plusDays(1))).noneMatch(days::isWorking);
        if (worked != null) {
            assertThat(Arrays.stream(worked.split(" ")).map(LocalDate::parse)).allMatch(days::isWorking);
        }
        assertThat(List.of(from.minusDays(3), to.plusDays(3)))
                .allMatch(day -> days.isWorking(day) || day.getDayOfWeek().getValue() > 5);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-09-27, 2018-10-08", "2019-03-18, 2019-03-22", "2019-04-03, 2019-04-10", "2019-04-26, 2019-05-05",
        "2019-04-29, 2019-05-07", "2019-09-27, 2019-10-09", "2020-01-20, 2020-02-03", "2020-09-25, 2020-09-30",
        "2021-09-24, 2021-09-29", "2022-10-08, 2022-10-12", "2023-10-07, 2023-10-11", "2024-09-28, 2024-10-10",
        "2025-09-26, 2025-10-09", "2026-09-18, 2026-09-23"
    })
    void countsFiveWorkingDaysOverHolidaysAndMakeUpSundays(LocalDate first, LocalDate last) {
        assertThat(calendar.lastDayOf(first, 5)).isEqualTo(last);
    }

    @Test
    void doesNotGuessAYearNobodyAnnounced() {
        assertThatThrownBy(() -> calendar.lastDayOf(LocalDate.of(2098, 12, 29), 5))
                .isInstanceOf(ProblemException.class)
                .hasMessage("urn:aid:problem:calendar-year-missing");
    }

    @Test
    void takesAYearInWhenItIsAnnounced() {
        // When
        Response entered = put(2097, "\"0\"", administrator(), List.of(off("2097-01-01"), worked("2097-01-05")));

        // Then
        entered.then().statusCode(200);
        assertThat(calendar.workingDays().isWorking(LocalDate.of(2097, 1, 1))).isEqualTo(false);
        assertThat(calendar.lastDayOf(LocalDate.of(2097, 1, 2), 4)).isEqualTo(LocalDate.of(2097, 1, 5));
        assertThat(put(2097, "\"0\"", administrator(), List.of()).statusCode()).isEqualTo(412);
        assertThat(put(2097, entered.header("ETag"), administrator(), List.of()).statusCode())
                .isEqualTo(200);
        assertThat(calendar.workingDays().isWorking(LocalDate.of(2097, 1, 1))).isEqualTo(true);
    }

    @Test
    void refusesDaysThatCannotBeMeant() {
        assertThat(put(2096, "\"0\"", administrator(), List.of(worked("2096-01-02")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(put(2096, "\"0\"", administrator(), List.of(off("2097-05-01")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void isKeptByAdministratorsOfTheBureauOnly() {
        String elsewhere =
                Tokens.of("a").roles("aid-administrator").org("school:1").token();

        assertThat(put(2095, "\"0\"", Tokens.clerk(), List.of()).statusCode()).isEqualTo(403);
        assertThat(put(2095, "\"0\"", elsewhere, List.of()).statusCode()).isEqualTo(404);
        assertThat(given().get("/api/v1/calendar/years").statusCode()).isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(Tokens.clerk())
                        .get("/api/v1/calendar/years/2020")
                        .jsonPath()
                        .getString("source"))
                .contains("国办发明电〔2019〕16号");
    }

    private static Response put(int year, String ifMatch, String token, List<Map<String, Object>> days) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(token)
                .header("If-Match", ifMatch)
                .body(Map.of("source", "通知", "days", days))
                .put("/api/v1/calendar/years/{year}", year);
    }

    private static String administrator() {
        return Tokens.of("admin").roles("aid-administrator").org("bureau").token();
    }

    private static Map<String, Object> off(String day) {
        return Map.of("day", day, "working", false, "name", "元旦");
    }

    private static Map<String, Object> worked(String day) {
        return Map.of("day", day, "working", true, "name", "元旦调休上班");
    }
}
