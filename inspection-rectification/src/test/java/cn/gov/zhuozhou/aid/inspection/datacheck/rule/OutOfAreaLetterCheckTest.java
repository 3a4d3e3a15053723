package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.inspection.mirror.OutOfAreaOverdue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S83 S84: letters to schools outside the county")
class OutOfAreaLetterCheckTest {
    private final OutOfAreaLetterCheck check = new OutOfAreaLetterCheck("basis");

    @Test
    void whatIsLateIsTheReason() {
        assertThat(code(check.examine(OutOfAreaOverdue.LETTER, false))).isEqualTo("OUT_OF_AREA.NO_LETTER");
        assertThat(code(check.examine(OutOfAreaOverdue.REPLY, false))).isEqualTo("OUT_OF_AREA.NO_REPLY");
        assertThat(code(check.examine(OutOfAreaOverdue.REPLY, true))).isEqualTo("OUT_OF_AREA.NO_REPLY_AFTER_CHASERS");
    }

    @Test
    void nothingLateIsClear() {
        assertThat(check.examine(null, false)).isEqualTo(Verdict.clear());
    }

    private static String code(Verdict verdict) {
        return ((Verdict.Hit) verdict).reasons().getFirst().code();
    }
}
