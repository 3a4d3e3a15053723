package cn.gov.zhuozhou.aid.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentNumberTest {
    @ParameterizedTest
    @CsvSource({
        "G999999201001010016, G999999201001010016",
        "' g99999920150817380x', G99999920150817380X",
        "Ｇ９９９９９９２０１００１０１００１６, G999999201001010016",
        "J999999201001010031, J999999201001010031",
        "L999999201903011234, L999999201903011234"
    })
    void allThreeKindsAreRead(String written, String value) {
        // When
        StudentNumber number = StudentNumber.of(written);
        // Then
        assertThat(number.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "999999201001010016, BAD_CHARACTERS",
        "G99999920100101001, WRONG_LENGTH",
        "G999999201001010017, WRONG_CHECK_DIGIT",
        "L99999920190301123A, BAD_CHARACTERS",
        "1.3E+17, SPREADSHEET_NUMBER"
    })
    void whatIsNoNumberIsRefusedWithItsReason(String written, NumberFault fault) {
        // When
        StudentNumber.Reading reading = StudentNumber.read(written);
        // Then
        assertThat(reading).isEqualTo(new StudentNumber.Reading.Refused(fault));
    }

    @Test
    void theNumberAPupilEnteredWithIsKnownForFormalNumbersOnly() {
        // Given
        StudentNumber formal = StudentNumber.of("G999999201001010016");
        StudentNumber temporary = StudentNumber.of("L999999201001010016");
        // When
        var numbers = new Object[] {formal.enteredWith(), temporary.enteredWith()};
        // Then
        assertThat(numbers[0]).isEqualTo(java.util.Optional.of(IdentityNumber.of("999999201001010016")));
        assertThat(numbers[1]).isEqualTo(java.util.Optional.empty());
    }

    @Test
    void aNumberCannotLeakByBeingPrinted() {
        // When
        String printed = StudentNumber.of("G999999201001010016").toString();
        // Then
        assertThat(printed).isEqualTo("***************0016");
    }
}
