package cn.gov.zhuozhou.aid.disbursement.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    @ParameterizedTest
    @DisplayName("S130: a donation reaches whom its donor wants to help, as far as it goes")
    @CsvSource(
            nullValues = "-",
            value = {
                "true, 100, -, -, 100, -",
                "true, 100, -, -, 101, MORE_THAN_IS_LEFT",
                "false, 100, -, -, 1, MORE_THAN_IS_LEFT",
                "true, 100, S1, PRIMARY, 1, -",
                "true, 100, S2, -, 1, CONDITIONS_NOT_MET",
                "true, 100, -, JUNIOR, 1, CONDITIONS_NOT_MET"
            })
    void whatADonationCanReach(
            boolean money, long left, String school, String stage, long fen, DonationProblem refused) {
        var given = new Conditions.Given(money, left, school, stage);

        var refusal = Conditions.refuse(given, new Conditions.Place("S1", "PRIMARY"), fen);

        assertThat(refusal.map(Conditions.Refusal::problem).orElse(null)).isEqualTo(refused);
    }

    @Test
    void aDonorIsShownTheColumnsThatAreShownAndNoOther() {
        var pupil = new DonorColumn.Helped("0199-abcdefgh", "欧阳某某", "某校", "PRIMARY", 3, "2019-spring", null, 50_000);

        var row = DonorColumn.shown(pupil, List.of(DonorColumn.AMOUNT, DonorColumn.SURNAME, DonorColumn.REFERENCE));

        assertThat(row.toString()).isEqualTo("{reference=abcdefgh, surname=欧同学, amount=50000}");
    }
}
