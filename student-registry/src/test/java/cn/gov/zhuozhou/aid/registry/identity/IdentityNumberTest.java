package cn.gov.zhuozhou.aid.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"99999919491231005X", "999999201001010016", "999999200709150028", "999999200312311233"})
    void numbersWithTheStandardsCheckDigitAreValid(String number) {
        // When
        IdentityReading reading = IdentityNumber.read(number);
        // Then
        assertThat(reading).isEqualTo(new IdentityReading.Valid(IdentityNumber.of(number), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 99999919491231005X ",
                "99999919491231005x",
                "999999 19491231 005X",
                "９９９９９９１９４９１２３１００５Ｘ",
                "９９９９９９１９４９１２３１００５ｘ",
                "\u300099999919491231005X\u00A0",
                "\uFEFF99999919491231\u200B005X\t",
                "'99999919491231005X"
            })
    void theWayANumberIsWrittenMakesNoDifference(String written) {
        // When
        IdentityNumber number = IdentityNumber.of(written);
        // Then
        assertThat(number.value()).isEqualTo("99999919491231005X");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, MISSING",
                "'', MISSING",
                "'　 ', MISSING",
                "1.30681E+17, SPREADSHEET_NUMBER",
                "1.30681e+17, SPREADSHEET_NUMBER",
                "9E17, SPREADSHEET_NUMBER",
                "999999201001010017, WRONG_CHECK_DIGIT",
                "99999919491231006X, WRONG_CHECK_DIGIT",
                "99999920100101001, WRONG_LENGTH",
                "9999992010010100161, WRONG_LENGTH",
                "99999920100101001A, BAD_CHARACTERS",
                "X99999201001010016, BAD_CHARACTERS",
                "无, BAD_CHARACTERS",
                "999999201013010013, NOT_A_DATE",
                "999999991301001, NOT_A_DATE"
            })
    void whatIsNoNumberIsRefusedWithItsReason(String written, NumberFault fault) {
        // When
        IdentityReading reading = IdentityNumber.read(written);
        // Then
        assertThat(reading).isEqualTo(new IdentityReading.Refused(fault));
    }

    @Test
    void birthDateSexAndAgeAreReadFromTheNumber() {
        // When
        IdentityNumber woman = IdentityNumber.of("999999200709150028");
        // Then
        assertThat(woman.birthDate()).isEqualTo(LocalDate.of(2007, 9, 15));
        assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
        assertThat(IdentityNumber.of("999999200312311233").sex()).isEqualTo(Sex.MALE);
        assertThat(woman.ageOn(LocalDate.of(2019, 9, 14))).isEqualTo(11);
        assertThat(woman.ageOn(LocalDate.of(2019, 9, 15))).isEqualTo(12);
    }

    @Test
    void theFifteenDigitsOfOldAreConverted() {
        // When
        IdentityReading reading = IdentityNumber.read("999999491231005");
        // Then
        assertThat(reading).isEqualTo(new IdentityReading.Valid(IdentityNumber.of("99999919491231005X"), true));
    }

    @Test
    void aNumberCannotLeakByBeingPrinted() {
        // Given
        IdentityNumber number = IdentityNumber.of("999999201001010016");
        // When
        String printed = "%s %s".formatted(number, new IdentityReading.Valid(number, false));
        // Then
        assertThat(printed).contains("**************0016").doesNotContain("20100101");
    }

    @Test
    void neitherDoesTheTextThatWasNoNumber() {
        assertThatThrownBy(() -> IdentityNumber.of("999999201001010017"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("9999");
    }

    @Test
    void everySingleWrongDigitIsNoticed() {
        // Given
        String right = "999999201001010016";
        // When
        long noticed = 0;
        for (int i = 0; i < 17; i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = right.substring(0, i) + digit + right.substring(i + 1);
                noticed += IdentityNumber.read(wrong) instanceof IdentityReading.Refused ? 1 : 0;
            }
        }
        // Then
        assertThat(noticed).isEqualTo(17 * 9);
    }
}
