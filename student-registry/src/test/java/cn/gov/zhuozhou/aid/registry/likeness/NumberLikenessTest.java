package cn.gov.zhuozhou.aid.registry.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberLikenessTest {
    private static final String RIGHT = "999999201001010016";

    @ParameterizedTest
    @CsvSource({
        "999999201001010017,CHECK_CHARACTER",
        "99999920100101001X,CHECK_CHARACTER",
        "999999201101010016,ONE_DIGIT",
        "999999200101010016,DIGITS_SWAPPED",
        "999999201010010016,DIGITS_SWAPPED",
        "999999201001100016,DIGITS_SWAPPED",
        "99999920100101016,DIGIT_MISSING",
        "9999992010010100166,DIGIT_MISSING",
        "999999201001010016,",
        "999999201009090016,",
        "99999920100101,"
    })
    void oneMistakeIsNamedMoreThanOneIsNot(String written, Likeness how) {
        assertThat(NumberLikeness.of(written, RIGHT).orElse(null)).isEqualTo(how);
    }

    @Test
    void neitherSideMatters() {
        assertThat(NumberLikeness.of("99999920100101016", RIGHT))
                .isEqualTo(NumberLikeness.of(RIGHT, "99999920100101016"));
    }
}
