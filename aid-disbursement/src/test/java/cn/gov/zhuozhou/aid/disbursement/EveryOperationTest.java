package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

@DisbursementTest
class EveryOperationTest {
    @Test
    void asksWhoCallsAndWhetherHeMay() throws IOException {
        EveryOperation.assertAsksWhoCalls(Set.of("GET /api/v1/clock"));
    }

    @Test
    void answersMistakesWithoutRepeatingNumbers() throws IOException {
        EveryOperation.assertMistakesAreAnsweredWithoutNumbers();
    }
}
