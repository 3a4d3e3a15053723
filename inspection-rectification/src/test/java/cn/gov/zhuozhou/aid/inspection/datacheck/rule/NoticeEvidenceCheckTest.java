package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A11: proof that a notice hung")
class NoticeEvidenceCheckTest {
    private final NoticeEvidenceCheck check = new NoticeEvidenceCheck("basis");

    @Test
    void eachGapIsAReason() {
        Verdict verdict = check.examine(false, List.of("HEADER_MISSING", "SOMETHING_NEW"));

        assertThat(((Verdict.Hit) verdict).reasons())
                .extracting("code")
                .containsExactly("A11.HEADER_MISSING", "A11.SOMETHING_NEW");
    }

    @Test
    void completeProofIsClear() {
        assertThat(check.examine(true, List.of())).isEqualTo(Verdict.clear());
    }

    @Test
    void anEventOfOldSaysNothing() {
        assertThat(check.examine(null, List.of())).isEqualTo(Verdict.unknown());
    }
}
