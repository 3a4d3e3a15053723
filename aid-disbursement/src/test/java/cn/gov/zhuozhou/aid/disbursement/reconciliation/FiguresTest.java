package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @DisplayName("three sides agree only where all of it agrees, to the fen; never at 95 percent")
    @CsvSource({
        "100,100,100, 60,60,60, 40,40,40, 0,0, 0, true",
        "100,100,100, 60,60,60, 40,40,40, 0,0, 1, false",
        "101,100,100, 60,60,60, 40,40,40, 0,0, 0, false",
        "100,100,101, 60,60,60, 40,40,40, 0,0, 0, false",
        "100,100,100, 60,61,60, 40,40,40, 0,0, 0, false",
        "100,100,100, 60,60,59, 40,40,40, 0,0, 0, false",
        "100,100,100, 60,60,60, 40,39,40, 0,0, 0, false",
        "100,100,100, 60,60,60, 40,40,41, 0,0, 0, false",
        "100,100,100, 95,95,95, 0,0,0, 0,0, 0, false",
        "100,100,100, 100,100,100, 0,0,0, 0,0, 0, true",
        "100,100,100, 100,100,100, 0,0,0, 30,30, 0, true",
        "100,100,100, 100,100,100, 0,0,0, 30,29, 0, false"
    })
    void agree(
            long awards,
            long lines,
            long frozen,
            long settledLines,
            long settledBank,
            long settledLedger,
            long returnedLines,
            long returnedBank,
            long returnedLedger,
            long offsetItems,
            long offsetLedger,
            int disagreements,
            boolean agree) {
        var figures = new Figures(
                "b",
                1,
                "HS-01",
                "2019-spring",
                2,
                awards,
                lines,
                frozen,
                settledLines,
                settledBank,
                settledLedger,
                returnedLines,
                returnedBank,
                returnedLedger,
                offsetItems,
                offsetLedger,
                Map.of(),
                disagreements);
        assertThat(figures.agree()).isEqualTo(agree);
    }
}
