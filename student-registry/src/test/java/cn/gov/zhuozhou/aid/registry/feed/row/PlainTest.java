package cn.gov.zhuozhou.aid.registry.feed.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "201709",
                "2017-09",
                "2017.9",
                "2017/09",
                "2017年9月",
                "2017年09月",
                "20170901",
                "2017-09-01",
                "2017-09-01 00:00:00"
            })
    void aMonthIsReadInItsUsualForms(String written) {
        assertThat(Plain.month(written)).contains(YearMonth.of(2017, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "不详", "201713", "9月", "42979"})
    void whatIsNoMonthIsNone(String written) {
        assertThat(Plain.month(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20150817", "2015-08-17", "2015/8/17", "2015.8.17", "2015年8月17日", "2015-08-17 00:00:00"})
    void aDayIsReadInItsUsualForms(String written) {
        assertThat(Plain.day(written)).contains(LocalDate.of(2015, 8, 17));
    }

    @Test
    void aDayThatIsInNoCalendarIsNone() {
        assertThat(Plain.day("20150230")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"358,35800", "312.5,31250", "'1,234.00',123400", "￥300元,30000", "0,0"})
    void anAmountInYuanIsKeptInFen(String written, long fen) {
        assertThat(Plain.fen(Plain.text(written))).contains(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "三百", "-5", "1.005", "12345678901234"})
    void whatIsNoAmountIsNone(String written) {
        assertThat(Plain.fen(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "合计,true",
        "合 计,true",
        "总计：,true",
        "小计3人,true",
        "共计249,true",
        "合计划,false",
        "N999,false",
        "'',false",
        "计,false"
    })
    void totalRowsAreKnownByTheirFirstWord(String first, boolean total) {
        assertThat(TotalRows.isTotal(first)).isEqualTo(total);
    }
}
