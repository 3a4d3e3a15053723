package cn.gov.zhuozhou.aid.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisabilityCertificateTest {
    private static final IdentityNumber HOLDER = IdentityNumber.of("999999201001010016");

    @ParameterizedTest
    @CsvSource({
        "99999920100101001653, INTELLECT, 3, 0",
        "99999920100101001611, SIGHT, 1, 0",
        "99999920100101001674B1, MULTIPLE, 4, 1",
        "' ９９９９９９２０１００１０１００１６４２b12', LIMBS, 2, 12"
    })
    void holderTypeAndGradeAreReadFromTheNumber(
            String written, DisabilityCertificate.Type type, int grade, int reissue) {
        // When
        DisabilityCertificate.Reading reading = DisabilityCertificate.read(written);
        // Then
        assertThat(reading)
                .isEqualTo(new DisabilityCertificate.Reading.Valid(
                        new DisabilityCertificate(HOLDER, type, grade, reissue)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "999999201001010016, WRONG_LENGTH",
        "99999920100101001753, WRONG_CHECK_DIGIT",
        "99999920100101001683, BAD_CHARACTERS",
        "99999920100101001655, BAD_CHARACTERS",
        "99999920100101001653C1, BAD_CHARACTERS",
        "9.99999E+19, SPREADSHEET_NUMBER"
    })
    void whatIsNoCertificateIsRefusedWithItsReason(String written, NumberFault fault) {
        // When
        DisabilityCertificate.Reading reading = DisabilityCertificate.read(written);
        // Then
        assertThat(reading).isEqualTo(new DisabilityCertificate.Reading.Refused(fault));
    }
}
