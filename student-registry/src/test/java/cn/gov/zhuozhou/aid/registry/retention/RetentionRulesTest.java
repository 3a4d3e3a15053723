package cn.gov.zhuozhou.aid.registry.retention;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.retention.RunState.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRulesTest {
    @ParameterizedTest
    @CsvSource({
        "2019-07-01, 5, 2024-07-02",
        "2020-02-29, 1, 2021-03-01",
        "2020-02-29, 4, 2024-03-01",
        "2019-02-28, 1, 2020-02-29",
        "2019-12-31, 30, 2050-01-01",
        "2019-07-01, 0, 2019-07-02"
    })
    void aRecordIsKeptThroughTheLastDayOfItsYears(LocalDate event, int years, LocalDate due) {
        assertThat(rule(years).dueFrom(event)).isEqualTo(due);
    }

    @Test
    void theCutoffIsTheLastEventThatIsOver() {
        for (int years = 0; years < 6; years++) {
            for (LocalDate day = LocalDate.of(2023, 12, 1); day.getYear() < 2029; day = day.plusDays(1)) {
                LocalDate cutoff = rule(years).cutoff(day);
                assertThat(rule(years).dueFrom(cutoff)).isBeforeOrEqualTo(day);
                assertThat(rule(years).dueFrom(cutoff.plusDays(1))).isAfter(day);
            }
        }
    }

    @Test
    void nothingIsErasedThatNobodyCountedAndNobodyConfirmed() {
        List<String> possible = new ArrayList<>();
        for (RunState from : RunState.values()) {
            for (Occasion occasion : Occasion.values()) {
                from.next(occasion).ifPresent(to -> possible.add(from + " " + occasion + " " + to));
            }
        }
        assertThat(possible)
                .containsExactly(
                        "ASKED COUNTED COUNTED",
                        "COUNTED CONFIRMED CONFIRMED",
                        "COUNTED DROPPED DROPPED",
                        "CONFIRMED ERASED DONE");
    }

    @Test
    void eachKindSaysHowItIsFoundAndTakenOut() {
        for (RecordKind kind : RecordKind.values()) {
            assertThat(Erasure.of(kind).candidates()).contains(":cutoff", "held");
            assertThat(Erasure.of(kind).statements()).isNotEmpty().allMatch(sql -> sql.contains(":ids"));
        }
    }

    private static RetentionRule rule(int years) {
        return new RetentionRule(new UUID(0, 1), RecordKind.PUPIL, LocalDate.EPOCH, years, "某文件", false);
    }
}
