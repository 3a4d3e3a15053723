package cn.gov.zhuozhou.aid.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.application.Quota.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
    @ParameterizedTest(name = "{1} {0}, {2} on the roll, {3} taken: {4}")
    @CsvSource({
        "NUMBER, 3, 100, 2, true",
        "NUMBER, 3, 100, 3, false",
        "NUMBER, 0, 100, 0, false",
        "PERMILLE, 200, 14, 1, true",
        "PERMILLE, 200, 14, 2, false",
        "PERMILLE, 1000, 14, 13, true"
    })
    void aPartOfAPlaceIsNone(Measure measure, int amount, int onRoll, int taken, boolean room) {
        assertThat(new Quota(measure, amount).hasRoom(taken, onRoll)).isEqualTo(room);
    }
}
