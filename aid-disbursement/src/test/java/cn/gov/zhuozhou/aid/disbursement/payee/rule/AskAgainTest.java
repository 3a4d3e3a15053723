package cn.gov.zhuozhou.aid.disbursement.payee.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.payee.rule.AskAgain.Proven;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AskAgain.Told;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskAgainTest {
    @ParameterizedTest
    @DisplayName("A10: what the registry tells of a pupil casts a doubt on the account that was proven before")
    @CsvSource(textBlock = """
            # guardian's, proven at, proven left, waits for  | merged, left, guardians | asked again
            true,  1, false,                   , false, false, 1,
            true,  1, false,                   , false, false, 2, GUARDIANS_CHANGED
            true,  2, false,                   , false, false, 2,
            false, 1, false,                   , false, false, 2,
            false, 1, false,                   , false, true,  1, LEFT
            false, 1, true,                    , false, true,  1,
            true,  1, true,                    , false, true,  2, GUARDIANS_CHANGED
            false, 1, false,                   , true,  true,  1, MERGED
            false, 1, false, LEFT              , true,  true,  1, MERGED
            false, 1, false, MERGED            , true,  true,  1, MERGED
            false, 1, false, MERGED            , false, false, 1, MERGE_UNDONE
            false, 1, false, MERGE_UNDONE      , false, false, 1, MERGE_UNDONE
            false, 1, false, LEFT              , false, false, 1, LEFT
            true,  1, false, GUARDIANS_CHANGED , false, false, 1, GUARDIANS_CHANGED
            """)
    void why(
            boolean ofGuardian,
            int provenGuardians,
            boolean provenLeft,
            AskAgain asked,
            boolean merged,
            boolean left,
            int guardians,
            AskAgain expected) {
        var account = new Proven(ofGuardian, provenGuardians, provenLeft, asked);

        assertThat(AskAgain.why(account, new Told(merged, left, guardians)).orElse(null))
                .isEqualTo(expected);
    }
}
